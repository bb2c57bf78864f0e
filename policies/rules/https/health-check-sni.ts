import { z } from "zod";
import { readProperty } from "../../../core/value";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import { defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: UPT-01
export const healthCheckSni = defineRule({
  id: "health-check-sni",
  title: "HTTPS health checks name their host in the TLS handshake",
  why: "Without the name a server of many hosts answers with another host's certificate, and the check speaks of a site that nobody visits.",
  fix: "Set enableSni to true on the health check.",
  severity: "medium",
  topics: ["https", "uptime"],
  references: [
    {
      standard: "RFC 6066",
      clause: "3",
      url: "https://www.rfc-editor.org/rfc/rfc6066#section-3",
    },
    {
      standard: "AWS",
      clause: "Route 53 health checks: Enable SNI",
      url: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html",
    },
  ],
  appliesTo: [providerTypes.awsHealthCheck],
  options: z.strictObject({}),
  check: ({ inputs, urn }) => {
    const evidence = { property: "enableSni", wanted: true };
    const type = readProperty(inputs, ["type"]);
    if (type.state === "unknown") return unknown({ property: "type" });
    if (!/^HTTPS/.test(textOf(type) ?? "")) {
      return notApplicable("the health check does not ask over HTTPS", urn);
    }
    const sni = readProperty(inputs, ["enableSni"]);
    if (sni.state === "unknown") return unknown(evidence);
    // Route 53 enables it by itself for HTTPS.
    const found = sni.state === "absent" ? true : sni.value;
    return found === true ? pass({ ...evidence, found }) : fail({ ...evidence, found });
  },
});
