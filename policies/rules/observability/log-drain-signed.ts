import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { logging } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

/** What lets a receiver tell whose lines they are. */
const proofs = ["secret", "headers"];

// Requirement: LOG-10
export const logDrainSigned = defineRule({
  id: "log-drain-signed",
  title: "Log drains prove who they are to whoever takes the lines",
  why: "An intake that cannot tell Vercel from a stranger takes forged lines, or none.",
  fix: "Name a secret in groundwork:hosting.logDrain.secret, and the same one in groundwork:logs.intake.drainSecret.",
  severity: "medium",
  topics: ["logs", "secrets"],
  references: [
    logging,
    {
      standard: "Vercel",
      clause: "Drains: security",
      url: "https://vercel.com/docs/drains/security",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => stack.ofType(providerTypes.vercelLogDrain).map(judgeDrain),
});

function judgeDrain(drain: DeclaredResource): Answer {
  const property = "secret";
  const wanted = "a secret, or headers with a credential";
  const evidence = { urn: drain.urn, property, input: "logDrain.secret", wanted };
  const states = proofs.map((proof) => stateOf(drain, proof));
  if (states.includes("given")) return pass(evidence);
  return states.includes("unknown") ? unknown(evidence) : fail({ ...evidence, found: null });
}

/** The value itself is never looked at: only whether there is one, or will be. */
function stateOf({ inputs, propertyDependencies, secrets = [] }: DeclaredResource, proof: string) {
  const { state } = readProperty(inputs, [proof]);
  if (state !== "unknown") return state === "known" ? "given" : "absent";
  const isComputed = (propertyDependencies[proof] ?? []).length > 0;
  return isComputed || secrets.includes(proof) ? "given" : "unknown";
}
