import { readProperty } from "../../core/value";
import { readPolicy, type Statement } from "../../policies/lib/access/documents";
import { rightsOf } from "../../policies/lib/access/roles";
import { providerTypes } from "../../policies/lib/provider-types";
import { readText } from "../../policies/lib/text";
import type { StackView } from "../../policies/stack-view";
import type { ReportInput } from "../../report/build";

type ReadRole = NonNullable<ReportInput["roles"]>[number];
type Grant = ReadRole["grants"][number];

/** What each role of the stack may do and who may take it over, as the rules read their documents. */
export function roleRights(stack: StackView): ReadRole[] {
  return stack.ofType(providerTypes.awsRole).map((role) => {
    const { statements, policies, isPartial } = rightsOf(stack, role);
    const trust = readPolicy(readProperty(role.inputs, ["assumeRolePolicy"]));
    const partial = isPartial || trust.state !== "known";
    const name = readText(role.inputs, ["name"]);
    const managed = stack
      .ofType(providerTypes.awsRolePolicyAttachment)
      .filter(({ inputs }) => name !== undefined && readText(inputs, ["role"]) === name)
      .flatMap(
        ({ inputs }) => /:policy\/(.+)$/.exec(readText(inputs, ["policyArn"]) ?? "")?.[1] ?? [],
      );
    return {
      urn: role.urn,
      openTo: trust.state === "known" ? [...new Set(trust.statements.flatMap(openTo))] : [],
      grants: statements.map(grantOf),
      policies: [...new Set([...policies, ...managed])],
      ...(partial && { partial }),
    };
  });
}

function openTo({ allows, principals, conditions }: Statement): string[] {
  if (!allows) return [];
  const only = conditions
    .filter(({ key }) => key.endsWith(":sub"))
    .flatMap(({ values }) => values)
    .join(", ");
  return Object.entries(principals).flatMap(([kind, who]) =>
    who.map((one) => `${kind} ${one}${only ? ` as ${only}` : ""}`),
  );
}

function grantOf(statement: Statement): Grant {
  const { allows, actions, notActions, resources, notResources, conditions } = statement;
  const allBut = notActions.length > 0;
  return {
    allows,
    actions: allBut ? notActions : actions,
    ...(allBut && { allBut }),
    on: [...resources, ...notResources.map((one) => `all but ${one}`)],
    conditions: [...new Set(conditions.map(({ key }) => key))],
  };
}
