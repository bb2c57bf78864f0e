import { tokens } from "../../../core/tokens";
import type { DeclaredResource } from "../../../core/resource";
import type { StackView } from "../../stack-view";
import { notApplicable, type Answer } from "../../rule";
import { providerTypes } from "../provider-types";
import { readText } from "../text";

const noGate = "its jobs compare and change nothing, by a role that one workflow alone may take";

/**
 * Asks of every environment that updates go to. One is let off that is declared for comparisons alone: by its name in the
 * repository's args, and as long as no secret of the program lies in it and every AWS role of its jobs is bound to a
 * workflow. A gate would keep a comparison of each night from ever being made.
 */
export function judgeEnvironments(
  stack: StackView,
  judge: (environment: DeclaredResource) => Answer,
): Answer[] {
  return stack
    .ofType(providerTypes.githubEnvironment)
    .map((one) =>
      comparesOnly(stack, one) ? notApplicable(noGate, one.urn) : { urn: one.urn, ...judge(one) },
    );
}

function comparesOnly(stack: StackView, environment: DeclaredResource): boolean {
  const name = readText(environment.inputs, ["environment"]);
  if (name === undefined) return false;
  const declared = stack
    .ofType(tokens.repository)
    .some(({ inputs }) => readText(inputs, ["environment", "drift"]) === name);
  return declared && !holdsSecrets(stack, environment, name) && isBound(stack, name);
}

function holdsSecrets(stack: StackView, environment: DeclaredResource, name: string): boolean {
  const { githubEnvironmentSecret: type } = providerTypes;
  const named = stack.ofType(type).some(({ inputs }) => readText(inputs, ["environment"]) === name);
  return named || stack.dependents(environment, type, "environment").length > 0;
}

/** Roles whose trust names the environment's jobs. */
function isBound(stack: StackView, name: string): boolean {
  const trusts = stack
    .ofType(providerTypes.awsRole)
    .map(({ inputs }) => readText(inputs, ["assumeRolePolicy"]) ?? "");
  const own = trusts.filter((text) => text.includes(`:environment:${name}"`));
  return own.every((text) => text.includes(":job_workflow_ref"));
}
