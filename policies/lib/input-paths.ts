import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { providerTypes } from "./provider-types";
import { readText } from "./text";

/** The component arg behind an environment variable, or behind the property of a site that is one: `variables.API_URL`. */
export function variableInput(
  { type, inputs }: DeclaredResource,
  property = "",
): string | undefined {
  if (type === tokens.hostedSite) return /^variables\.[^.[]+/.exec(property)?.[0];
  if (type !== providerTypes.vercelVariable) return undefined;
  const key = readText(inputs, ["key"]);
  return key === undefined ? undefined : `variables.${key}`;
}
