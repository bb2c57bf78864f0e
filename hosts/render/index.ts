export { service } from "./service";
export { site } from "./site";

/** Source: https://render.com/docs/regions (2026-11-22; from memory where it names a state and no city). */
export const places = {
  frankfurt: "Frankfurt, Germany",
  ohio: "Ohio, USA",
  oregon: "Oregon, USA",
  singapore: "Singapore",
  virginia: "Virginia, USA",
};
