import { z } from "zod";
import { exposureFault } from "../../../catalogue/secret-names";
import { isPublicVariable } from "../../../catalogue/vercel";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { pathText } from "../../../core/property-path";
import { readProperty } from "../../../core/value";
import { providerTypes } from "../../lib/provider-types";
import { secretHandling } from "../../lib/references";
import { secretShape } from "../../lib/secrets/secret-shapes";
import { readText, textOf } from "../../lib/text";
import { variableNames } from "../../lib/secrets/variables";
import { type Answer, defineRule, fail, notApplicable, pass } from "../../rule";

// Requirement: SECR-07
export const publicVariablesHarmless = defineRule({
  id: "public-variables-harmless",
  title: "No variable that browsers read holds a server's secret",
  why: "What stands under NEXT_PUBLIC_, VITE_ or PUBLIC_ is built into files that everyone downloads, and Supabase's service role key there passes by all row policies.",
  fix: "Take the prefix off the variable's name and read it on the server only; replace the value if it was ever deployed.",
  severity: "critical",
  topics: ["secrets", "database"],
  references: [
    secretHandling,
    {
      standard: "Supabase",
      clause: "Understanding API keys",
      url: "https://supabase.com/docs/guides/api/api-keys",
    },
  ],
  appliesTo: [providerTypes.vercelVariable, tokens.hostingProject, tokens.hostedSite],
  options: z.strictObject({}),
  check: (resource) => {
    if (resource.type === tokens.hostedSite) return judgeSite(resource);
    return resource.type === tokens.hostingProject
      ? judgeComponent(resource)
      : judgeVariable(resource);
  },
});

const wanted = "a value that browsers may have";

function judgeComponent({ inputs }: DeclaredResource): Answer[] {
  return variableNames(inputs).map(({ key, secret }) => {
    const input = `variables.${key}`;
    const fault = exposureFault({ key, secret });
    const evidence = { property: input, input, wanted };
    return fault ? fail({ ...evidence, found: secret ?? key }) : pass(evidence);
  });
}

/** By the form of what another host is told in plain text; names are judged in the component around it. */
function judgeSite({ inputs }: DeclaredResource): Answer[] {
  return variableNames(inputs).flatMap(({ key }) => {
    const path = ["variables", key, "value"];
    const shape = secretShape(readText(inputs, path) ?? "");
    if (!isPublicVariable(key) || shape === undefined) return [];
    return [fail({ property: pathText(path), input: `variables.${key}`, found: shape, wanted })];
  });
}

/** By its name, and by the form of its value, which tells a key by whatever name it goes. */
function judgeVariable({ inputs, urn }: DeclaredResource): Answer {
  const key = readText(inputs, ["key"]);
  if (key === undefined || !isPublicVariable(key)) {
    return notApplicable("browsers do not read the variable", urn);
  }
  const shape = secretShape(textOf(readProperty(inputs, ["value"])) ?? "");
  const evidence = { property: "value", input: `variables.${key}`, wanted };
  if (shape !== undefined) return fail({ ...evidence, found: shape });
  if (exposureFault({ key })) return fail({ ...evidence, property: "key", found: key });
  return pass(evidence);
}
