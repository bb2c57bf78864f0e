import { tokens } from "../../../core/tokens";
import type { PropertyMap } from "../../../core/value";
import type { StackView } from "../../stack-view";
import { readItems } from "../lists";
import { readMap } from "../maps";
import { providerTypes } from "../provider-types";
import { mainSecretName } from "./receivers";
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
    ...stack
      .ofType(providerTypes.vercelVariable)
      .flatMap(({ inputs }) => readText(inputs, ["key"]) ?? []),
    ...[providerTypes.githubEnvironmentSecret, providerTypes.githubRepositorySecret].flatMap(
      (type) => stack.ofType(type).flatMap(({ inputs }) => readText(inputs, ["secretName"]) ?? []),
    ),
  ];
  return new Set(names.flatMap((name) => [name, mainSecretName(name)]));
}

function serviceSecrets(inputs: PropertyMap): string[] {
  return Object.values(readMap(inputs, ["services"])).flatMap((service) =>
    readItems(service ?? null, ["secrets"]).filter((name) => typeof name === "string"),
  );
}
