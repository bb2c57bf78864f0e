import { z } from "zod";
import { tiers } from "../../core/profile";
import { text } from "../formats";

/** Who this stack is: how far from users, which product, who answers for it. */
export const stackSection = z
  .strictObject({
    tier: z
      .enum(tiers)
      .describe(
        "How far from users the stack is. It picks the defaults of this file and how strictly the stack is judged. A stack whose name says a tier must carry that one.",
      ),
    product: z
      .string()
      .regex(
        /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/,
        "a name of 1 to 40 lower-case letters, digits and hyphens, such as velocity-platform",
      )
      .describe("The product, as it stands in names: lower-case letters, digits, hyphens."),
    owner: text("who answers for the stack: a team or an address").describe(
      "Who answers for the stack: a team or an address.",
    ),
  })
  .describe("Who this stack is: how far from users, which product, who answers for it.");

export type StackSection = z.infer<typeof stackSection>;
