import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { distributionOriginPrivate as rule } from "../../../policies/rules/data/distribution-origin-private";
import { brief, judge, resource } from "../support/stack";

const { awsDistribution, awsOriginAccessControl } = providerTypes;
const ask = (type: string, inputs: PropertyMap) =>
  brief(judge(rule, [resource(type, "cdn", inputs)]));
const passes = `pass cdn: ${rule.title}`;

// Requirement: STOR-05
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a bucket that is asked with a signature, its id known or not", () => {
    const origins: PropertyMap[] = [
      { originAccessControlId: "E1" },
      { originAccessControlId: UNKNOWN },
    ];
    expect(ask(awsDistribution, { origins })).toEqual([passes, passes]);
    expect(ask(awsOriginAccessControl, { signingBehavior: "always" })).toEqual([passes]);
  });

  it("refuses a bucket that is asked as everybody asks it", () => {
    const domainName = "assets.s3.amazonaws.com";
    expect(ask(awsDistribution, { origins: [{ domainName }] })).toEqual([
      "fail cdn: origins[0].originAccessControlId: found nothing, wanted an OriginAccessControl",
    ]);
  });

  it.each(["never", "no-override"])("refuses a control that signs %s", (signingBehavior) => {
    expect(ask(awsOriginAccessControl, { signingBehavior })).toEqual([
      `fail cdn: signingBehavior: found ${signingBehavior}, wanted always`,
    ]);
  });

  it("leaves servers of one's own to other rules", () => {
    const origins = [{ customOriginConfig: { originProtocolPolicy: "https-only" } }];
    expect(ask(awsDistribution, { origins })).toEqual(["not-applicable cdn: it serves no bucket"]);
  });

  it("cannot tell while the origins or the signing are unknown", () => {
    expect(ask(awsDistribution, { origins: UNKNOWN })[0]).toMatch(/^unknown cdn: /);
    expect(ask(awsOriginAccessControl, { signingBehavior: UNKNOWN })[0]).toMatch(/^unknown cdn: /);
  });
});
