import { type PropertyMap, isPropertyMap, readProperty } from "../../../core/value";
import { readText } from "../text";

/** A variable of a hosting component, and the secret that it refers to. */
export interface NamedVariable {
  key: string;
  secret?: string;
}

/** The variables in a hosting component's inputs. Those that are not known yet are left out. */
export function variableNames(inputs: PropertyMap): NamedVariable[] {
  const variables = readProperty(inputs, ["variables"]);
  if (variables.state !== "known" || !isPropertyMap(variables.value)) return [];
  return Object.entries(variables.value).map(([key, variable]) => {
    const secret = readText(variable ?? null, ["secret"]);
    // Without a name it says only that the value is secret.
    return secret === undefined || secret === "true" ? { key } : { key, secret };
  });
}
