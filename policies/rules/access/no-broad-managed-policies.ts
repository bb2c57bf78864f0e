import { z } from "zod";
import { broadManagedPolicy } from "../../../catalogue/iam";
import type { DeclaredResource } from "../../../core/resource";
import { parseUrn } from "../../../core/urn";
import { readProperty, type Reading } from "../../../core/value";
import { leastPrivilege } from "../../lib/access/references";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

/** Where ARNs of policies stand: one, or a list. */
const arnProperties: Readonly<Record<string, string>> = {
  [providerTypes.awsGroupPolicyAttachment]: "policyArn",
  [providerTypes.awsPolicyAttachment]: "policyArn",
  [providerTypes.awsRole]: "managedPolicyArns",
  [providerTypes.awsRolePolicyAttachment]: "policyArn",
  [providerTypes.awsSlackChannel]: "guardrailPolicyArns",
  [providerTypes.awsTeamsChannel]: "guardrailPolicyArns",
  [providerTypes.awsUserPolicyAttachment]: "policyArn",
};

/** What AWS takes for the limits of a chat channel that says none. */
const chatDefault = "arn:aws:iam::aws:policy/AdministratorAccess";

// Requirement: COMP-03
export const noBroadManagedPolicies = defineRule({
  id: "no-broad-managed-policies",
  title: "Nobody is given a policy of AWS's that allows whole services",
  why: "AdministratorAccess and its like allow all that there is and all that will be, and AWS widens them without asking.",
  fix: "Attach a policy of your own that names actions and resources; give chat channels a guardrail that only reads.",
  severity: "critical",
  topics: ["access"],
  references: leastPrivilege,
  appliesTo: Object.keys(arnProperties),
  options: z.strictObject({}),
  check: (resource) => {
    const property = arnProperties[resource.type] ?? "policyArn";
    const listed = readProperty(resource.inputs, [property]);
    return readings(property, listed).map((reading): Answer => {
      const evidence = { property, wanted: "a policy that names what it allows" };
      if (reading.state === "unknown") {
        // A policy of the stack's own is judged by its document.
        return isOwn(resource, property) ? pass(evidence) : unknown(evidence);
      }
      const found = broadManagedPolicy(textOf(reading) ?? "");
      return found === undefined ? pass(evidence) : fail({ ...evidence, found });
    });
  },
});

/** One reading for each ARN; AWS's own default where a chat channel says none. */
function readings(property: string, listed: Reading): Reading[] {
  const isChat = property === "guardrailPolicyArns";
  if (listed.state === "absent") {
    return isChat ? [{ state: "known", value: chatDefault }] : [];
  }
  if (listed.state === "unknown" || !Array.isArray(listed.value)) return [listed];
  const { length } = listed.value;
  const empty: Reading[] = isChat && length === 0 ? [{ state: "known", value: chatDefault }] : [];
  const each = Array.from({ length }, (_, index) => readProperty(listed.value as never, [index]));
  return [...empty, ...each];
}

function isOwn({ propertyDependencies }: DeclaredResource, property: string): boolean {
  const from = propertyDependencies[property] ?? [];
  return from.length > 0 && from.every((urn) => parseUrn(urn).type === providerTypes.awsPolicy);
}
