import type { DeclaredResource } from "../../core/resource";
import { providerTypes } from "./provider-types";
import { readText } from "./text";

/** The component arg behind an environment variable: `variables.API_URL`. */
export function variableInput({ type, inputs }: DeclaredResource): string | undefined {
  if (type !== providerTypes.vercelVariable) return undefined;
  const key = readText(inputs, ["key"]);
  return key === undefined ? undefined : `variables.${key}`;
}
