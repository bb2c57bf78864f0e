import type { DeclaredResource } from "../../core/resource";
import { readProperty } from "../../core/value";
import { providerTypes } from "./provider-types";

/** The component arg behind an environment variable: `variables.API_URL`. */
export function variableInput({ type, inputs }: DeclaredResource): string | undefined {
  if (type !== providerTypes.vercelVariable) return undefined;
  const key = readProperty(inputs, ["key"]);
  return key.state === "known" && typeof key.value === "string"
    ? `variables.${key.value}`
    : undefined;
}
