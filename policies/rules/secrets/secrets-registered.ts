import { z } from "zod";
import { knownNames } from "../../../catalogue/secret-names";
import { isPublicVariable } from "../../../catalogue/vercel";
import { tokens } from "../../../core/tokens";
import { type PropertyMap, readProperty } from "../../../core/value";
import { appVariables, within } from "../../lib/hosting/app-platform";
import { providerTypes } from "../../lib/provider-types";
import { iso, secretHandling } from "../../lib/references";
import { type Receiver, mainSecretName, receivers } from "../../lib/secrets/receivers";
import { registeredNames } from "../../lib/secrets/secret-registry";
import { readText } from "../../lib/text";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

// Requirement: SECR-01, SECR-13
export const secretsRegistered = defineRule({
  id: "secrets-registered",
  title: "Every secret that is handed on stands in the registry",
  why: "A secret that no list names has no owner, is never rotated, and is forgotten where it was sent once.",
  fix: "Add it to groundwork:secretRegistry with its owner, source and days between rotations, and let the registry send it.",
  severity: "medium",
  topics: ["secrets"],
  references: [secretHandling, iso("A.5.17")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const registries = stack.ofType(tokens.secrets);
    const known = new Set(registries.flatMap(({ inputs }) => registeredNames(inputs)));
    const open = registries.some(
      ({ inputs }) => readProperty(inputs, ["registry"]).state === "unknown",
    );
    return receivers(stack)
      .filter(isSecret)
      .map((receiver) => judgeReceiver(receiver, known, open));
  },
});

function judgeReceiver(
  { urn, property, name }: Receiver,
  registered: ReadonlySet<string>,
  open: boolean,
): Answer {
  const evidence = { urn, property, wanted: "a name of groundwork:secretRegistry" };
  if (name === undefined) return unknown(evidence);
  const listed = [name, mainSecretName(name)].some((each) => registered.has(each));
  if (listed) return pass({ ...evidence, found: name });
  return open ? unknown(evidence) : fail({ ...evidence, found: name });
}

/**
 * Whatever GitHub, AWS or Supabase is told to keep secret; of variables of a host those that it is told to keep, or that
 * are known to be secrets. Edge functions have no plain variables, so that settings travel among their secrets.
 */
function isSecret({ name = "", property, from: { resource } }: Receiver): boolean {
  const kind = knownNames[mainSecretName(name)]?.kind;
  const isKept = kept[resource.type];
  if (!isKept) return kind !== "setting";
  return (isKept(resource.inputs, property) || kind === "secret") && !isPublicVariable(name);
}

/** Of hosts whose variables are plain unless one says otherwise: whether it is said of the one whose name stands there. */
const kept: Readonly<Record<string, (inputs: PropertyMap, property: string) => boolean>> = {
  [providerTypes.vercelVariable]: (inputs) => {
    const sensitive = readProperty(inputs, ["sensitive"]);
    return sensitive.state === "known" && sensitive.value === true;
  },
  [providerTypes.digitaloceanApp]: (inputs, property) =>
    property === "spec" ||
    appVariables(inputs).some(
      (variable) =>
        within(variable, "key") === property && readText(variable.value, ["type"]) === "SECRET",
    ),
};
