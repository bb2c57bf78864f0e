import { routeFaults } from "../../core/alert-routes";
import { filePath, type SettingsProblem } from "../problems";
import type { FileSettings } from "../settings";

// Requirement: ALRT-10
/** Routes that reach nobody. Without any, the addresses of the budget are told. */
export function alertConflicts({ alerts }: FileSettings): SettingsProblem[] {
  if (!alerts?.routes) return [];
  return routeFaults({ routes: alerts.routes, chat: alerts.chat }).map(({ path, ...what }) => ({
    path: `${filePath(["alerts"])}.${path}`,
    ...what,
  }));
}
