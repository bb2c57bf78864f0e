import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { judgeOwnKey } from "../../lib/observability/own-key";
import { logging, logsEncrypted } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, notApplicable, unknown } from "../../rule";
import type { StackView } from "../../stack-view";

export const logGroupEncrypted = defineRule({
  id: "log-group-encrypted",
  title: "A key of one's own encrypts lines that are kept for long",
  why: "Whoever may read the group reads a year of addresses and errors, until a key can be withdrawn from them.",
  fix: "Set groundwork:logs.encrypted to true, or kmsKeyId on the group.",
  severity: "medium",
  topics: ["logs", "encryption"],
  references: [logsEncrypted, logging],
  appliesTo: "stack",
  options: z.strictObject({ fromDays: z.number().int().positive() }),
  check: (stack, { options: { fromDays } }) =>
    stack.ofType(providerTypes.awsLogGroup).map((group) => judgeGroup(stack, group, fromDays)),
});

function judgeGroup(stack: StackView, group: DeclaredResource, fromDays: number): Answer {
  const { urn, inputs } = group;
  const retention = readProperty(inputs, ["retentionInDays"]);
  if (retention.state === "unknown") return unknown({ urn, property: "retentionInDays" });
  // Without a number, or with 0, lines are never deleted.
  const days = Number(textOf(retention) ?? 0) || Number.POSITIVE_INFINITY;
  if (days < fromDays) return notApplicable(`lines are gone within ${fromDays} days`, urn);
  return judgeOwnKey(stack, group, { property: "kmsKeyId", input: "encrypted" });
}
