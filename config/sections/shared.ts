import { z } from "zod";
import { text } from "../formats";

/** Which stack declares what exists once for all of them. */
export const sharedSection = z
  .strictObject({
    owner: text("the name of a stack, such as prod")
      .optional()
      .describe(
        "The one stack that declares what exists once per organisation or account: the repository, its teams and " +
          "files, the OIDC provider, the cost anomaly monitor, the state bucket. The others refer to it by name.",
      )
      .meta({ default: "prod" }),
  })
  .describe("What exists once for all stacks, and which of them declares it.");

export type SharedSection = z.infer<typeof sharedSection>;
