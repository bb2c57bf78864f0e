import { type SchemaNode, shapeOfSettings } from "./shape";

/** What `pulumi config set --secret` leaves in the file. */
const encrypted: SchemaNode = {
  type: "object",
  properties: {
    secure: { type: "string", description: "Encrypted by pulumi config set --secret." },
  },
  required: ["secure"],
  additionalProperties: false,
};

const text = (description: string): SchemaNode => ({ type: "string", description });

/**
 * JSON Schema (2020-12) of a stack file, for editors and for checks without us: our sections strict, other
 * namespaces free. Made from the same zod sections that `parseSettings` uses.
 */
export function stackSchema(): SchemaNode {
  const { properties = {}, required = [] } = shapeOfSettings();
  const sections = Object.entries({ ...properties, secrets: secrets(properties.secrets) });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Groundwork stack file",
    description: "Pulumi.<stack>.yaml: what one stack is. A key left out means its secure default.",
    type: "object",
    properties: {
      config: {
        type: "object",
        description: "Settings by namespace and name.",
        properties: Object.fromEntries(sections.map(([name, node]) => [qualified(name), node])),
        required: required.map(qualified),
        patternProperties: { "^(?!groundwork:)[^:]+:[^:]+(:[^:]+)?$": {} },
        additionalProperties: false,
      },
      encryptionsalt: text("Written by Pulumi: salt of the passphrase."),
      secretsprovider: text("Written by Pulumi: what encrypts the secrets."),
      encryptedkey: text("Written by Pulumi: the encrypted data key."),
      environment: { description: "Pulumi ESC environments whose values are merged in." },
    },
    required: ["config"],
    additionalProperties: false,
  };
}

const qualified = (name: string) => `groundwork:${name}`;

/** Each secret encrypted, or all of them as one encrypted object. */
function secrets({ description, propertyNames }: SchemaNode = {}): SchemaNode {
  return {
    description,
    anyOf: [encrypted, { type: "object", propertyNames, additionalProperties: encrypted }],
  };
}
