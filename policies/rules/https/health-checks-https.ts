import { z } from "zod";
import { readProperty } from "../../../core/value";
import { providerTypes } from "../../lib/provider-types";
import { asvs } from "../../lib/references";
import { textOf } from "../../lib/text";
import { defineRule, fail, notApplicable, pass, unknown } from "../../rule";

/** Types that look at other checks, alarms or switches and send no request of their own. */
const derivedTypes = ["CALCULATED", "CLOUDWATCH_METRIC", "RECOVERY_CONTROL"];
const secureTypes = ["HTTPS", "HTTPS_STR_MATCH"];

export const healthChecksHttps = defineRule({
  id: "health-checks-https",
  title: "Every health check asks over HTTPS",
  why: "A check over plain HTTP or TCP stays green while users see a broken certificate.",
  fix: "Give the health check the type HTTPS or HTTPS_STR_MATCH.",
  severity: "medium",
  topics: ["https", "uptime"],
  references: [asvs("12.2.1")],
  appliesTo: [providerTypes.awsHealthCheck],
  options: z.strictObject({}),
  check: ({ inputs, urn }) => {
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
