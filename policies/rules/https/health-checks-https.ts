import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { judgeAddress } from "../../lib/https/judge-address";
import { providerTypes } from "../../lib/provider-types";
import { asvs } from "../../lib/references";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

/** Types that look at other checks, alarms or switches and send no request of their own. */
const derivedTypes = ["CALCULATED", "CLOUDWATCH_METRIC", "RECOVERY_CONTROL"];
const secureTypes = ["HTTPS", "HTTPS_STR_MATCH"];

export const healthChecksHttps = defineRule({
  id: "health-checks-https",
  title: "Every health check asks over HTTPS",
  why: "A check over plain HTTP or TCP stays green while users see a broken certificate.",
  fix: "Give the health check the type HTTPS or HTTPS_STR_MATCH, and a check at Checkly an https:// address without skipSsl.",
  severity: "medium",
  topics: ["https", "uptime"],
  references: [asvs("12.2.1")],
  appliesTo: [providerTypes.awsHealthCheck, providerTypes.checklyCheck],
  options: z.strictObject({}),
  check: (check) => {
    if (check.type === providerTypes.checklyCheck) return judgeCheckly(check);
    const { inputs, urn } = check;
    const evidence = { property: "type", wanted: secureTypes.join(" or ") };
    const type = readProperty(inputs, ["type"]);
    if (type.state === "unknown") return unknown(evidence);
    const found = textOf(type) ?? null;
    if (found && derivedTypes.includes(found)) {
      return notApplicable("the health check sends no request of its own", urn);
    }
    const holds = found !== null && secureTypes.includes(found);
    return holds ? pass({ ...evidence, found }) : fail({ ...evidence, found });
  },
});

/** The request of an API check; a browser check says in its script what it asks. */
function judgeCheckly(check: DeclaredResource): Answer | Answer[] {
  const { inputs, urn } = check;
  if (readProperty(inputs, ["request"]).state === "absent") {
    return notApplicable("the check sends no request of its own", urn);
  }
  const property = "request.skipSsl";
  const skips = readProperty(inputs, ["request", "skipSsl"]);
  const evidence = { property, wanted: "certificates looked at" };
  const looks =
    skips.state === "unknown"
      ? unknown(evidence)
      : textOf(skips) === "true"
        ? fail({ ...evidence, found: true })
        : pass({ ...evidence, found: false });
  return [judgeAddress(check, "request.url"), looks];
}
