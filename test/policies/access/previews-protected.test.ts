import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { previewsProtected as rule } from "../../../policies/rules/access/previews-protected";
import { told } from "../support/access";

const ask = (inputs: PropertyMap) => told(rule, providerTypes.vercelProject, inputs);
const kept = [`pass it: ${rule.title}`];
const none = { vercelAuthentication: { deploymentType: "none" } };
const report = [
  "fail it: vercelAuthentication.deploymentType: found none, wanted previews for the team only",
];

// Requirement: COMP-03
describe(`${rule.id}: ${rule.title}`, () => {
  it.each(["standard_protection_new", "standard_protection", "all_deployments"])(
    "accepts %s",
    (deploymentType) => {
      expect(ask({ vercelAuthentication: { deploymentType } })).toEqual(kept);
    },
  );

  it("accepts Vercel's own default", () => {
    expect(ask({})).toEqual(kept);
  });

  it("reports a project whose previews everybody sees", () => {
    expect(ask(none)).toEqual(report);
  });

  it.each(["passwordProtection", "trustedIps"])("accepts %s in place of it", (name) => {
    expect(ask({ ...none, [name]: { deploymentType: "only_preview_deployments" } })).toEqual(kept);
    expect(ask({ ...none, [name]: { deploymentType: "only_production_deployments" } })).toEqual(
      report,
    );
    expect(ask({ ...none, [name]: {} })).toEqual(report);
  });

  it("cannot tell what is unknown", () => {
    expect(ask({ vercelAuthentication: UNKNOWN })[0]).toMatch(
      /^unknown it: vercelAuthentication\.deploymentType: not known/,
    );
  });
});
