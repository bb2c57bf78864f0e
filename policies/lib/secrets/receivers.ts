import { knownNames } from "../../../catalogue/secret-names";
import { pathText } from "../../../core/property-path";
import type { DeclaredResource } from "../../../core/resource";
import { isPropertyMap, readProperty } from "../../../core/value";
import type { StackView } from "../../stack-view";
import { appVariables } from "../hosting/app-platform";
import { itemsOf } from "../lists";
import { providerTypes } from "../provider-types";
import { readText } from "../text";

/** A place that is given a secret, under the name that it has there. */
export interface Receiver {
  urn: string;
  /** Path of the property that gives the name. */
  property: string;
  /** As it stands there; undefined while it is not known. */
  name: string | undefined;
  /** Input whose dependencies tell where the value comes from. */
  from: {
    resource: DeclaredResource;
    property: string;
    /** Nothing else in that input may be computed, so that what it is computed from is the value's own. */
    alone: boolean;
  };
}

/** Types whose resources hand on one secret each: where the name stands, and where the value. */
const single: readonly { type: string; name: string; values: readonly string[] }[] = [
  { type: providerTypes.vercelVariable, name: "key", values: ["value"] },
  ...[providerTypes.githubEnvironmentSecret, providerTypes.githubRepositorySecret].map((type) => ({
    type,
    name: "secretName",
    values: ["value", "valueEncrypted", "plaintextValue", "encryptedValue"],
  })),
];

/** Every place that hands a secret on: variables of any host, secrets of GitHub and AWS, secrets of edge functions. */
export function receivers(stack: StackView): Receiver[] {
  return [
    ...single.flatMap(({ type, name, values }) =>
      stack.ofType(type).map((resource) => {
        const property =
          values.find((each) => readProperty(resource.inputs, [each]).state !== "absent") ??
          values[0] ??
          "";
        return { ...named(resource, [name]), from: { resource, property, alone: true } };
      }),
    ),
    ...stack.ofType(providerTypes.awsSecret).flatMap((secret) => inAws(stack, secret)),
    ...stack.ofType(providerTypes.supabaseFunctionSecrets).flatMap(inFunctions),
    ...stack.ofType(providerTypes.digitaloceanApp).flatMap(inApp),
  ];
}

/** The one name of a secret, whatever it is called at a destination: `NEXT_PUBLIC_SUPABASE_URL` → `SUPABASE_URL`. */
export function mainSecretName(name: string): string {
  return mainNames.get(name) ?? name;
}

const mainNames: ReadonlyMap<string, string> = new Map(
  Object.entries(knownNames).flatMap(([main, { aliases = [] }]) =>
    aliases.map((alias) => [alias, main] as const),
  ),
);

/** A secret without a version has no value so far, and a name all the same. */
function inAws(stack: StackView, secret: DeclaredResource): Receiver[] {
  const versions = stack.dependents(secret, providerTypes.awsSecretVersion, "secretId");
  const holders = versions.length > 0 ? versions : [secret];
  return holders.map((resource) => ({
    ...named(secret, ["name"]),
    from: { resource, property: "secretString", alone: true },
  }));
}

function inFunctions(resource: DeclaredResource): Receiver[] {
  const list = readProperty(resource.inputs, ["secrets"]);
  const property = "secrets";
  if (list.state === "unknown") {
    const from = { resource, property, alone: false };
    return [{ urn: resource.urn, property, name: undefined, from }];
  }
  const secrets = itemsOf(list).filter(isPropertyMap);
  const from = { resource, property, alone: secrets.length === 1 };
  return secrets.map((_, index) => ({ ...named(resource, ["secrets", index, "name"]), from }));
}

/** An app of App Platform has all its variables in one input, those of each of its components too. */
function inApp(resource: DeclaredResource): Receiver[] {
  const property = "spec";
  if (readProperty(resource.inputs, [property]).state === "unknown") {
    const from = { resource, property, alone: false };
    return [{ urn: resource.urn, property, name: undefined, from }];
  }
  const variables = appVariables(resource.inputs);
  const computed = variables.filter(({ value }) => readText(value, ["value"]) === undefined);
  return variables.map((variable) => ({
    ...named(resource, [...variable.path, "key"]),
    from: { resource, property, alone: computed.length === 1 && computed[0] === variable },
  }));
}

function named(
  { urn, inputs }: DeclaredResource,
  path: readonly (string | number)[],
): Pick<Receiver, "urn" | "property" | "name"> {
  const property = pathText(path);
  return { urn, property, name: readText(inputs, path) };
}
