import { placeOfFlyRegion } from "../catalogue/fly";
import { placeOfFunctions } from "../catalogue/regions";
import { ofKind } from "./contract/facts";
import { facts } from "./tables/facts";

/** Where vendors run what they are given, by their own codes. A code that two of them have is the same place at both. */
const places: Readonly<Record<string, string>> = Object.assign(
  {},
  ...Object.values(ofKind(facts, "places")),
) as Record<string, string>;

/** `tor` → `Toronto, Canada`; also of the codes of Vercel and Fly. */
export function placeOfHostRegion(region: string): string | undefined {
  const own = Object.hasOwn(places, region) ? places[region] : undefined;
  return own ?? placeOfFunctions(region) ?? placeOfFlyRegion(region);
}
