import { describe, expect, it } from "vitest";
import { securityHeaders } from "../../../components/storage/distribution-spec";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { distributionHeaders as rule } from "../../../policies/rules/headers/distribution-headers";
import { brief, judge, resource } from "../support/stack";

const { awsDistribution, awsHeadersPolicy } = providerTypes;
const failing = (type: string, inputs: PropertyMap) =>
  brief(judge(rule, [resource(type, "cdn", inputs)])).filter((line) => !line.startsWith("pass"));
const policy = (change: PropertyMap) =>
  failing(awsHeadersPolicy, {
    securityHeadersConfig: { ...(securityHeaders as PropertyMap), ...change },
  });

describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts the headers that a served bucket has, and every behavior with a policy", () => {
    expect(policy({})).toEqual([]);
    const behavior: PropertyMap = { responseHeadersPolicyId: UNKNOWN };
    expect(
      failing(awsDistribution, {
        defaultCacheBehavior: behavior,
        orderedCacheBehaviors: [behavior],
      }),
    ).toEqual([]);
  });

  it("refuses a behavior without a policy of headers", () => {
    expect(
      failing(awsDistribution, {
        defaultCacheBehavior: { responseHeadersPolicyId: "1" },
        orderedCacheBehaviors: [{}],
      }),
    ).toEqual([
      "fail cdn: orderedCacheBehaviors[0].responseHeadersPolicyId: found nothing, wanted a ResponseHeadersPolicy",
    ]);
  });

  it("takes a year of HTTPS and not a second less", () => {
    const seconds = (accessControlMaxAgeSec: number) =>
      policy({ strictTransportSecurity: { accessControlMaxAgeSec } });
    expect(seconds(31_536_000)).toEqual([]);
    expect(seconds(31_535_999)).toEqual([
      "fail cdn: securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec: found 31535999, wanted 31536000 or more",
    ]);
  });

  it.each(["contentTypeOptions", "frameOptions", "referrerPolicy", "contentSecurityPolicy"])(
    "refuses a policy without %s",
    (header) => {
      expect(policy({ [header]: {} })).toEqual([
        expect.stringContaining(`fail cdn: securityHeadersConfig.${header}.`),
      ]);
    },
  );

  it("refuses a policy of nothing, and cannot tell an unknown one", () => {
    expect(failing(awsHeadersPolicy, {})).toHaveLength(5);
    expect(failing(awsHeadersPolicy, { securityHeadersConfig: UNKNOWN })[0]).toMatch(/^unknown /);
  });
});
