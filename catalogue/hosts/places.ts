import { placeOfFlyRegion } from "../fly";
import { placeOfFunctions } from "../regions";

/**
 * Where hosts run what they are given, by their own codes where neither Vercel nor Fly has them: the place for people.
 * Sources: https://docs.digitalocean.com/platform/regional-availability/, https://render.com/docs/regions,
 * https://docs.railway.com/deployments/regions, https://docs.netlify.com/build/functions/overview/ (2026-11-22; from
 * memory where a page names a state and no city).
 */
const places: Readonly<Record<string, string>> = {
  // Netlify
  cmh: "Columbus, USA",
  pdx: "Portland, USA",
  sfo: "San Francisco, USA",
  yul: "Montréal, Canada",
  // DigitalOcean
  atl: "Atlanta, USA",
  blr: "Bangalore, India",
  lon: "London, United Kingdom",
  nyc: "New York, USA",
  sgp: "Singapore",
  tor: "Toronto, Canada",
  // Render
  frankfurt: "Frankfurt, Germany",
  ohio: "Ohio, USA",
  oregon: "Oregon, USA",
  singapore: "Singapore",
  virginia: "Virginia, USA",
  // Railway
  "asia-southeast1-eqsg3a": "Singapore",
  "europe-west4-drams3a": "Amsterdam, Netherlands",
  "us-east4-eqdc4a": "Virginia, USA",
  "us-west2": "California, USA",
};

/** `tor` → `Toronto, Canada`; also of the codes of Vercel and Fly. */
export function placeOfHostRegion(region: string): string | undefined {
  const own = Object.hasOwn(places, region) ? places[region] : undefined;
  return own ?? placeOfFunctions(region) ?? placeOfFlyRegion(region);
}
