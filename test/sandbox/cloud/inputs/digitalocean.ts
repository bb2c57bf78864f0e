import type { Properties } from "../../server/harness";

/** An app of App Platform with one static site, on hosts as they are given. */
export function appOf(name: string, more: Properties = {}): Properties {
  const github = { repo: "velocity/shop", branch: "main" };
  return { spec: { name, staticSites: [{ name: "site", github }], ...more } };
}

/** The least that an app needs. */
export const digitaloceanApp = appOf("shop-site");
