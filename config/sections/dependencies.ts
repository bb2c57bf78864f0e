import { z } from "zod";
import { ownName, text } from "../formats";

const dependency = z
  .strictObject({
    fallback: text("what users get while it is down").describe("What users get while it is down."),
  })
  .describe("One thing that the part needs.");

// Requirement: HOST-12
/** What each part of the product needs, and what happens without it. */
export const dependenciesSection = z
  .record(ownName, z.record(ownName, dependency))
  .describe(
    "What each part of the product needs, by name, and what users get while that is down. A part that is named and " +
      "not declared here is somebody else's.",
  );

export type DependenciesSection = z.infer<typeof dependenciesSection>;
