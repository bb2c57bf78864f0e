import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { child, type Component, type Transform } from "../component";
import type { DatabaseSpec } from "./spec";

/** Punctuation that means nothing in a URL (RFC 3986, unreserved), since passwords end up in connection strings. */
const urlSafePunctuation = "-._~";

/** Generates the database password; it exists in the encrypted state only. Requirement: DB-16 */
export function declarePassword(
  parent: Component,
  { passwordLength, protect }: DatabaseSpec,
  transform: Transform<random.RandomPasswordArgs> | undefined,
): pulumi.Output<string> {
  const args: random.RandomPasswordArgs = {
    length: passwordLength,
    overrideSpecial: urlSafePunctuation,
    ...{ minLower: 1, minUpper: 1, minNumeric: 1, minSpecial: 1 },
  };
  const opts = { transform, ...(protect !== undefined && { protect }) };
  return pulumi.secret(new random.RandomPassword(...child(parent, "password", args, opts)).result);
}

export type PasswordTransform = Transform<random.RandomPasswordArgs>;
