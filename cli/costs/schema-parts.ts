import { z } from "zod";

/* What the reports about money have in common. */

export const sum = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe("An exact decimal number as text: floats would change it.");

export const sums = z
  .strictObject({ low: sum, expected: sum, high: sum })
  .describe("In a quiet month, in the month that is reckoned with, and in a busy one.");

/** A zod schema as JSON Schema (2020-12), for programs that read what is printed. */
export function jsonSchemaOf(
  schema: z.ZodType,
  { title, description }: { title: string; description: string },
): object {
  const { $schema, ...rest } = z.toJSONSchema(schema);
  return { $schema, title, description, ...rest };
}
