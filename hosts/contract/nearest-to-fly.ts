import { type FlyRegion, flyRegions } from "../../catalogue/fly";
import type { NearestRegion } from "./site";

/** A vendor's regions for Fly's. `there`: those in the same metropolitan area. `instead`: the nearest for all others. */
export function nearestToFly<There extends FlyRegion>(
  there: Readonly<Record<There, string>>,
  instead: Readonly<Record<Exclude<FlyRegion, There>, string>>,
): Record<FlyRegion, NearestRegion> {
  const all: Readonly<Record<FlyRegion, string>> = { ...there, ...instead } as Record<
    FlyRegion,
    string
  >;
  const answers = flyRegions.map((code): [FlyRegion, NearestRegion] => [
    code,
    { region: all[code], sameArea: Object.hasOwn(there, code) },
  ]);
  return Object.fromEntries(answers) as Record<FlyRegion, NearestRegion>;
}
