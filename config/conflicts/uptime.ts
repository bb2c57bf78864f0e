import { filePath, type SettingsProblem } from "../problems";
import type { FileSettings } from "../settings";

// Requirement: UPT-05
/** What only one of the vendors does: failing over by a health check, and what is said of the other one. */
export function uptimeConflicts({ uptime, dns }: FileSettings): SettingsProblem[] {
  if (uptime.vendor === "checkly") {
    if (!dns?.failover) return [];
    return [
      {
        path: filePath(["uptime", "vendor"]),
        found: "checkly, though DNS fails over by a health check of Route 53",
        allowed: "route53 where groundwork:dns.failover is given",
        fix: "take groundwork:dns.failover out, or say vendor: route53",
      },
    ];
  }
  if (!uptime.checkly) return [];
  return [
    {
      path: filePath(["uptime", "checkly"]),
      found: "said of Checkly, though Route 53 asks",
      fix: "take it out, or say vendor: checkly",
    },
  ];
}
