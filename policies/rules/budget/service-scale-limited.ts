import { z } from "zod";
import { childPath } from "../../../core/property-path";
import { tokens } from "../../../core/tokens";
import { isPropertyMap, readProperty } from "../../../core/value";
import { judgeCeiling } from "../../lib/budget/at-most";
import { rightSize } from "../../lib/budget/references";
import { defineRule, notApplicable, unknown } from "../../rule";

const limits = [
  { path: ["scale", "max"], option: "maxMachines", unit: "machines" },
  { path: ["limits", "cpus"], option: "maxCpus", unit: "CPUs a machine" },
  { path: ["limits", "memoryMb"], option: "maxMemoryMb", unit: "MB a machine" },
] as const;

// Requirement: COST-04
export const serviceScaleLimited = defineRule({
  id: "service-scale-limited",
  title: "Services grow to no more and no larger machines than their tier may cost",
  why: "What scales by itself also spends by itself: a loop or an attack makes machines until somebody notices.",
  fix: "Lower scale.max, limits.cpus or limits.memoryMb of the service.",
  severity: "medium",
  topics: ["budget", "services"],
  references: [
    rightSize,
    {
      standard: "OWASP API Security Top 10 2023",
      clause: "API4 Unrestricted Resource Consumption",
      url: "https://owasp.org/API-Security/editions/2023/en/0xa4-unrestricted-resource-consumption/",
    },
  ],
  appliesTo: [tokens.containerService],
  options: z.strictObject({
    maxMachines: z.int().min(1).describe("Machines of one service at most."),
    maxCpus: z.int().min(1).describe("CPUs of one machine at most."),
    maxMemoryMb: z.int().min(256).describe("Memory of one machine at most, in MB."),
  }),
  check: ({ inputs }, { options }) => {
    const services = readProperty(inputs, ["services"]);
    if (services.state === "unknown") return unknown({ property: "services", input: "services" });
    const names =
      services.state === "known" && isPropertyMap(services.value)
        ? Object.keys(services.value)
        : [];
    if (names.length === 0) return notApplicable("no service is declared");
    return names.flatMap((name) =>
      limits.map(({ path, option, unit }) => {
        const property = path.reduce(childPath, childPath("services", name));
        const reading = readProperty(inputs, ["services", name, ...path]);
        return judgeCeiling({
          evidence: { property, input: property },
          reading,
          most: options[option],
          unit,
        });
      }),
    );
  },
});
