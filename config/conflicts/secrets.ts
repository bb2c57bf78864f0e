import { exposureFault, nameAt } from "../../catalogue/secret-names";
import { filePath, type SettingsProblem } from "../problems";
import type { FileSettings } from "../settings";

type Variables = NonNullable<FileSettings["hosting"]["variables"]>;
type Registry = NonNullable<FileSettings["secretRegistry"]>;

/** What Vercel takes a variable for when nothing is said. */
const defaultTargets = ["production", "preview"] as const;

/** What is wrong between sections: a secret that two of them make, or that one cannot have. */
export function secretConflicts({
  hosting,
  secretRegistry = {},
  secrets = {},
}: FileSettings): SettingsProblem[] {
  const { variables = {} } = hosting;
  return [
    ...Object.entries(secretRegistry).flatMap(([name, secret]) => [
      ...valueProblems(name, secret, secrets),
      ...variableProblems(name, secret, variables),
    ]),
    ...Object.entries(variables).flatMap(
      ([key, variable]) =>
        exposureProblems(key, variable, secretRegistry) ??
        referenceProblems(key, variable, secretRegistry),
    ),
    ...vendorSettings.flatMap((name) => settingProblems(name, hosting[name], secretRegistry)),
  ];
}

/** Settings of the vendor itself that take a secret of a person by name. */
const vendorSettings = ["logDrain", "passwordProtection"] as const;

function settingProblems(
  name: (typeof vendorSettings)[number],
  setting: FileSettings["hosting"][(typeof vendorSettings)[number]],
  registry: Registry,
): SettingsProblem[] {
  const secret = setting?.secret;
  if (secret === undefined) return [];
  const fix = "name a secret that a person sets: source: required in groundwork:secretRegistry";
  return generatedProblems({ at: ["hosting", name], secret, fix }, registry);
}

interface Reference {
  at: readonly string[];
  secret: string;
  fix: string;
}

/** A generated value goes to its destinations, and to nobody else. */
function generatedProblems({ at, secret, fix }: Reference, registry: Registry): SettingsProblem[] {
  if (!Object.hasOwn(registry, secret) || registry[secret]?.source !== "generated") return [];
  const found = `${secret} is generated, and goes to its destinations alone`;
  return [{ path: filePath([...at, "secret"]), found, fix }];
}

/** What Pulumi makes, nobody sets. */
function valueProblems(
  name: string,
  { source }: Registry[string],
  secrets: Readonly<Record<string, unknown>>,
): SettingsProblem[] {
  if (source !== "generated" || !Object.hasOwn(secrets, name)) return [];
  return [
    {
      path: filePath(["secrets", name]),
      found: "a value for a secret that is generated",
      fix: "remove it, or register the secret with source: required",
    },
  ];
}

/** One name has one value for each target. */
function variableProblems(
  name: string,
  { destinations }: Registry[string],
  variables: Variables,
): SettingsProblem[] {
  const key = nameAt("vercel", name);
  const variable = Object.hasOwn(variables, key) ? variables[key] : undefined;
  if (!destinations?.vercel || variable === undefined) return [];
  const taken = typeof variable === "string" ? undefined : variable.targets;
  const targets: readonly string[] = destinations.vercel.targets ?? defaultTargets;
  const both = targets.filter((it) => (taken ?? defaultTargets).some((other) => it === other));
  if (both.length === 0) return [];
  return [
    {
      path: filePath(["secretRegistry", name, "destinations", "vercel"]),
      found: `groundwork:hosting.variables.${key} has the same name for ${both.join(" and ")}`,
      fix: "keep one of them",
    },
  ];
}

/** What only servers may read stands under no name that browsers read; undefined when it does not. */
function exposureProblems(
  key: string,
  variable: Variables[string],
  registry: Registry,
): SettingsProblem[] | undefined {
  const secret = secretOf(variable);
  const registered = secret !== undefined && Object.hasOwn(registry, secret);
  const fault = exposureFault({ key, secret, registered });
  const steps = ["hosting", "variables", key, ...(secret === undefined ? [] : ["secret"])];
  return fault && [{ path: filePath(steps), ...fault }];
}

function referenceProblems(
  key: string,
  variable: Variables[string],
  registry: Registry,
): SettingsProblem[] {
  const secret = secretOf(variable);
  if (secret === undefined) return [];
  const fix = `remove the variable, and give ${secret} the destination vercel in groundwork:secretRegistry`;
  return generatedProblems({ at: ["hosting", "variables", key], secret, fix }, registry);
}

function secretOf(variable: Variables[string]): string | undefined {
  return typeof variable !== "string" && "secret" in variable ? variable.secret : undefined;
}
