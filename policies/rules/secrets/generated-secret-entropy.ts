import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { type Reading, readProperty } from "../../../core/value";
import { providerTypes } from "../../lib/provider-types";
import { asvs } from "../../lib/references";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

// Requirement: SECR-11
export const generatedSecretEntropy = defineRule({
  id: "generated-secret-entropy",
  title: "Generated secrets hold enough randomness",
  why: "A short password or key can be tried out, and nobody notices when it is done against a copy.",
  fix: "Give the generated secret more bytes or a greater length.",
  severity: "high",
  topics: ["secrets"],
  references: [
    asvs("11.5.1"),
    {
      standard: "RFC 7518",
      clause: "3.2",
      url: "https://www.rfc-editor.org/rfc/rfc7518#section-3.2",
    },
  ],
  appliesTo: [
    providerTypes.randomPassword,
    providerTypes.randomString,
    providerTypes.randomBytes,
    providerTypes.randomId,
  ],
  options: z.strictObject({
    minBits: z.int().min(64).max(1024).describe("Least bits of randomness of what is generated."),
  }),
  check: (resource, { options: { minBits } }): Answer => {
    const property = resource.type === providerTypes.randomId ? "byteLength" : "length";
    const length = readProperty(resource.inputs, [property]);
    const evidence = { property, wanted: `${minBits} bits of randomness` };
    const bits = bitsOf(resource, length);
    if (bits === undefined) return unknown(evidence);
    const found = `${Math.floor(bits)} bits of randomness`;
    return bits >= minBits ? pass({ ...evidence, found }) : fail({ ...evidence, found });
  },
});

/** A length that is missing or no number makes nothing random. */
function bitsOf(resource: DeclaredResource, length: Reading): number | undefined {
  if (length.state === "unknown") return undefined;
  const count = length.state === "known" ? Number(length.value) : 0;
  const each = bitsPerUnit(resource);
  if (each === undefined) return undefined;
  return Number.isFinite(count) ? count * each : 0;
}

function bitsPerUnit({ type, inputs }: DeclaredResource): number | undefined {
  if (type === providerTypes.randomBytes || type === providerTypes.randomId) return 8;
  const sizes = characterClasses.map(({ name, size }) => {
    const reading = readProperty(inputs, [name]);
    if (reading.state === "unknown") return undefined;
    return reading.state === "known" && reading.value === false ? 0 : size;
  });
  const signs = readProperty(inputs, ["overrideSpecial"]);
  if (signs.state === "unknown" || sizes.includes(undefined)) return undefined;
  const special = readProperty(inputs, ["special"]);
  if (special.state === "unknown") return undefined;
  const usesSpecial = !(special.state === "known" && special.value === false);
  const given = signs.state === "known" && typeof signs.value === "string" ? signs.value : "";
  const specials = usesSpecial ? new Set(given || defaultSigns).size : 0;
  const alphabet = sizes.reduce<number>((sum, size) => sum + (size ?? 0), specials);
  return alphabet > 1 ? Math.log2(alphabet) : 0;
}

/** What random.RandomPassword draws from unless it is told otherwise. */
const defaultSigns = "!@#$%&*()-_=+[]{}<>:?";
const characterClasses = [
  { name: "lower", size: 26 },
  { name: "upper", size: 26 },
  { name: "numeric", size: 10 },
] as const;
