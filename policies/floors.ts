import type { Tier, UnknownMode } from "../core/profile";

/** Which way an option may be moved by a stack: a higher number, a shorter list, a longer list. */
export type Tighter = "higher" | "fewer" | "more";

export interface Floor {
  tighter: Tighter;
  tiers: Readonly<Record<Tier, number | readonly string[]>>;
}

const everywhere = <T>(value: T): Record<Tier, T> => ({ dev: value, staging: value, prod: value });

const day = 86_400;
const year = 365 * day;

/**
 * What each tier must at least hold to, by rule and option. A stack file can tighten these through
 * `groundwork:policy.rules` and never loosen them; who needs less writes a waiver.
 */
export const floors: Readonly<Record<string, Readonly<Record<string, Floor>>>> = {
  "function-regions-allowed": {
    // Canada first, then the regions of the product's plan.
    allowed: { tighter: "fewer", tiers: everywhere(["iad1", "lhr1", "sfo1", "syd1", "yul1"]) },
  },
  "hsts-max-age": {
    // A year is what browsers' preload lists ask for; a day lets a dev host change its mind.
    minSeconds: { tighter: "higher", tiers: { dev: day, staging: year, prod: year } },
  },
  "permissions-policy": {
    restricted: {
      tighter: "more",
      tiers: everywhere(["camera", "geolocation", "microphone", "payment", "usb"]),
    },
  },
  "referrer-policy": {
    // The policies that send no path to other origins and nothing to plain HTTP.
    allowed: {
      tighter: "fewer",
      tiers: everywhere([
        "no-referrer",
        "same-origin",
        "strict-origin",
        "strict-origin-when-cross-origin",
      ]),
    },
  },
};

/** The gentlest way with unknowns that a tier may choose. */
export const unknownFloors: Readonly<Record<Tier, UnknownMode>> = {
  dev: "warn",
  staging: "warn",
  prod: "fail",
};
