import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { child, type Component, type Transform } from "../component";
import type { GeneratedSpec } from "./spec";

/** Punctuation that means nothing in a URL (RFC 3986, unreserved), since passwords end up in connection strings. */
const urlSafePunctuation = "-._~";

export interface RandomTransforms {
  /** Called for each generated password. */
  password?: Transform<random.RandomPasswordArgs> | undefined;
  /** Called for each secret of random bytes. */
  bytes?: Transform<random.RandomBytesArgs> | undefined;
}

// Requirement: SECR-11
/** Generates a value; it exists in the encrypted state only. Another keeper makes another one. */
export function generate(
  parent: Component,
  name: string,
  { length, bytes, keepers }: GeneratedSpec,
  transforms: RandomTransforms,
): pulumi.Output<string> {
  if (length === undefined) {
    const args: random.RandomBytesArgs = { length: bytes, ...(keepers && { keepers }) };
    const opts = { transform: transforms.bytes };
    return pulumi.secret(new random.RandomBytes(...child(parent, name, args, opts)).hex);
  }
  const args: random.RandomPasswordArgs = {
    length,
    overrideSpecial: urlSafePunctuation,
    ...{ minLower: 1, minUpper: 1, minNumeric: 1, minSpecial: 1 },
    ...(keepers && { keepers }),
  };
  const opts = { transform: transforms.password };
  return pulumi.secret(new random.RandomPassword(...child(parent, name, args, opts)).result);
}
