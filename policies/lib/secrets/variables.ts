import type { PropertyMap } from "../../../core/value";
import { readMap } from "../maps";
import { readText } from "../text";

/** A variable of a hosting component, and the secret that it refers to. */
export interface NamedVariable {
  key: string;
  secret?: string;
}

/** The variables in a hosting component's inputs. Those that are not known yet are left out. */
export function variableNames(inputs: PropertyMap): NamedVariable[] {
  return Object.entries(readMap(inputs, ["variables"])).map(([key, variable]) => {
    const secret = readText(variable ?? null, ["secret"]);
    // Without a name it says only that the value is secret.
    return secret === undefined || secret === "true" ? { key } : { key, secret };
  });
}
