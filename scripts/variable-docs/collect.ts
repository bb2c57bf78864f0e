import { knownNames, nameAt } from "../../catalogue/secret-names";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";

/** One name and what is said of it, in the words of the page. Never a value. */
export interface Row {
  name: string;
  /** Cells after the name. Rows of several stacks that say the same are one. */
  cells: readonly string[];
}

export interface Collected {
  secrets: Row[];
  /** Of the site. */
  site: Row[];
  /** Of container services, whose name is the first cell. */
  services: Row[];
}

interface Registered {
  owner: string;
  source: "generated" | "required" | "declared";
  rotationDays: number;
  destinations?: {
    vercel?: { targets?: string[] };
    github?: { scope?: string; environments?: string[]; secretName?: string };
    awsSecretsManager?: object;
    edgeFunctions?: boolean;
  };
}

/** As components make it of a stack file: text, or an object that says where a value comes from. */
type Variable =
  string | { secret?: string | boolean; output?: string; computed?: boolean; targets?: string[] };

interface Service {
  env?: Record<string, string>;
  secrets?: string[];
}

// Requirement: COMP-08
/** Names that one stack declares, out of the inputs of its components, which hold no secret's value. */
export function collect(resources: readonly DeclaredResource[]): Collected {
  const inputs = <T>(token: string) =>
    resources.filter(({ type }) => type === token).map((it) => it.inputs as unknown as T);
  const registries = inputs<{ registry: Record<string, Registered> }>(tokens.secrets);
  const sites = inputs<{ variables?: Record<string, Variable> }>(tokens.hostingProject);
  const services = inputs<{ services: Record<string, Service> }>(tokens.containerService);
  const named = sites.flatMap(({ variables = {} }) => Object.entries(variables));
  const secrets = registries.flatMap(({ registry }) => Object.entries(registry));
  return {
    secrets: secrets.map(([name, secret]) => secretRow(name, secret, named)),
    site: sites.flatMap(({ variables = {} }) => Object.entries(variables).map(siteRow)),
    services: services.flatMap((each) => Object.entries(each.services).flatMap(serviceRows)),
  };
}

const sources = {
  generated: "by the program",
  required: "by a person",
  declared: "by another resource",
} as const;

function secretRow(
  name: string,
  secret: Registered,
  variables: readonly (readonly [string, Variable])[],
): Row {
  const { owner, source, rotationDays } = secret;
  const what = knownNames[name]?.what ?? "";
  const asked = variables.filter(([, one]) => typeof one === "object" && one.secret === name);
  const all = [
    ...destinationsOf(name, secret),
    ...asked.map(([variable]) => `the site, by its variable ${variable}`),
  ];
  const goesTo = all.join("; ") || "nowhere: the program itself uses it";
  return { name, cells: [what, owner, sources[source], goesTo, `${rotationDays} days`] };
}

const allTargets = ["production", "preview"];

function destinationsOf(name: string, { destinations = {} }: Registered): string[] {
  const { vercel, github, awsSecretsManager, edgeFunctions } = destinations;
  const called = (there: string) => (there === name ? "" : ` as ${there}`);
  return [
    vercel &&
      `the site${called(nameAt("vercel", name))} (${(vercel.targets ?? allTargets).join(", ")})`,
    github && `jobs ${scopeOf(github)}${called(github.secretName ?? nameAt("github", name))}`,
    awsSecretsManager && "AWS Secrets Manager",
    edgeFunctions && "edge functions",
  ].filter((text): text is string => typeof text === "string");
}

function scopeOf({ scope, environments }: NonNullable<Registered["destinations"]>["github"] & {}) {
  if (scope === "repository") return "of the repository";
  return environments ? `of ${environments.join(", ")}` : "of the stack's environment";
}

function siteRow([name, variable]: [string, Variable]): Row {
  const targets = typeof variable === "string" ? undefined : variable.targets;
  return { name, cells: [originOf(variable), (targets ?? allTargets).join(", ")] };
}

function originOf(variable: Variable): string {
  if (typeof variable === "string") return "plain text";
  if (typeof variable.secret === "string") return `the secret ${variable.secret}`;
  if (variable.output !== undefined) return `the stack's output ${variable.output}`;
  return variable.secret || variable.computed ? "the program" : "plain text";
}

function serviceRows([service, { env = {}, secrets = [] }]: [string, Service]): Row[] {
  return [
    ...Object.keys(env).map((name) => ({ name, cells: [service, "plain text"] })),
    ...secrets.map((name) => ({ name, cells: [service, "a secret, set with the vendor's tool"] })),
  ];
}
