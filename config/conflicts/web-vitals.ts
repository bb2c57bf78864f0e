import { measuredHosts } from "../derived/web-vitals";
import { filePath, type SettingsProblem } from "../problems";
import type { FileSettings } from "../settings";

// Requirement: ALRT-17
/** Nobody's pages are to be measured. */
export function webVitalsConflicts({ webVitals, hosting }: FileSettings): SettingsProblem[] {
  if (!webVitals || webVitals.domains || measuredHosts(hosting).length > 0) return [];
  return [
    {
      path: filePath(["webVitals", "domains"]),
      found: "nothing, and no host of groundwork:hosting.domains serves the app",
      allowed: "hosts whose pages are measured",
      fix: "name them, or give the app a host",
    },
  ];
}
