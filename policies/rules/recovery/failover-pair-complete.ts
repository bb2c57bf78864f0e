import { z } from "zod";
import { readProperty } from "../../../core/value";
import { type FailoverPair, failoverPairs } from "../../lib/recovery/failover";
import { continuity, redundancy } from "../../lib/recovery/references";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: UPT-05
export const failoverPairComplete = defineRule({
  id: "failover-pair-complete",
  title: "DNS sends visitors to a standby when a host is down",
  why: "A host with one address is down for as long as whatever stands behind it, however many standbys wait elsewhere.",
  fix: "Declare groundwork:dns.failover: a checked primary record, a secondary one, and a short lifetime for both.",
  severity: "medium",
  topics: ["recovery", "dns"],
  references: [...continuity, redundancy],
  appliesTo: "stack",
  options: z.strictObject({
    maxTtl: z.int().min(1).describe("Longest lifetime of the records, in seconds."),
  }),
  check: (stack, { options }) => {
    const pairs = failoverPairs(stack);
    if (pairs.length === 0) return notApplicable("no record of a host that visitors use");
    return pairs.map((pair) => judgePair(pair, options.maxTtl));
  },
});

function judgePair({ host, records, primary, secondary }: FailoverPair, maxTtl: number): Answer {
  const urn = (primary ?? secondary ?? records[0])?.urn;
  const of = { ...(urn !== undefined && { urn }), input: "failover" };
  const wanted = (what: string) => ({ ...of, wanted: what, found: null });
  if (!primary)
    return fail({
      ...wanted("a primary record with a health check"),
      message: missing(host, "primary"),
    });
  if (!secondary)
    return fail({ ...wanted("a secondary record"), message: missing(host, "secondary") });
  const check = { ...of, property: "healthCheckId", wanted: "a health check" };
  // Its id is not known before it is made; that there is one is enough.
  if (readProperty(primary.inputs, ["healthCheckId"]).state === "absent") {
    return fail({ ...check, found: null });
  }
  for (const { urn: place, inputs } of [primary, secondary]) {
    const ttl = readProperty(inputs, ["ttl"]);
    const evidence = {
      urn: place,
      input: "failover.ttl",
      property: "ttl",
      wanted: `at most ${maxTtl} seconds`,
    };
    if (ttl.state === "unknown") return unknown(evidence);
    // An alias has no lifetime of its own: Route 53 answers with the target's, a minute at most.
    if (ttl.state === "known" && Number(ttl.value) > maxTtl) {
      return fail({ ...evidence, found: `${Number(ttl.value)} seconds` });
    }
  }
  return pass({ ...of, found: host });
}

const missing = (host: string, role: string): string =>
  `found no ${role} record of ${host}, wanted a failover pair`;
