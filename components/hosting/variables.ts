import { isPublicVariable, type VariableTarget } from "../../catalogue/vercel";
import type { Problem } from "../../core/errors";
import {
  defaults,
  type HostingArgs,
  type SecretVariableArgs,
  type ValueVariableArgs,
  type VariableArgs,
} from "./args";

type Value = ValueVariableArgs["value"];

/** A variable as Vercel is told about it. */
export interface VariableSpec {
  key: string;
  value: Value;
  targets: VariableTarget[];
  sensitive: boolean;
  comment: string;
}

/** The variables with their defaults and values. Check the args with `variableProblems` first. */
export function variableSpecs({ variables = {}, secrets = {} }: HostingArgs): VariableSpec[] {
  return Object.entries(variables).map(([key, given]) => {
    const variable = asObject(given);
    const targets = variable.targets ?? defaults.variables.targets;
    return {
      key,
      value: "secret" in variable ? valueOf(secrets, variable.secret) : variable.value,
      targets: [...targets],
      sensitive: isSensitive(key, variable, targets),
      comment: variable.comment ?? defaults.variables.comment,
    };
  });
}

/** What is wrong with the variables; paths count from the args. */
export function variableProblems({ variables = {}, secrets = {} }: HostingArgs): Problem[] {
  return Object.entries(variables).flatMap(([key, given]) => {
    const variable = asObject(given);
    return "secret" in variable
      ? secretProblems(key, variable.secret, secrets)
      : targetProblems(key, variable);
  });
}

/**
 * The variables as others may see them. Text that everyone may read stays; an Output and anything sensitive is
 * replaced by `secret: true`, and by `computed: true` where the name says that browsers get it anyway.
 */
export function visibleVariables(
  variables: Record<string, VariableArgs>,
): Record<string, string | object> {
  return Object.fromEntries(
    Object.entries(variables).map(([key, given]) => [key, visible(key, given)]),
  );
}

function visible(key: string, given: VariableArgs): string | object {
  if (typeof given === "string" || "secret" in given) return given;
  const { value, ...rest } = given;
  if (typeof value === "string" && !rest.sensitive) return given;
  return { ...rest, ...(isPublicVariable(key) ? { computed: true } : { secret: true }) };
}

function asObject(given: VariableArgs): ValueVariableArgs | SecretVariableArgs {
  return typeof given === "string" ? { value: given } : given;
}

function isSensitive(
  key: string,
  variable: ValueVariableArgs | SecretVariableArgs,
  targets: readonly VariableTarget[],
): boolean {
  if ("value" in variable && variable.sensitive !== undefined) return variable.sensitive;
  if (isPublicVariable(key) || targets.includes("development")) return false;
  return "secret" in variable || typeof variable.value !== "string";
}

function valueOf(secrets: Record<string, Value>, name: string): Value {
  const value = Object.hasOwn(secrets, name) ? secrets[name] : undefined;
  if (value === undefined) throw new Error(`no secret named ${name}`);
  return value;
}

function secretProblems(key: string, name: string, secrets: Record<string, Value>): Problem[] {
  if (Object.hasOwn(secrets, name) && secrets[name] !== undefined) return [];
  return [
    {
      where: { path: `variables.${key}.secret` },
      found: `no secret named ${name}`,
      fix: `set it: pulumi config set --secret --path 'groundwork:secrets.${name}'`,
    },
  ];
}

function targetProblems(key: string, { sensitive, targets = [] }: ValueVariableArgs): Problem[] {
  if (!sensitive || !targets.includes("development")) return [];
  return [
    {
      where: { path: `variables.${key}.sensitive` },
      found: "true with the target development",
      allowed: "false: Vercel refuses sensitive variables for development",
      fix: "give development a variable of its own",
    },
  ];
}
