import { z } from "zod";
import { knownNames } from "../../../catalogue/secret-names";
import { isPublicVariable } from "../../../catalogue/vercel";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { type Value, readProperty } from "../../../core/value";
import { variableInput } from "../../lib/input-paths";
import { judgeProperty } from "../../lib/judge-property";
import { providerTypes } from "../../lib/provider-types";
import { secretHandling } from "../../lib/references";
import { secretShape } from "../../lib/secrets/secret-shapes";
import { readText, textOf } from "../../lib/text";
import { variableNames } from "../../lib/secrets/variables";
import { registeredSecrets } from "../../lib/secrets/secret-registry";
import { type Answer, defineRule, notApplicable } from "../../rule";

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
    return stack
      .ofType(providerTypes.vercelVariable)
      .map((variable) => judgeVariable(variable, secret));
  },
});

function judgeVariable(variable: DeclaredResource, secret: ReadonlySet<string>): Answer {
  const { inputs, urn } = variable;
  const key = readText(inputs, ["key"]) ?? "";
  const text = textOf(readProperty(inputs, ["value"])) ?? "";
  const isSecret = secret.has(key) || knownNames[key]?.kind === "secret" || !!secretShape(text);
  if (!isSecret || isPublicVariable(key)) return notApplicable("the variable holds no secret", urn);
  if (isForDevelopment(inputs["targets"])) {
    return notApplicable("Vercel knows no sensitive variables for development", urn);
  }
  const input = variableInput(variable);
  return judgeProperty(variable, {
    property: "sensitive",
    ...(input !== undefined && { input }),
    wanted: true,
    holds: (found) => found === true,
  });
}

function isForDevelopment(targets: Value | undefined): boolean {
  return Array.isArray(targets) && targets.includes("development");
}
