export { service } from "./service";
export { site } from "./site";

/** Source: https://docs.digitalocean.com/platform/regional-availability/ (2026-11-22) */
export const places = {
  atl: "Atlanta, USA",
  blr: "Bangalore, India",
  lon: "London, United Kingdom",
  nyc: "New York, USA",
  sfo: "San Francisco, USA",
  sgp: "Singapore",
  tor: "Toronto, Canada",
};
