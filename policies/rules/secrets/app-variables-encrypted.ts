import { z } from "zod";
import { knownNames } from "../../../catalogue/secret-names";
import { isPublicVariable } from "../../../catalogue/vercel";
import { readProperty } from "../../../core/value";
import { type AppPart, appVariables, within } from "../../lib/hosting/app-platform";
import { providerTypes } from "../../lib/provider-types";
import { secretHandling } from "../../lib/references";
import { isSecretName, secretShape } from "../../lib/secrets/secret-shapes";
import { readText, textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: SECR-07, HOST-16
export const appVariablesEncrypted = defineRule({
  id: "app-variables-encrypted",
  title: "Secret variables of an app of App Platform are of the type SECRET",
  why: "Any other variable is shown to whoever opens the app in the control panel, and stands in its specification in clear.",
  fix: "Take the variable's value from a secret of the registry, or set its type to SECRET.",
  severity: "high",
  topics: ["secrets"],
  references: [
    secretHandling,
    {
      standard: "DigitalOcean",
      clause: "Environment variables in App Platform",
      url: "https://docs.digitalocean.com/products/app-platform/how-to/use-environment-variables/",
    },
  ],
  appliesTo: [providerTypes.digitaloceanApp],
  options: z.strictObject({}),
  check: ({ urn, inputs }) => {
    if (readProperty(inputs, ["spec"]).state === "unknown") return unknown({ property: "spec" });
    const answers = appVariables(inputs).flatMap(judgeVariable);
    return answers.length > 0 ? answers : notApplicable("no variable holds a secret", urn);
  },
});

function judgeVariable(part: AppPart): Answer[] {
  const key = readText(part.value, ["key"]) ?? "";
  if (isPublicVariable(key) || !holdsSecret(key, readText(part.value, ["value"]) ?? "")) return [];
  const evidence = {
    property: within(part, "type"),
    input: `variables.${key}`,
    wanted: `SECRET for ${key}`,
  };
  const type = readProperty(part.value, ["type"]);
  if (type.state === "unknown") return [unknown(evidence)];
  // Left out, App Platform takes it as GENERAL.
  const found = textOf(type) ?? "GENERAL";
  return [found === "SECRET" ? pass({ ...evidence, found }) : fail({ ...evidence, found })];
}

function holdsSecret(key: string, text: string): boolean {
  const known = Object.hasOwn(knownNames, key) ? knownNames[key]?.kind : undefined;
  if (known !== undefined) return known === "secret";
  return isSecretName(key) || secretShape(text) !== undefined;
}
