import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import type { StackView } from "../../stack-view";
import { providerTypes } from "../provider-types";
import { readText } from "../text";
import { identityDocuments } from "./carriers";
import { readPolicy, type Statement } from "./documents";
import { fits } from "./narrowing";

/** What a role may do, of what the stack says. */
export interface RoleRights {
  statements: readonly Statement[];
  /** Names of the policies that it is given. */
  policies: readonly string[];
  /** True when one of its documents is not known, or is none. */
  isPartial: boolean;
}

/** A role's own documents, those beside it, and those of the stack's policies that it is given. */
export function rightsOf(stack: StackView, role: DeclaredResource): RoleRights {
  const { awsPolicy, awsRolePolicy, awsRolePolicyAttachment } = providerTypes;
  const given = givenTo(stack, role, awsRolePolicyAttachment)
    .flatMap(({ propertyDependencies }) => propertyDependencies.policyArn ?? [])
    .map((urn) => stack.get(urn))
    .filter((one) => one?.type === awsPolicy) as DeclaredResource[];
  const carriers = [role, ...givenTo(stack, role, awsRolePolicy), ...given];
  const documents = carriers.flatMap(identityDocuments).map(({ reading }) => readPolicy(reading));
  return {
    statements: documents.flatMap((one) => (one.state === "known" ? one.statements : [])),
    policies: given.flatMap(({ inputs }) => readText(inputs, ["name"]) ?? []),
    isPartial: documents.some(({ state }) => state !== "known"),
  };
}

/** Resources of a type that name the role: computed from it, or by its name. */
function givenTo(stack: StackView, role: DeclaredResource, type: string): DeclaredResource[] {
  const name = readText(role.inputs, ["name"]);
  const computed = stack.dependents(role, type, "role");
  const spelled = stack
    .ofType(type)
    .filter(({ inputs }) => name !== undefined && readText(inputs, ["role"]) === name);
  return [...new Set([...computed, ...spelled])];
}

/** True where tokens of an identity provider open the role: it belongs to jobs, not to a service of AWS. */
export function isForJobs({ inputs }: DeclaredResource): boolean {
  const trust = readPolicy(readProperty(inputs, ["assumeRolePolicy"]));
  if (trust.state !== "known") return false;
  return trust.statements.some(({ allows, principals }) => {
    const who = principals.Federated ?? [];
    return allows && who.some((one) => one.includes(":oidc-provider/"));
  });
}

/** Whether a statement is about an action on a role or policy of this name. */
export function concerns(
  { actions, resources }: Statement,
  action: string,
  named: { kind: "role" | "policy"; name: string },
): boolean {
  const reaches = resources.some((resource) => {
    if (resource === "*") return true;
    const pattern = new RegExp(`^arn:[^:]*:iam::[^:]*:${named.kind}/(.+)$`).exec(resource)?.[1];
    return pattern !== undefined && fits(pattern, named.name);
  });
  return reaches && actions.some((pattern) => fits(pattern, action));
}
