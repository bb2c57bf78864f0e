import { z } from "zod";
import { readProperty } from "../../../core/value";
import { judgeProperty } from "../../lib/judge-property";
import { providerTypes } from "../../lib/provider-types";
import { gdpr, iso } from "../../lib/references";
import { defineRule, notApplicable } from "../../rule";

/** Streams and clusters that Firehose reads from: what waits there is theirs to encrypt. */
const sources = ["kinesisSourceConfiguration", "mskSourceConfiguration"];

// Requirement: ALRT-19, COMP-01
export const deliveryStreamsEncrypted = defineRule({
  id: "delivery-streams-encrypted",
  title: "What Firehose carries is encrypted while it waits",
  why: "Firehose keeps what it takes in until it is delivered, for a day where the bucket refuses it: in clear unless it is told otherwise.",
  fix: "Set serverSideEncryption.enabled of the delivery stream to true.",
  severity: "medium",
  topics: ["data", "encryption"],
  references: [gdpr(32, "Article 32(1)(a)"), iso("A.8.24")],
  appliesTo: [providerTypes.awsDeliveryStream],
  options: z.strictObject({}),
  check: (resource) => {
    const reads = sources.find((key) => readProperty(resource.inputs, [key]).state !== "absent");
    if (reads !== undefined) {
      return notApplicable("what it reads from another stream is encrypted there", resource.urn);
    }
    return judgeProperty(resource, {
      property: "serverSideEncryption.enabled",
      wanted: true,
      absent: false,
      holds: (found) => found === true,
    });
  },
});
