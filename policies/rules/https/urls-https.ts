import { z } from "zod";
import { tokens } from "../../../core/tokens";
import { variableInput } from "../../lib/input-paths";
import { isOwnedAddress } from "../../lib/https/owned-addresses";
import { addressesIn } from "../../lib/https/urls";
import { asvs } from "../../lib/references";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

export const urlsHttps = defineRule({
  id: "urls-https",
  title: "Every address in a resource's inputs uses TLS",
  why: "Whatever is sent to a plain address can be read and changed by anyone on the way.",
  fix: "Write https:// or wss:// for every host but localhost.",
  severity: "high",
  topics: ["https"],
  references: [asvs("12.2.1"), asvs("12.3.1")],
  appliesTo: ["*", tokens.hostedSite],
  options: z.strictObject({}),
  // The address itself stays out of the evidence: it may carry a password, and it may be a secret as a whole.
  check: (resource) =>
    addressesIn(resource.inputs)
      .filter(({ property }) => !isOwnedAddress(resource, property))
      .map(({ property, scheme }): Answer => {
        const input = variableInput(resource, property);
        const evidence = { property, ...(input && { input }), wanted: "https:// or wss://" };
        if (scheme === undefined) return unknown(evidence);
        const found = `${scheme}://`;
        return scheme === "http" || scheme === "ws"
          ? fail({ ...evidence, found })
          : pass({ ...evidence, found });
      }),
});
