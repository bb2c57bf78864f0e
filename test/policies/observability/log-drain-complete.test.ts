import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { tokens } from "../../../core/tokens";
import { providerTypes } from "../../../policies/lib/provider-types";
import { logDrainComplete as rule } from "../../../policies/rules/observability/log-drain-complete";
import { brief, judge, profile, resource, vercelProject } from "../support/stack";

const compliant = {
  projectIds: [UNKNOWN],
  sources: ["lambda", "edge", "external", "firewall", "static"],
  environments: ["production", "preview"],
};
const drain = (inputs: object = {}, project = vercelProject) =>
  resource(providerTypes.vercelLogDrain, "drain", { ...compliant, ...inputs } as PropertyMap, {
    propertyDependencies: { projectIds: [project.urn] },
  });
const judged = (inputs: object) =>
  brief(judge(rule, [vercelProject, drain(inputs)])).filter((text) => !text.startsWith("pass"));

// Requirement: LOG-03, LOG-04, LOG-08
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a drain of the project, or of all projects", () => {
    expect(judged({})).toEqual([]);
    expect(judged({ samplingRate: 1, environments: ["production"] })).toEqual([]);
    const ofAll = { ...drain({ projectIds: null }), propertyDependencies: {} };
    expect(judge(rule, [vercelProject, ofAll]).map(({ state }) => state)).toEqual([
      "pass",
      "pass",
      "pass",
    ]);
  });

  it("reports a project without a drain, in full", () => {
    const other = resource(providerTypes.vercelProject, "other");
    const expected = {
      rule: "log-drain-complete",
      state: "fail",
      urn: vercelProject.urn,
      level: "mandatory",
      severity: "medium",
      message: "found no log drain, wanted one",
      input: "logDrain",
      found: null,
      wanted: "a log drain",
    };
    expect(judge(rule, [vercelProject])).toEqual([expected]);
    expect(judge(rule, [vercelProject, drain({}, other)])).toEqual([expected]);
  });

  it.each([
    ["hobby", "found no log drain, wanted one: on plan hobby Vercel keeps lines for 1 hour"],
    ["pro", "found no log drain, wanted one: on plan pro Vercel keeps lines for 24 hours"],
    ["own", "found no log drain, wanted one"],
  ])("says how long lines of a project on plan %s are kept without one", (plan, message) => {
    const web = resource(tokens.hostingProject, "web", { plan });
    const project = { ...vercelProject, parent: web.urn };
    expect(brief(judge(rule, [web, project]))).toEqual([`fail ${project.name}: ${message}`]);
  });

  it.each([
    [
      { sources: ["lambda", "edge", "external"] },
      "sources: found lambda, edge, external, wanted edge, external, firewall, lambda",
    ],
    [{ environments: ["preview"] }, "environments: found preview, wanted production"],
    [{ samplingRate: 0.99 }, "samplingRate: found 0.99, wanted 1"],
    [{ samplingRate: "all" }, "samplingRate: found all, wanted 1"],
    [{ sources: "lambda" }, "sources: found lambda, wanted edge, external, firewall, lambda"],
  ])("reports %j", (inputs, message) => {
    expect(judged(inputs)).toEqual([`fail drain: ${message}`]);
  });

  it("judges the drains of a dev stack whose file asks for some", () => {
    const inDev = (rules: PropertyMap) =>
      judge(rule, [profile({ tier: "dev", rules }), vercelProject], { stack: "dev" })[0];
    expect(inDev({})?.message).toBe("the tier asks for no log drain");
    expect(inDev({ "log-drain-complete": { sources: ["lambda"] } })?.state).toBe("fail");
  });

  it.each(["sources", "environments", "samplingRate"])(
    "cannot tell while %s is unknown",
    (property) => {
      expect(judged({ [property]: UNKNOWN })[0]).toMatch(/^unknown drain/);
    },
  );
});
