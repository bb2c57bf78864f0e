import { z } from "zod";
import { pathText } from "../../../core/property-path";
import { type PropertyMap, readProperty } from "../../../core/value";
import { providerTypes } from "../../lib/provider-types";
import { asvs, owaspHeaders } from "../../lib/references";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

/** The least that the preload list takes. */
const oneYear = 31_536_000;

const wanted: readonly {
  path: readonly string[];
  holds: (found: unknown) => boolean;
  is: string;
}[] = [
  {
    path: ["strictTransportSecurity", "accessControlMaxAgeSec"],
    holds: (found) => typeof found === "number" && found >= oneYear,
    is: "31536000 or more",
  },
  { path: ["contentTypeOptions", "override"], holds: isTrue, is: "true" },
  { path: ["frameOptions", "frameOption"], holds: isText, is: "DENY or SAMEORIGIN" },
  { path: ["referrerPolicy", "referrerPolicy"], holds: isText, is: "a policy of referrers" },
  {
    path: ["contentSecurityPolicy", "contentSecurityPolicy"],
    holds: isText,
    is: "a Content-Security-Policy",
  },
];

// Requirement: HDR-03, HDR-05
export const distributionHeaders = defineRule({
  id: "distribution-headers",
  title: "What CloudFront serves carries the headers that protect browsers",
  why: "A file served beside the app without them can be framed, sniffed as another type or fetched in clear, on a host that shares the app's site.",
  fix: "Give each behavior a ResponseHeadersPolicy with all security headers, as StorageBucket's distribution does.",
  severity: "medium",
  topics: ["headers", "origins"],
  references: [owaspHeaders("Best practices"), asvs("3.4.1")],
  appliesTo: [providerTypes.awsDistribution, providerTypes.awsHeadersPolicy],
  options: z.strictObject({}),
  check: ({ type, inputs }) =>
    type === providerTypes.awsDistribution ? behaviorsOf(inputs) : headersOf(inputs),
});

/** A policy's id is not known before the policy exists; that there is one is enough. */
function behaviorsOf(inputs: PropertyMap): Answer[] {
  const further = inputs["orderedCacheBehaviors"];
  const count = Array.isArray(further) ? further.length : 0;
  const behaviors: (string | number)[][] = [
    ["defaultCacheBehavior"],
    ...Array.from({ length: count }, (_, index) => ["orderedCacheBehaviors", index]),
  ];
  return behaviors.map((behavior): Answer => {
    const path = [...behavior, "responseHeadersPolicyId"];
    const evidence = { property: pathText(path), wanted: "a ResponseHeadersPolicy" };
    const reading = readProperty(inputs, path);
    return reading.state === "absent" ? fail({ ...evidence, found: null }) : pass(evidence);
  });
}

function headersOf(inputs: PropertyMap): Answer[] {
  return wanted.map(({ path, holds, is }): Answer => {
    const steps = ["securityHeadersConfig", ...path];
    const evidence = { property: pathText(steps), wanted: is };
    const reading = readProperty(inputs, steps);
    if (reading.state === "unknown") return unknown(evidence);
    const found = reading.state === "known" ? reading.value : null;
    return holds(found) ? pass({ ...evidence, found }) : fail({ ...evidence, found });
  });
}

function isTrue(found: unknown): boolean {
  return found === true;
}

function isText(found: unknown): boolean {
  return typeof found === "string" && found !== "";
}
