import type { Problem, ProblemPlace } from "../core/errors";
import { problemsIn } from "./check-file";
import { readConfig, secretsKey, secretStandIns, unsetSecrets } from "./config-values";
import { readDocument, type StackDocument } from "./document";
import type { EngineValue } from "./engine-yaml";

export { checkStackFile } from "./check-file";
export { sandboxCopy } from "./sandbox-copy";
export { isStandIn } from "./stand-in";

/** A stack file as the program sees it when it runs on the sandbox. */
export interface StackFile {
  file: string;
  project: string;
  /**
   * Configuration as the engine hands it to the program: objects as JSON, scalars as text. In place of encrypted
   * values, and of secrets that a variable names but nobody has set, stand stand-ins (`isStandIn`).
   */
  config: Record<string, string>;
  /** Keys of `config` that hold something encrypted or a stand-in for it, sorted. */
  secretKeys: string[];
  /** Names of secrets that variables refer to and that are not set, sorted. */
  missingSecrets: string[];
  /** Line and column of a path such as `groundwork:hosting.name`, or of its nearest ancestor that the file has. */
  placeOf: (path: string) => ProblemPlace;
}

/** Reads a stack file. Throws a UserError with line and column when the text is no YAML. */
export function readStackFile(text: string, file: string, project: string): StackFile {
  return stackFileIn(readDocument(text, file, project), file, project);
}

/** What is wrong with a stack file, and the file where nothing is: its text is parsed once. */
export function openStackFile(
  text: string,
  file: string,
  project: string,
): { problems: Problem[] } | { file: StackFile } {
  const stack = readDocument(text, file, project);
  const problems = problemsIn(stack);
  return problems.length > 0 ? { problems } : { file: stackFileIn(stack, file, project) };
}

function stackFileIn(stack: StackDocument, file: string, project: string): StackFile {
  const config = readConfig(stack);
  const missing = unsetSecrets(config);
  const standIns = secretStandIns(config);
  const secretKeys = new Set(config.securePaths.map(([key]) => String(key)));
  if (Object.keys(standIns).length > 0) {
    config.values.set(secretsKey, standIns);
    secretKeys.add(secretsKey);
  }
  const texts = [...config.values].map(([key, value]) => [key, engineText(value)] as const);
  return {
    file,
    project,
    config: Object.fromEntries(texts.sort(([a], [b]) => (a < b ? -1 : 1))),
    secretKeys: [...secretKeys].sort(),
    missingSecrets: missing,
    placeOf: stack.placeOf,
  };
}

/** Names of secrets that variables refer to and that the file does not set, sorted. */
export function missingSecrets(text: string, file: string, project: string): string[] {
  return unsetSecrets(readConfig(readDocument(text, file, project)));
}

/** Objects and lists go to the program as JSON, null as no text at all, everything else as it is written. */
function engineText(value: EngineValue): string {
  if (value === null) return "";
  return typeof value === "string" ? value : engineJson(value);
}

/** JSON as Go writes it: safe inside HTML. Source: https://pkg.go.dev/encoding/json#Marshal */
function engineJson(value: EngineValue): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
