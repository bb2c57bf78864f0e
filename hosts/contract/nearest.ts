import { type FunctionRegion, functionRegionCodes } from "../../catalogue/regions";
import type { NearestRegion } from "./site";

/**
 * A host's regions for Vercel's. `there`: those in the same metropolitan area, by Vercel's code. `instead`: the nearest
 * for all others.
 */
export function nearestRegions(
  there: Partial<Record<FunctionRegion, string>>,
  instead: Partial<Record<FunctionRegion, string>>,
): Record<FunctionRegion, NearestRegion> {
  const answers = functionRegionCodes.map((code): [FunctionRegion, NearestRegion] => {
    const same = there[code];
    const near = instead[code];
    if (same !== undefined) return [code, { region: same, sameArea: true }];
    if (near === undefined) throw new Error(`no region instead of ${code}`);
    return [code, { region: near, sameArea: false }];
  });
  return Object.fromEntries(answers) as Record<FunctionRegion, NearestRegion>;
}
