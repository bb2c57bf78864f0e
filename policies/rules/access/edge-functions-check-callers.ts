import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { accessControl } from "../../lib/access/references";
import { providerTypes } from "../../lib/provider-types";
import { readText, textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";

export const edgeFunctionsCheckCallers = defineRule({
  id: "edge-functions-check-callers",
  title: "Edge functions run for signed-in callers, or say why they check callers themselves",
  why: "A function that Supabase lets everybody call runs for whoever finds its address, often with the key that reads every table.",
  fix: "Leave verifyJwt out, or give verifyJwt: { enabled: false, reason } that says how the function knows its callers.",
  severity: "high",
  topics: ["access", "database"],
  references: [
    ...accessControl,
    {
      standard: "Supabase documentation",
      clause: "Securing Edge Functions",
      url: "https://supabase.com/docs/guides/functions/auth",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const checks = stack.ofType(providerTypes.supabaseFunctionJwt);
    if (checks.length === 0)
      return notApplicable("the stack says of no edge function who calls it");
    return checks.map((one) => judgeFunction(stack, one));
  },
});

function judgeFunction(stack: StackView, { urn, inputs, parent = "" }: DeclaredResource): Answer {
  const slug = readText(inputs, ["slug"]) ?? "";
  const input = `functions.${slug}.verifyJwt`;
  const evidence = { urn, property: "verifyJwt", input, wanted: true };
  const checked = readProperty(inputs, ["verifyJwt"]);
  if (checked.state === "unknown") return unknown(evidence);
  const found = textOf(checked) === "true";
  const component = stack.get(parent)?.inputs ?? {};
  const reason = readText(component, ["functions", slug, "verifyJwt", "reason"]) ?? "";
  if (found || /\S/.test(reason)) return pass({ ...evidence, found });
  const message = `verifyJwt: found that ${slug || "the function"} runs for everybody, and no reason`;
  return fail({ ...evidence, found, message });
}
