import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, total, unpriced } from "../aws/bill";
import { paid, using } from "../quiet";
import { database } from "./stand-ins";

/*
 * Prices: https://github.com/supabase/supabase, apps/docs/content: _partials/billing/pricing/pricing_pitr.mdx and
 * guides/platform/manage-your-usage/read-replicas.mdx; the others packages/shared-data/pricing-catalog.ts.
 */

const pitr = "supabase-admin:index/pitrAddon:PitrAddon";
const replica = "supabase-admin:index/readReplica:ReadReplica";
const settings = "supabase:index/settings:Settings";
const edgeFunction = "supabase:index/edgeFunction:EdgeFunction";

/** Of a project whose compute the credit pays: what stands here comes on top of the $25 of the plan. */
function added(type: string, inputs: PropertyMap = {}, usage = using()): string[] {
  const bill = billed(database("pro", {}, [[type, inputs]]), { usage });
  const other = ["supabase-pro-base", "supabase-compute-micro", "supabase-compute-credit"];
  return paid(bill).filter((line) => !other.includes(line.split(" ")[0] ?? ""));
}

describe("what a project of Supabase can have besides", () => {
  it.each<[string, string, PropertyMap, string[]]>([
    // 730 × $0.137, which the page rounds to $100.
    ["recovery of 7 days", pitr, { variant: "pitr_7" }, ["supabase-pitr-7 730 100.01"]],
    // 730 × $0.274.
    ["recovery of 14 days", pitr, { variant: "pitr_14" }, ["supabase-pitr-14 730 200.02"]],
    // 730 × $0.55.
    ["recovery of 28 days", pitr, { variant: "pitr_28" }, ["supabase-pitr-28 730 401.5"]],
    [
      "a hostname of its own",
      "supabase-admin:index/customHostname:CustomHostname",
      {},
      ["supabase-custom-domain 1 10"],
    ],
    // 730 × $0.01344, which the credit does not pay.
    ["a branch", "supabase:index/branch:Branch", {}, ["supabase-branch-hour 730 9.8112"]],
    [
      // 730 × $0.01344; 8 GB × 1.25 = 10 GB × $0.125, none of it free.
      "a read replica",
      replica,
      {},
      ["supabase-replica-compute-micro 730 9.8112", "supabase-replica-disk-gp3 10 1.25"],
    ],
  ])("%s", (_, type, inputs, expected) => {
    expect(added(type, inputs)).toEqual(expected);
  });

  it("a read replica of the primary's size and disk", () => {
    const usage = using({ "database.diskGb": 100 });
    const bill = billed(database("pro", { instanceSize: "large" }, [[replica]]), { usage });
    // Compute 2 × 730 × $0.1517 = $221.482, less the credit of $10 for the primary alone; disk 92 × $0.125 = $11.50 and
    // 125 × $0.125 = $15.625; the plan $25.
    expect(total(bill)).toBe("263.607");
  });

  it("a read replica of a project that is declared elsewhere is not priced", () => {
    expect(unpriced(billed([declared(replica, "far")]))).toEqual([
      "the project that it copies is declared elsewhere",
    ]);
  });

  it("recovery is not priced where its variant is not known, or of no price list", () => {
    const reasons = (["x", UNKNOWN] as const).map((variant) =>
      unpriced(billed(database("pro", {}, [[pitr, { variant }]]))),
    );
    expect(reasons).toEqual([
      ["recovery x: no list price is published"],
      ["variant is not known before the update"],
    ]);
  });

  it("calls of functions: 2 million of an organization are free", () => {
    const calls = using({ "database.functionInvocations": 3_000_000 });
    const two = database("pro", {}, [[edgeFunction], [edgeFunction]]);
    // 2 × 1.5 × $2 = $6, less 2 × $2, and $25.
    expect(total(billed(two, { usage: calls }))).toBe("27");
  });

  it("users of a third party: 100,000 are free, beside the project's own", () => {
    const usage = using({
      "database.thirdPartyUsers": 100_100,
      "database.monthlyActiveUsers": 100_000,
    });
    const trusted = database("pro", {}, [["supabase:index/thirdPartyAuth:ThirdPartyAuth"]]);
    // 100 × $0.00325 = $0.325, and $25.
    expect(total(billed(trusted, { usage }))).toBe("25.325");
  });

  it("none of it costs anything on the Free plan", () => {
    const bill = billed(database("free", {}, [[edgeFunction], [settings]]));
    expect(total(bill)).toBe("0");
    expect(free(bill)).toHaveLength(3);
  });
});

describe("a second factor by phone", () => {
  const on = { auth: JSON.stringify({ mfa_phone_enroll_enabled: true }) };
  const project = database("pro").slice(1);

  it("costs $75 for the first project and $10 for each further one, in whatever order", () => {
    const [a, b] = [declared(settings, "a", on), declared(settings, "b", on)];
    const bills = [
      [a, b],
      [b, a],
    ].map((both) => billed([...project, ...both], { usage: using() }));
    // 25 + 75 + 10.
    expect(bills.map(total)).toEqual(["110", "110"]);
    const first = bills.map(({ lines }) =>
      lines
        .filter(({ price }) => price.sku === "supabase-mfa-phone-first")
        .map((one) => one.resource),
    );
    expect(first).toEqual([[a.urn], [a.urn]]);
  });

  it.each([
    ["off", { auth: JSON.stringify({ mfa_totp_enroll_enabled: true }) }, "25"],
    ["left out", {}, "25"],
    ["no JSON", { auth: "{" }, "25"],
  ])("costs nothing where it is %s", (_, inputs, expected) => {
    const bill = billed([...project, declared(settings, "a", inputs)], { usage: using() });
    expect(total(bill)).toBe(expected);
  });

  it("is read from the component, which says it without secrets", () => {
    const [around, ...rest] = database("pro", {}, [[settings, { auth: UNKNOWN }]]);
    const component = {
      ...around!,
      inputs: { plan: "pro", auth: { mfa_phone_verify_enabled: true } },
    };
    expect(total(billed([component, ...rest], { usage: using() }))).toBe("100");
  });

  it("is not told while nobody says it", () => {
    expect(unpriced(billed([...project, declared(settings, "a", { auth: UNKNOWN })]))).toEqual([
      "auth is not known before the update: a second factor by phone costs",
    ]);
  });
});
