import { beforeAll, describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { estimate } from "../../cost/estimate";
import type { DeclaredResource } from "../../core/resource";
import { catalogue } from "../../policies/catalogue";
import { run } from "../../policies/run";
import { textOf } from "../config/support";
import { costs } from "../cost/stand-ins";
import { withProgram } from "./support/stacks";

/* The example product's prod with Sentry, Checkly and PagerDuty: three keys, and all that holds of it still holds. */

function onVendors(text: string): string {
  const file = parseDocument(text);
  const set = (path: string[], value: unknown) => file.setIn(["config", ...path], value);
  file.deleteIn(["config", "groundwork:secretRegistry", "SENTRY_DSN"]);
  file.deleteIn(["config", "groundwork:dns", "failover"]);
  set(["groundwork:errorTracking"], {
    ...{ kind: "sentry", organization: "acme", release: "shop@1.4.0" },
  });
  const parties = file.getIn(["config", "groundwork:hosting", "thirdParties"]) as {
    toJSON: () => string[];
  };
  set(["groundwork:hosting", "thirdParties"], [...parties.toJSON(), "sentry"]);
  for (const key of ["canary", "overall"]) file.deleteIn(["config", "groundwork:uptime", key]);
  set(["groundwork:uptime", "vendor"], "checkly");
  set(["groundwork:uptime", "checkly"], { everyMinutes: 5 });
  set(["groundwork:alerts", "pagerduty"], { escalationPolicy: "PABC123" });
  return file.toString({ lineWidth: 0 });
}

let before: readonly DeclaredResource[];
let after: readonly DeclaredResource[];
beforeAll(async () => {
  const text = textOf("Pulumi.prod.yaml");
  await withProgram(async (program) => {
    before = await program("prod", text);
    after = await program("prod", onVendors(text));
  });
}, 240_000);

const clock = new Date("2026-11-21T12:00:00Z");
/** What they cost together is for the budget of a stack to say. */
const aboutMoney = /^(estimate|high-estimate|prices)-/;
const failures = (resources: readonly DeclaredResource[]) =>
  run({ resources, stack: "prod", clock, rules: catalogue })
    .filter(({ state, rule }) => /fail|unknown|error/.test(state) && !aboutMoney.test(rule))
    .map(({ rule, state, urn, message }) => `${rule} ${state} ${urn}: ${message}`);

// Requirement: ALRT-06, ALRT-10, ALRT-12, UPT-01, CONF-01
describe("the example product on other vendors of monitoring", () => {
  it("has a check of every host that had one, and nothing of Route 53's and CloudWatch's own", () => {
    const ofUptime = (resources: readonly DeclaredResource[], type: string) =>
      resources.filter((one) => one.type === type && one.name.startsWith("uptime-"));
    const asked = ofUptime(before, "aws:route53/healthCheck:HealthCheck")
      .filter(({ inputs }) => inputs["type"] === "HTTPS")
      .map(({ inputs }) => inputs["fqdn"]);
    const urls = ofUptime(after, "checkly:index/check:Check").flatMap(({ inputs }) => {
      const { url } = (inputs["request"] ?? {}) as { url?: string };
      return url === undefined ? [] : [new URL(url).hostname];
    });
    expect(urls.sort()).toEqual(asked.sort());
    expect(ofUptime(after, "aws:synthetics/canary:Canary")).toEqual([]);
    expect(ofUptime(after, "aws:route53/healthCheck:HealthCheck")).toEqual([]);
  });

  it("fails no rule that it did not fail before, but that for DNS which follows from a health check", () => {
    const known = new Set(failures(before));
    const added = failures(after).filter((line) => !known.has(line));
    expect(added.map((line) => line.split(" ")[0])).toEqual(["failover-pair-complete"]);
  });

  it("has a price for everything new", () => {
    const vendors = /^(sentry|checkly|pagerduty):/;
    const { notPriced, lines } = estimate({
      ...{ stack: "prod", tier: "prod", costs: costs() },
      resources: after,
    });
    expect(notPriced.filter(({ type }) => vendors.test(type))).toEqual([]);
    const skus = new Set(lines.map(({ price }) => price.sku));
    expect([...skus].filter((sku) => /^(sentry|checkly|pagerduty)-/.test(sku)).sort()).toEqual([
      "checkly-api-overage",
      "checkly-browser-overage",
      "checkly-detect-team",
      "pagerduty-professional",
      "sentry-errors-payg",
      "sentry-team",
    ]);
  });
});
