import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { concerns, isForJobs, rightsOf, type RoleRights } from "../../lib/access/roles";
import { leastPrivilege } from "../../lib/access/references";
import { providerTypes } from "../../lib/provider-types";
import { readText } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";

/** With any of these on itself, or on a policy that it is given, a role gives itself every other right. */
const widening = {
  role: [
    "iam:AttachRolePolicy",
    "iam:DeleteRolePolicy",
    "iam:DetachRolePolicy",
    "iam:PutRolePolicy",
    "iam:UpdateAssumeRolePolicy",
  ],
  policy: ["iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion"],
} as const;

// Requirement: COMP-03
export const deployRolesGuarded = defineRule({
  id: "deploy-roles-guarded",
  title: "No role that jobs take can widen itself",
  why: "A job that may change its own role may do everything, and so may whoever gets one line into the pipeline.",
  fix: "Deny these actions on the role's own name and policies without a condition, or give the role a permissions boundary.",
  severity: "high",
  topics: ["access", "pipeline"],
  references: [
    ...leastPrivilege,
    {
      standard: "AWS",
      clause: "Permissions boundaries for IAM entities",
      url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const roles = stack.ofType(providerTypes.awsRole).filter(isForJobs);
    return roles.length > 0
      ? roles.map((role) => judgeRole(stack, role))
      : notApplicable("jobs take no role of this stack");
  },
});

function judgeRole(stack: StackView, role: DeclaredResource): Answer {
  const { urn, inputs, name: logicalName } = role;
  const evidence = { urn, wanted: "no right to change itself" };
  if (readProperty(inputs, ["permissionsBoundary"]).state !== "absent") {
    return pass({ ...evidence, found: "a permissions boundary" });
  }
  const rights = rightsOf(stack, role);
  const found = unguarded(rights, readText(inputs, ["name"]) ?? logicalName);
  if (found.length > 0) return fail({ ...evidence, found });
  return rights.isPartial ? unknown({ ...evidence, property: "policy" }) : pass(evidence);
}

function unguarded({ statements, policies }: RoleRights, role: string): string[] {
  const allowed = statements.filter(({ allows }) => allows);
  // A denial with a condition denies only sometimes.
  const denied = statements.filter(({ allows, conditions }) => !allows && conditions.length === 0);
  const own = [
    { kind: "role" as const, name: role },
    ...policies.map((name) => ({ kind: "policy" as const, name })),
  ];
  const open = own.flatMap((named) =>
    widening[named.kind].filter((action) => {
      const about = (statement: (typeof statements)[number]) => concerns(statement, action, named);
      return allowed.some(about) && !denied.some(about);
    }),
  );
  return [...new Set(open)];
}
