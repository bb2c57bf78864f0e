import { productServices } from "../derived/services";
import { filePath, type SettingsProblem } from "../problems";
import type { FileSettings } from "../settings";

/** Parts of the budget that no service has, and parts that are more than the whole. */
export function budgetConflicts({ budget, ...file }: FileSettings): SettingsProblem[] {
  const { shares = {}, monthlyUsd } = budget;
  const names = productServices(file).map(({ name }) => name);
  const strangers = Object.keys(shares)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      path: filePath(["budget", "shares", name]),
      found: `${name}, no service of this stack`,
      allowed: `one of ${names.join(", ")}`,
    }));
  const sum = Object.values(shares).reduce(
    (cents, dollars) => cents + Math.round(dollars * 100),
    0,
  );
  if (sum <= Math.round(monthlyUsd * 100)) return strangers;
  const found = `${(sum / 100).toFixed(2)} in all`;
  const allowed = `at most monthlyUsd, ${monthlyUsd}`;
  return [...strangers, { path: filePath(["budget", "shares"]), found, allowed }];
}
