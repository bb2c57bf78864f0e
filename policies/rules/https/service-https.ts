import { z } from "zod";
import { tokens } from "../../../core/tokens";
import { tlsBetween } from "../../lib/references";
import { addressesIn } from "../../lib/https/urls";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

// Requirement: HDR-09
export const serviceHttps = defineRule({
  id: "service-https",
  title: "Container services are told none but addresses with TLS",
  why: "A service that calls others by plain addresses sends its tokens and its users' data across networks that it does not own.",
  fix: "Write https:// or wss:// in the service's env for every host but localhost.",
  severity: "high",
  topics: ["https", "services"],
  references: [tlsBetween],
  appliesTo: [tokens.containerService],
  options: z.strictObject({}),
  check: ({ inputs }) =>
    addressesIn(inputs).map(({ property, scheme }): Answer => {
      const evidence = { property, input: property, wanted: "https:// or wss://" };
      if (scheme === undefined) return unknown(evidence);
      const found = `${scheme}://`;
      const plain = scheme === "http" || scheme === "ws";
      return plain ? fail({ ...evidence, found }) : pass({ ...evidence, found });
    }),
});
