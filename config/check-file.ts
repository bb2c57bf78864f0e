import { isMap } from "yaml";
import type { Problem } from "../core/errors";
import { type ConfigValues, readConfig, secretsKey } from "./config-values";
import { readDocument, type StackDocument } from "./document";
import { keyText } from "./engine-yaml";
import { parseSettings } from "./parse";
import { formatPath, type PathStep } from "./path";
import { setSecretCommand } from "./secrets";
import { isStandIn } from "./stand-in";
import { suggest } from "./suggest";
import { oneOf } from "./wording";

/** What the engine and we know at the top of a stack file. */
const topKeys = ["config", "encryptionsalt", "secretsprovider", "encryptedkey", "environment"];
const namespace = "groundwork:";

/**
 * Everything that is wrong with a stack file, sorted by line, each problem with its place. Values that are
 * encrypted are not judged, and a secret that nobody has set is no fault of the file (`missingSecrets`).
 * Throws a UserError with line and column when the text is no YAML.
 */
export function checkStackFile(text: string, file: string, project: string): Problem[] {
  return problemsIn(readDocument(text, file, project));
}

/** The same of a file that is read already. */
export function problemsIn(stack: StackDocument): Problem[] {
  const config = readConfig(stack);
  const problems = [
    ...topProblems(stack),
    ...stack.problems,
    ...secretProblems(stack, config),
    ...settingsProblems(stack, config),
  ];
  const byPath = new Map<string | undefined, Problem>();
  for (const problem of problems) {
    if (!byPath.has(problem.where.path)) byPath.set(problem.where.path, problem);
  }
  return [...byPath.values()].sort(byPlace);
}

function topProblems({ root, placeOf }: StackDocument): Problem[] {
  const unknown = root.map(keyText).filter((key) => !topKeys.includes(key));
  const problems = unknown.map((key): Problem => {
    const meant = suggest(key, topKeys);
    return {
      where: placeOf(key),
      found: "unknown key",
      allowed: oneOf(topKeys),
      fix: meant ? `did you mean ${meant}?` : "remove it",
    };
  });
  const config = root.find((pair) => keyText(pair) === "config");
  if (config && isMap(config.value)) return problems;
  const isMisspelt = problems.some(({ fix }) => fix === "did you mean config?");
  const found = config ? "no keys below it" : "missing";
  return isMisspelt
    ? problems
    : [...problems, { where: placeOf("config"), found, allowed: "an object with the settings" }];
}

function settingsProblems(stack: StackDocument, { values }: ConfigValues): Problem[] {
  const own = [...values].filter(([key]) => key.startsWith(namespace));
  // A key with nothing after it is a section that is not there.
  const given = own.filter(([, value]) => value !== null && !isStandIn(value));
  const raw = Object.fromEntries(given.map(([key, value]) => [key.slice(namespace.length), value]));
  const parsed = parseSettings(raw);
  if (!("problems" in parsed)) return [];
  return parsed.problems.map(({ path, ...rest }) => ({ where: stack.placeOf(path), ...rest }));
}

/** Encrypted where the program reads plain text, and plain where a secret belongs. */
function secretProblems(stack: StackDocument, { values, securePaths }: ConfigValues): Problem[] {
  const misplaced = securePaths
    .filter(([key]) => String(key).startsWith(namespace) && key !== secretsKey)
    .map((path) => encryptedSetting(stack, path));
  const secrets = values.get(secretsKey);
  const entries = typeof secrets === "object" && secrets !== null ? Object.entries(secrets) : [];
  const plain = entries.filter(([, value]) => !isStandIn(value));
  return [...misplaced, ...plain.map(([name]) => plainSecret(stack, name))];
}

function encryptedSetting(stack: StackDocument, path: readonly PathStep[]): Problem {
  return {
    where: stack.placeOf(formatPath(path)),
    found: "an encrypted value",
    allowed: "a plain one, because policies judge it and reports show it",
    fix: "give a variable { secret: NAME } and set the value in groundwork:secrets",
  };
}

function plainSecret(stack: StackDocument, name: string): Problem {
  const stackName = /Pulumi\.(.+)\.ya?ml$/.exec(stack.file)?.[1] ?? "STACK";
  return {
    where: stack.placeOf(formatPath([secretsKey, name])),
    found: "a value in clear text",
    allowed: "an encrypted one",
    fix: `replace the value where it is used, then run ${setSecretCommand(name, stackName)}`,
  };
}

function byPlace({ where: a }: Problem, { where: b }: Problem): number {
  return (
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    ((a.path ?? "") < (b.path ?? "") ? -1 : 1)
  );
}
