import type { Live, Wanted } from "./model";

/** A value that only a state holds: what a person gave is taken as it is, or refused. */
interface Generated {
  /** The id that the provider gives every one of them. */
  id: string;
  /** Outputs from the value; undefined where it cannot be one of this type. */
  outputs: (value: string) => Readonly<Record<string, string>> | undefined;
  allowed: string;
}

const hex = /^([0-9a-f]{2})+$/;

const generated: Readonly<Record<string, Generated>> = {
  "random:index/randomPassword:RandomPassword": {
    id: "none",
    outputs: (result) => (result === "" ? undefined : { result }),
    allowed: "a text that is not empty",
  },
  "random:index/randomBytes:RandomBytes": {
    id: "none",
    outputs: (value) =>
      hex.test(value)
        ? { hex: value, base64: Buffer.from(value, "hex").toString("base64") }
        : undefined,
    allowed: "bytes in lower-case hexadecimal digits",
  },
};

/** What a generated value comes to once it is known; undefined where the type generates none, or not this one. */
export function generatedOutputs(
  type: string,
  value: string,
): Readonly<Record<string, string>> | undefined {
  return kindOf(type)?.outputs(value);
}

export function generatedLive(type: string): Live | undefined {
  const kind = kindOf(type);
  return kind && { id: kind.id, properties: {} };
}

export const allowedValue = (type: string): string | undefined => kindOf(type)?.allowed;

/** Types that no provider can read back, and what happens to them instead. */
const anew: readonly { types: RegExp; says: (wanted: Wanted) => string }[] = [
  {
    types: /^random:/,
    says: ({ name, type }) =>
      `generated values are kept in a state alone: the next update makes another one, and changes it wherever it goes` +
      (kindOf(type) ? `; keep the one in use with --value ${name}=VARIABLE` : ""),
  },
  {
    types: /^supabase-admin:index\/bucketPolicies:/,
    says: () =>
      "the next update applies its statements, which drop and make policies of the same names",
  },
];

/** What happens to a resource that cannot be adopted; undefined for one that can. */
export function madeAnew(wanted: Wanted): string | undefined {
  return anew.find(({ types }) => types.test(wanted.type))?.says(wanted);
}

const kindOf = (type: string): Generated | undefined =>
  Object.hasOwn(generated, type) ? generated[type] : undefined;
