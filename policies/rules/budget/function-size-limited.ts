import { z } from "zod";
import { type Reading, readProperty } from "../../../core/value";
import { judgeCeiling } from "../../lib/budget/at-most";
import { rightSize } from "../../lib/budget/references";
import { providerTypes } from "../../lib/provider-types";
import { defineRule } from "../../rule";

/** What AWS gives a function that names none. */
const defaultMemory: Reading = { state: "known", value: 128 };

// Requirement: COST-04
export const functionSizeLimited = defineRule({
  id: "function-size-limited",
  title: "Functions on AWS have a ceiling of memory and of runs at a time",
  why: "A function is paid by memory and time for as many runs as there are calls, and without a reserved number of them that is up to a thousand at once.",
  fix: "Set reservedConcurrentExecutions, and memorySize no higher than what the function was measured to need.",
  severity: "medium",
  topics: ["budget", "functions"],
  references: [
    rightSize,
    {
      standard: "AWS Lambda",
      clause: "Configuring reserved concurrency",
      url: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html",
    },
  ],
  appliesTo: [providerTypes.awsFunction],
  options: z.strictObject({
    maxConcurrency: z.int().min(1).describe("Runs of one function at a time at most."),
    maxMemoryMb: z.int().min(128).describe("Memory of one function at most, in MB."),
  }),
  check: ({ inputs }, { options: { maxConcurrency, maxMemoryMb } }) => {
    const memory = readProperty(inputs, ["memorySize"]);
    return [
      judgeCeiling({
        evidence: { property: "memorySize" },
        reading: memory.state === "absent" ? defaultMemory : memory,
        most: maxMemoryMb,
        unit: "MB",
      }),
      judgeCeiling({
        evidence: { property: "reservedConcurrentExecutions" },
        reading: readProperty(inputs, ["reservedConcurrentExecutions"]),
        most: maxConcurrency,
        unit: "runs at a time",
      }),
    ];
  },
});
