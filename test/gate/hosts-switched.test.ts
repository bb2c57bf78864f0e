import { describe, expect, it } from "vitest";
import { tokens } from "../../core/tokens";
import type { PropertyMap } from "../../core/value";
import type { PreviewStep } from "../../gate/change";
import { judgeChanges } from "../../gate/judge";
import { providerTypes } from "../../policies/lib/provider-types";
import { isFinding } from "../../policies/verdict";
import { compliantHeaders, profileInputs, removal, today } from "../policies/support/stack";
import { brief, step, urnOf } from "./support/changes";

const { vercelProject, vercelDomain, vercelRoute } = providerTypes;
const route: PropertyMap = {
  route: { src: "/(.*)", headers: compliantHeaders, transforms: [removal("X-Powered-By")] },
};
const project = urnOf(vercelProject, "web");
const hosts = ["app.example.com", "www.example.com"];

/** What the engine would do when the host of a stack is another one. */
const gone: PreviewStep[] = [
  step({ type: vercelProject, name: "web", before: { name: "shop" } }),
  step({ type: vercelRoute, name: "web-headers", before: route }),
  ...hosts.map((domain) => step({ type: vercelDomain, name: `web-${domain}`, before: { domain } })),
];
const come: PreviewStep[] = [
  step({ type: tokens.hostedSite, name: "web-site", after: { vendor: "netlify" } }),
  step({ type: tokens.hostedRoute, name: "web-headers", after: route }),
].map((one) => ({ ...one, component: true }));

const before = Object.fromEntries(
  gone.slice(1).map(({ urn }) => [urn, { projectId: [project] }] as const),
);
const said = (profile: PropertyMap, steps = [...gone, ...come]) =>
  judgeChanges({
    steps,
    profile: { ...profileInputs, ...profile },
    project: "groundwork",
    stack: typeof profile["tier"] === "string" ? profile["tier"] : "prod",
    clock: today,
    beside: { before },
  });
const waiver = {
  rule: "stateful-kept",
  target: "web",
  reason: "the site moves to Netlify",
  owner: "platform-team",
  expires: "2026-06-30",
};

// Requirement: HOST-14, CONF-02
describe("a stack that moves to another host", () => {
  it("has to have the project on Vercel waived, which tells what goes with it", () => {
    const found = said({}).filter(isFinding);
    expect(brief(found)).toEqual([
      "fail web: would be deleted: every deployment that could be rolled back to would be gone, and with it 2 hosts (app.example.com, www.example.com) and 1 route",
    ]);
    expect(found[0]).toMatchObject({ rule: "stateful-kept", level: "mandatory" });
  });

  it("moves once it is", () => {
    const results = said({ waivers: [waiver] });
    expect(results.filter((one) => isFinding(one) && !one.waiver)).toEqual([]);
    expect(results.filter((one) => one.waiver).map(({ rule }) => rule)).toEqual(["stateful-kept"]);
  });

  it("is told and not stopped in dev", () => {
    const found = said({ tier: "dev" }).filter(isFinding);
    expect(found.map(({ rule, level }) => [rule, level])).toEqual([["stateful-kept", "advisory"]]);
  });

  it("does not come with fewer headers", () => {
    const bare = { route: { src: "/(.*)", headers: {} } };
    const fewer = [...gone, step({ type: tokens.hostedRoute, name: "web-headers", after: bare })];
    const rules = said({ waivers: [waiver] }, fewer).filter((one) => isFinding(one) && !one.waiver);
    expect(new Set(rules.map(({ rule }) => rule))).toEqual(new Set(["headers-not-loosened"]));
  });
});
