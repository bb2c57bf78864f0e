import { z } from "zod";
import { judgeWithinMax } from "../../lib/stack/judge-waivers";
import { exceptions } from "../../lib/references";
import { defineRule } from "../../rule";

export const waiverWithinMax = defineRule({
  id: "waiver-within-max",
  title: "No waiver covers more findings than it says",
  why: "A waiver written for one finding would also cover the next ones, which nobody decided about.",
  fix: "Name the resource, or the property, that is meant; or say in max how many findings were looked at.",
  severity: "high",
  topics: ["governance", "waivers"],
  references: [exceptions],
  appliesTo: "profile",
  options: z.strictObject({}),
  check: ({ waivers }) => judgeWithinMax(waivers),
});
