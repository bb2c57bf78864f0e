import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { distributionHttps as rule } from "../../../policies/rules/https/distribution-https";
import { brief, judge, resource } from "../support/stack";

const good: PropertyMap = {
  defaultCacheBehavior: { viewerProtocolPolicy: "redirect-to-https" },
  orderedCacheBehaviors: [{ viewerProtocolPolicy: "https-only" }],
  origins: [
    { domainName: "bucket.s3.amazonaws.com" },
    { domainName: "app.example.com", customOriginConfig: { originProtocolPolicy: "https-only" } },
  ],
};
const ask = (inputs: PropertyMap) =>
  brief(judge(rule, [resource(providerTypes.awsDistribution, "cdn", { ...good, ...inputs })]));
const failing = (inputs: PropertyMap) => ask(inputs).filter((line) => !line.startsWith("pass"));

describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts HTTPS everywhere, with one answer for each place that decides", () => {
    expect(ask({})).toEqual(Array(3).fill(`pass cdn: ${rule.title}`));
  });

  it.each(["allow-all", null, 7])("reports visitors served by %s", (viewerProtocolPolicy) => {
    const found = viewerProtocolPolicy ?? "nothing";
    expect(failing({ defaultCacheBehavior: { viewerProtocolPolicy } })).toEqual([
      `fail cdn: defaultCacheBehavior.viewerProtocolPolicy: found ${found}, wanted https-only or redirect-to-https`,
    ]);
  });

  it("reports one path that is served in clear", () => {
    expect(failing({ orderedCacheBehaviors: [{ viewerProtocolPolicy: "allow-all" }] })).toEqual([
      "fail cdn: orderedCacheBehaviors[0].viewerProtocolPolicy: found allow-all, wanted https-only or redirect-to-https",
    ]);
  });

  it.each(["match-viewer", "http-only"])(
    "reports an origin asked by %s",
    (originProtocolPolicy) => {
      expect(failing({ origins: [{ customOriginConfig: { originProtocolPolicy } }] })).toEqual([
        `fail cdn: origins[0].customOriginConfig.originProtocolPolicy: found ${originProtocolPolicy}, wanted https-only`,
      ]);
    },
  );

  it.each(["TLSv1.2_2018", "TLSv1.2_2021", "TLSv1.3_2025"])(
    "accepts a certificate of one's own from %s on",
    (minimumProtocolVersion) => {
      const viewerCertificate: PropertyMap = {
        acmCertificateArn: UNKNOWN,
        minimumProtocolVersion,
      };
      expect(ask({ viewerCertificate })).toEqual(Array(4).fill(`pass cdn: ${rule.title}`));
    },
  );

  it.each([undefined, "TLSv1", "TLSv1.1_2016"])(
    "reports one that also takes %s",
    (minimumProtocolVersion) => {
      const viewerCertificate = { acmCertificateArn: "arn", minimumProtocolVersion };
      expect(failing({ viewerCertificate })).toEqual([
        `fail cdn: viewerCertificate.minimumProtocolVersion: found ${minimumProtocolVersion ?? "nothing"}, wanted TLSv1.2_2018 or TLSv1.2_2019 or TLSv1.2_2021 or TLSv1.2_2025 or TLSv1.3_2025`,
      ]);
    },
  );

  it("asks nothing of CloudFront's own certificate, which takes no such wish", () => {
    const viewerCertificate = { cloudfrontDefaultCertificate: true };
    expect(ask({ viewerCertificate })).toHaveLength(3);
  });

  it("needs no further behaviors and no origins of one's own", () => {
    expect(ask({ orderedCacheBehaviors: undefined, origins: {} })).toHaveLength(1);
  });

  it("cannot tell what is unknown", () => {
    expect(failing({ defaultCacheBehavior: UNKNOWN, orderedCacheBehaviors: UNKNOWN })).toEqual([
      expect.stringMatching(/^unknown cdn: defaultCacheBehavior\.viewerProtocolPolicy: not known/),
      expect.stringMatching(
        /^unknown cdn: orderedCacheBehaviors\[0\]\.viewerProtocolPolicy: not known/,
      ),
    ]);
    expect(failing({ origins: UNKNOWN })).toEqual([
      expect.stringMatching(/^unknown cdn: origins\[0\]\.customOriginConfig\.originProtocolPolicy/),
    ]);
  });
});
