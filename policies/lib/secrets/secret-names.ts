import { knownNames } from "../../../catalogue/secret-names";
import { tokens } from "../../../core/tokens";
import { type PropertyMap, isPropertyMap, readProperty } from "../../../core/value";
import type { StackView } from "../../stack-view";
import { readItems } from "../lists";
import { providerTypes } from "../provider-types";
import { registeredSecrets } from "./secret-registry";
import { readText } from "../text";
import { variableNames } from "./variables";

/** Every name by which the stack gives somebody a secret or a variable, aliases brought to their main name too. */
export function secretNamesOf(stack: StackView): ReadonlySet<string> {
  const names = [
    ...stack.ofType(tokens.secrets).flatMap(({ inputs }) => registeredSecrets(inputs)),
    ...stack
      .ofType(tokens.hostingProject)
      .flatMap(({ inputs }) =>
        variableNames(inputs).flatMap(({ key, secret }) => [
          key,
          ...(secret === undefined ? [] : [secret]),
        ]),
      ),
    ...stack.ofType(tokens.containerService).flatMap(({ inputs }) => serviceSecrets(inputs)),
    ...stack.ofType(providerTypes.vercelVariable).flatMap(({ inputs }) => textAt(inputs, "key")),
    ...[providerTypes.githubEnvironmentSecret, providerTypes.githubRepositorySecret].flatMap(
      (type) => stack.ofType(type).flatMap(({ inputs }) => textAt(inputs, "secretName")),
    ),
  ];
  return new Set(names.flatMap((name) => [name, ...(mainNames.get(name) ?? [])]));
}

const mainNames = new Map(
  Object.entries(knownNames).flatMap(([name, { aliases = [] }]) =>
    aliases.map((alias) => [alias, [name]] as const),
  ),
);

function textAt(inputs: PropertyMap, name: string): string[] {
  const text = readText(inputs, [name]);
  return text === undefined ? [] : [text];
}

function serviceSecrets(inputs: PropertyMap): string[] {
  const services = readProperty(inputs, ["services"]);
  if (services.state !== "known" || !isPropertyMap(services.value)) return [];
  return Object.values(services.value).flatMap((service) =>
    readItems(service ?? null, ["secrets"]).filter((name) => typeof name === "string"),
  );
}
