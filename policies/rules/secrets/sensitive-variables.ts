import { z } from "zod";
import { knownNames } from "../../../catalogue/secret-names";
import { isPublicVariable } from "../../../catalogue/vercel";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { pathText } from "../../../core/property-path";
import { type Value, readProperty } from "../../../core/value";
import { readMap } from "../../lib/maps";
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
import { registeredSecrets } from "../../lib/secrets/secret-registry";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: SECR-07
export const sensitiveVariables = defineRule({
  id: "sensitive-variables",
  title: "Secret variables are sensitive outside development",
  why: "Everyone in the Vercel team can read a variable that is not sensitive, and so can whoever takes over one of their sessions.",
  fix: "Take the variable's value from a secret, which makes it sensitive, or set sensitive to true.",
  severity: "high",
  topics: ["secrets"],
  references: [
    secretHandling,
    {
      standard: "Vercel",
      clause: "Sensitive environment variables",
      url: "https://vercel.com/docs/environment-variables/sensitive-environment-variables",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const hosting = stack
      .ofType(tokens.hostingProject)
      .flatMap(({ inputs }) => variableNames(inputs));
    const registry = stack
      .ofType(tokens.secrets)
      .flatMap(({ inputs }) => registeredSecrets(inputs));
    const secret = new Set(registry);
    for (const { key, secret: from } of hosting) if (from !== undefined) secret.add(key);
    return [
      ...vercelVariableTypes
        .flatMap((type) => stack.ofType(type))
        .flatMap((resource) => judgeResource(resource, secret)),
      ...stack.ofType(tokens.hostedSite).flatMap((site) => judgeSite(site, secret)),
    ];
  },
});

/** On another host a secret stands in no file: what is marked as one has its value set there by itself. */
function judgeSite({ urn, inputs }: DeclaredResource, secret: ReadonlySet<string>): Answer[] {
  return Object.entries(readMap(inputs, ["variables"])).flatMap(([key, variable]): Answer[] => {
    if (!holdsSecret(key, readText(variable ?? null, ["value"]) ?? "", secret)) return [];
    const path = ["variables", key, "secret"];
    const evidence = { urn, property: pathText(path), input: `variables.${key}`, wanted: true };
    const marked = readProperty(inputs, path);
    if (marked.state === "unknown") return [unknown(evidence)];
    const found = marked.state === "known" ? marked.value : null;
    return [found === true ? pass({ ...evidence, found }) : fail({ ...evidence, found })];
  });
}

/** Whether a variable holds a secret that browsers are not to have. */
function holdsSecret(key: string, text: string, secret: ReadonlySet<string>): boolean {
  const isSecret = secret.has(key) || knownNames[key]?.kind === "secret" || !!secretShape(text);
  return isSecret && !isPublicVariable(key);
}

function judgeResource(resource: DeclaredResource, secret: ReadonlySet<string>): Answer[] {
  const undecided = undecidedVariables(resource);
  if (undecided !== undefined) return [unknown({ urn: resource.urn, property: undecided })];
  return vercelVariables(resource).map((variable) => judgeVariable(variable, secret));
}

function judgeVariable(variable: VercelVariable, secret: ReadonlySet<string>): Answer {
  const { urn, fields, key = "", value = "" } = variable;
  if (!holdsSecret(key, value, secret)) return notApplicable("the variable holds no secret", urn);
  if (isForDevelopment(fields["targets"])) {
    return notApplicable("Vercel knows no sensitive variables for development", urn);
  }
  const evidence = {
    urn,
    property: variable.within("sensitive"),
    ...(key !== "" && { input: `variables.${key}` }),
    wanted: true,
  };
  const marked = readProperty(fields, ["sensitive"]);
  if (marked.state === "unknown") return unknown(evidence);
  const found = marked.state === "known" ? marked.value : null;
  return found === true ? pass({ ...evidence, found }) : fail({ ...evidence, found });
}

function isForDevelopment(targets: Value | undefined): boolean {
  return Array.isArray(targets) && targets.includes("development");
}
