import { z } from "zod";
import { headers } from "../../../catalogue/headers";
import { judgeHeader } from "../../lib/headers/judge-header";
import { asvs, owaspHeaders } from "../../lib/references";
import { defineRule } from "../../rule";

const accepted = ["same-origin", "same-site"];
const { name, url } = headers.crossOriginResourcePolicy;

// Requirement: HDR-10
export const crossOriginResourcePolicy = defineRule({
  id: "cross-origin-resource-policy",
  title: "Pages of other sites cannot load the app's files",
  why: "A page that shows the app's images or runs its scripts else learns what a signed-in user may see, from their size and by attacks on the processor such as Spectre.",
  fix: "Leave headers.crossOriginResourcePolicy out of the stack file for same-origin, or say same-site for hosts of the same domain.",
  severity: "low",
  topics: ["headers"],
  references: [
    owaspHeaders(name),
    asvs("3.5.8"),
    { standard: "WHATWG Fetch", clause: `${name} header`, url },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) =>
    judgeHeader(stack, {
      setting: "crossOriginResourcePolicy",
      wanted: accepted.join(", "),
      // Browsers compare it by case, and take what they do not know for no policy at all.
      accepts: (value) => accepted.includes(value.trim()),
    }),
});
