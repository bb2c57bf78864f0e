import { z } from "zod";
import { pathText } from "../../../core/property-path";
import {
  type PropertyMap,
  type Value,
  UNKNOWN,
  isPropertyMap,
  readProperty,
} from "../../../core/value";
import { providerTypes } from "../../lib/provider-types";
import { tlsOutside } from "../../lib/references";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

const viewerPolicies = ["https-only", "redirect-to-https"];
const originPolicies = ["https-only"];
/** TLS 1.2 or later, by the names of CloudFront's sets of ciphers. */
const protocolVersions = [
  "TLSv1.2_2018",
  "TLSv1.2_2019",
  "TLSv1.2_2021",
  "TLSv1.2_2025",
  "TLSv1.3_2025",
];

// Requirement: HDR-09
export const distributionHttps = defineRule({
  id: "distribution-https",
  title: "CloudFront speaks HTTPS with visitors and with origins, TLS 1.2 at least",
  why: "A distribution that answers or fetches in clear undoes the certificate of the site that stands behind it.",
  fix: "Set viewerProtocolPolicy to redirect-to-https or https-only, originProtocolPolicy to https-only, and minimumProtocolVersion to TLSv1.2_2021.",
  severity: "high",
  topics: ["https", "origins"],
  references: [
    tlsOutside,
    {
      standard: "AWS Foundational Security Best Practices",
      clause: "CloudFront.3, CloudFront.9",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html",
    },
  ],
  appliesTo: [providerTypes.awsDistribution],
  options: z.strictObject({}),
  check: ({ inputs }) => [
    judgePolicy(inputs, ["defaultCacheBehavior", "viewerProtocolPolicy"], viewerPolicies),
    ...itemsAt(inputs, "orderedCacheBehaviors").map((index) =>
      judgePolicy(inputs, ["orderedCacheBehaviors", index, "viewerProtocolPolicy"], viewerPolicies),
    ),
    ...itemsAt(inputs, "origins").flatMap((index) => judgeOrigin(inputs, index)),
    ...judgeCertificate(inputs),
  ],
});

/** A host of one's own has a certificate, and says what browsers must speak; CloudFront's own hosts cannot. */
function judgeCertificate(inputs: PropertyMap): Answer[] {
  const hasOwn = ["acmCertificateArn", "iamCertificateId"].some(
    (key) => readProperty(inputs, ["viewerCertificate", key]).state !== "absent",
  );
  if (!hasOwn) return [];
  return [judgePolicy(inputs, ["viewerCertificate", "minimumProtocolVersion"], protocolVersions)];
}

/** An origin in S3 is reached by AWS's own way; a custom one says how. */
function judgeOrigin(inputs: PropertyMap, index: number): Answer[] {
  const path = ["origins", index, "customOriginConfig"];
  if (readProperty(inputs, path).state === "absent") return [];
  return [judgePolicy(inputs, [...path, "originProtocolPolicy"], originPolicies)];
}

function judgePolicy(
  inputs: PropertyMap,
  path: readonly (string | number)[],
  allowed: readonly string[],
): Answer {
  const property = pathText(path);
  const evidence = { property, wanted: allowed.join(" or ") };
  const reading = readProperty(inputs, path);
  if (reading.state === "unknown") return unknown(evidence);
  const found: Value = reading.state === "known" ? reading.value : null;
  const holds = typeof found === "string" && allowed.includes(found);
  return holds ? pass({ ...evidence, found }) : fail({ ...evidence, found });
}

function itemsAt(inputs: PropertyMap, name: string): number[] {
  const list = inputs[name];
  // One item stands for a list that is not known yet.
  if (list === UNKNOWN) return [0];
  if (isPropertyMap(list) || !Array.isArray(list)) return [];
  return [...list.keys()];
}
