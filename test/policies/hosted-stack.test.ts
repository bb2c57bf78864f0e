import { describe, expect, it } from "vitest";
import { tokens } from "../../core/tokens";
import { catalogue } from "../../policies/catalogue";
import { run } from "../../policies/run";
import { isFinding } from "../../policies/verdict";
import { compliantStack } from "./support/compliant-stack";
import { hostedRoute, hostedSite } from "./support/hosted";
import { today } from "./support/stack";

const site = hostedSite({
  regions: ["yul"],
  variables: { API_URL: { secret: false, value: "https://api.example.com" } },
});
const elsewhere = [
  ...compliantStack.filter(({ type }) => !type.startsWith("vercel:")),
  site,
  hostedRoute(site),
];

/** Rules that found nothing to judge. */
const idle = (resources: typeof compliantStack) =>
  new Set(
    run({ resources, stack: "prod", clock: today })
      .filter(({ state }) => state === "not-applicable")
      .map(({ rule }) => rule),
  );

// Requirement: HOST-14, HOST-15, HOST-16, CONF-02
describe("a prod stack on another host", () => {
  it("passes every rule of the catalogue, as it does on Vercel", () => {
    const results = run({ resources: elsewhere, stack: "prod", clock: today });
    // Prices grow old by the calendar, and few resources have few without a price.
    const ofPrices = ["prices-fresh", "estimate-priced"];
    const found = results.filter((one) => isFinding(one) && !ofPrices.includes(one.rule));
    expect(found).toEqual([]);
    expect(new Set(results.map(({ rule }) => rule))).toEqual(
      new Set(catalogue.map(({ id }) => id)),
    );
  });

  it("is left alone by rules about what Vercel alone has, and by no others", () => {
    const before = idle(compliantStack);
    const now = [...idle(elsewhere)].filter((rule) => !before.has(rule));
    expect(now.sort()).toEqual([
      "log-drain-complete",
      "log-drain-https",
      "log-drain-signed",
      "previews-protected",
      "production-deployments-kept",
    ]);
  });

  it("is judged by the same rules where it says too little", () => {
    const bare = elsewhere.filter(({ type }) => type !== tokens.hostedRoute);
    const found = run({ resources: bare, stack: "prod", clock: today }).filter(isFinding);
    expect(new Set(found.map(({ rule }) => rule))).toContain("hsts-present");
  });
});
