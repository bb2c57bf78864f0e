import { z } from "zod";
import { exposureFault } from "../../../catalogue/secret-names";
import { isPublicVariable } from "../../../catalogue/vercel";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { pathText } from "../../../core/property-path";
import { secretHandling } from "../../lib/references";
import { secretShape } from "../../lib/secrets/secret-shapes";
import { readText } from "../../lib/text";
import { variableNames } from "../../lib/secrets/variables";
import {
  type VercelVariable,
  undecidedVariables,
  vercelVariables,
  vercelVariableTypes,
} from "../../lib/secrets/vercel-variables";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

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
  appliesTo: [...vercelVariableTypes, tokens.hostingProject, tokens.hostedSite],
  options: z.strictObject({}),
  check: (resource) => {
    if (resource.type === tokens.hostedSite) return judgeSite(resource);
    if (resource.type === tokens.hostingProject) return judgeComponent(resource);
    const undecided = undecidedVariables(resource);
    if (undecided !== undefined) return unknown({ property: undecided, wanted });
    const ofBrowsers = vercelVariables(resource).filter(({ key }) => isPublicVariable(key ?? ""));
    return ofBrowsers.length > 0
      ? ofBrowsers.map(judgeVariable)
      : notApplicable("browsers do not read the variable", resource.urn);
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
function judgeVariable({ urn, key = "", value, valueField, within }: VercelVariable): Answer {
  const shape = secretShape(value ?? "");
  const evidence = { urn, property: within(valueField), input: `variables.${key}`, wanted };
  if (shape !== undefined) return fail({ ...evidence, found: shape });
  if (exposureFault({ key })) return fail({ ...evidence, property: within("key"), found: key });
  return pass(evidence);
}
