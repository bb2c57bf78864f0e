import { exposureFault } from "../../catalogue/secret-names";
import { isPublicVariable, type VariableTarget } from "../../catalogue/vercel";
import type { Problem } from "../../core/errors";
import {
  defaults,
  type HostingArgs,
  type OutputVariableArgs,
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
  /** Names of custom environments. */
  customEnvironments: string[];
  sensitive: boolean;
  comment: string;
}

// Requirement: SECR-03, SECR-04, SECR-06
/** The variables with their defaults and values. Check the args with `variableProblems` first. */
export function variableSpecs({
  variables = {},
  ...sources
}: Pick<HostingArgs, "variables" | "secrets" | "outputs">): VariableSpec[] {
  return Object.entries(variables).map(([key, given]) => {
    const variable = asObject(given);
    const targets = targetsOf(variable);
    return {
      key,
      value: valueFor(variable, sources),
      targets: [...targets],
      customEnvironments: [...(variable.customEnvironments ?? [])],
      sensitive: isSensitive(key, variable, targets),
      comment: variable.comment ?? defaults.variables.comment,
    };
  });
}

/** What is wrong with the variables; paths count from the args. */
export function variableProblems({
  variables = {},
  secrets = {},
  outputs = {},
  customEnvironments = {},
}: HostingArgs): Problem[] {
  return Object.entries(variables).flatMap(([key, given]) => {
    const variable = asObject(given);
    const problems = [
      ...exposureProblems(key, variable),
      ...environmentProblems(key, variable, customEnvironments),
    ];
    if ("secret" in variable) problems.push(...secretProblems(key, variable.secret, secrets));
    else if ("output" in variable) problems.push(...outputProblems(key, variable.output, outputs));
    else problems.push(...targetProblems(key, variable));
    return problems;
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
  if (typeof given === "string" || "secret" in given || "output" in given) return given;
  const { value, ...rest } = given;
  if (typeof value === "string" && !rest.sensitive) return given;
  return { ...rest, ...(isPublicVariable(key) ? { computed: true } : { secret: true }) };
}

type ObjectArgs = Exclude<VariableArgs, string>;

function asObject(given: VariableArgs): ObjectArgs {
  return typeof given === "string" ? { value: given } : given;
}

function isSensitive(
  key: string,
  variable: ObjectArgs,
  targets: readonly VariableTarget[],
): boolean {
  if ("value" in variable && variable.sensitive !== undefined) return variable.sensitive;
  if ("output" in variable || isPublicVariable(key) || targets.includes("development"))
    return false;
  return "secret" in variable || typeof variable.value !== "string";
}

/** A custom environment by itself takes the place of the usual targets. */
function targetsOf({ targets, customEnvironments }: ObjectArgs): readonly VariableTarget[] {
  return targets ?? (customEnvironments ? [] : defaults.variables.targets);
}

function environmentProblems(
  key: string,
  { customEnvironments: names = [] }: ObjectArgs,
  known: object,
): Problem[] {
  return names.flatMap((name, index) =>
    Object.hasOwn(known, name)
      ? []
      : [
          {
            where: { path: `variables.${key}.customEnvironments[${index}]` },
            found: `${name}, no custom environment of this project`,
            allowed: "a name in customEnvironments",
            fix: `add ${name} to customEnvironments`,
          },
        ],
  );
}

function valueFor(
  variable: ValueVariableArgs | SecretVariableArgs | OutputVariableArgs,
  { secrets = {}, outputs = {} }: Pick<HostingArgs, "secrets" | "outputs">,
): Value {
  if ("secret" in variable) return valueOf(secrets, variable.secret);
  return "output" in variable ? valueOf(outputs, variable.output) : variable.value;
}

function valueOf(values: Record<string, Value | undefined>, name: string): Value {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw new Error(`no value named ${name}`);
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

function outputProblems(
  key: string,
  name: string,
  outputs: NonNullable<HostingArgs["outputs"]>,
): Problem[] {
  if (Object.hasOwn(outputs, name)) return [];
  return [
    {
      where: { path: `variables.${key}.output` },
      found: `no output named ${name}`,
      allowed: "an output that the program hands over",
      fix: `give it in outputs: { "${name}": … }`,
    },
  ];
}

/** What only servers may read stands under no name that browsers read. */
function exposureProblems(key: string, variable: ObjectArgs): Problem[] {
  const secret = "secret" in variable ? variable.secret : undefined;
  const fault = exposureFault({ key, secret });
  const path = `variables.${key}${secret === undefined ? "" : ".secret"}`;
  return fault ? [{ where: { path }, ...fault }] : [];
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
