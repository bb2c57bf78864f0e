import { z } from "zod";
import type { Meter } from "../../catalogue/usage/meter";
import { type MeterId, meterRooms, meters } from "../../catalogue/usage";
import type { UsageFigure } from "../../core/costs";

const amount = z.number().min(0, "a number from 0").max(1e15, "a number up to 1e15");

const scenarioAmounts = z
  .strictObject({
    low: amount.describe("In a quiet month."),
    expected: amount.describe("In the month that is reckoned with."),
    high: amount.describe("In a busy month."),
  })
  .refine(
    ({ low, expected, high }) => low <= expected && expected <= high,
    "low at most expected, and expected at most high; put the three in rising order",
  );

const figure: z.ZodType<UsageFigure, UsageFigure> = z.union([amount, scenarioAmounts]);

/** What the key of a meter says in editors: what it counts, in which unit, and what is assumed without it. */
function meterKey({ describe, unit, assumed: { dev, staging, prod } }: Meter) {
  const expected = `dev ${dev[1]}, staging ${staging[1]}, prod ${prod[1]}`;
  return figure
    .optional()
    .describe(
      `${describe} In ${unit}; one number, or low, expected and high. Assumed: ${expected}.`,
    );
}

/** Every meter of the catalogue is a key by itself, in the room where it stands there. */
const rooms = Object.fromEntries(
  Object.entries<Readonly<Record<string, Meter>>>(meterRooms).map(([room, named]) => {
    const keys = Object.entries(named).map(([name, meter]) => [name, meterKey(meter)] as const);
    return [room, z.strictObject(Object.fromEntries(keys)).optional().describe(`Use of ${room}.`)];
  }),
);

const meterIds = Object.keys(meters) as [MeterId, ...MeterId[]];

const share = z
  .number()
  .min(0)
  .max(1)
  .describe(
    "Part of what accounts are billed or granted once (plans, seats, free amounts, credits) that this stack counts, 0 to 1. " +
      "Default: 1 for the stack in shared.owner, or where no owner is named for a stack of tier prod; 0 for every other.",
  );

/** How much the stack is used, for the estimate of its cost. What is left out is assumed by the tier. */
export const costsSection = z
  .strictObject({
    usage: z
      .strictObject(rooms)
      .optional()
      .describe("Use of the whole stack in a month, by room and meter."),
    resources: z
      .record(
        z.string(),
        z.partialRecord(z.enum(meterIds), figure).describe("Its figures by <room>.<meter>."),
      )
      .optional()
      .describe(
        "Use of single resources by their logical names, in place of an equal part of the stack's.",
      ),
    share: share.optional(),
  })
  .describe("How much the stack is used, by which its cost is estimated.");

export type CostsSection = z.infer<typeof costsSection>;
