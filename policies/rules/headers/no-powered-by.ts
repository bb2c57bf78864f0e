import { z } from "zod";
import { disclosingHeaders } from "../../../catalogue/headers";
import { judgeRemoval } from "../../lib/headers/judge-removal";
import { asvs, owaspHeaders } from "../../lib/references";
import { defineRule } from "../../rule";

export const noPoweredBy = defineRule({
  id: "no-powered-by",
  title: "No response carries X-Powered-By",
  why: "The header tells an attacker which software answers, and so which known holes to try.",
  fix: "Leave headers.remove out of the stack file, or list X-Powered-By in it.",
  severity: "low",
  topics: ["headers", "disclosure"],
  references: [owaspHeaders("X-Powered-By"), asvs("13.4.6")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => disclosingHeaders.flatMap((header) => judgeRemoval(stack, header)),
});
