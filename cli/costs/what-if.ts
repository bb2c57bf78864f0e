import { isMap, parseDocument } from "yaml";
import { checkStackFile } from "../../config/stack-file";
import { readDocument } from "../../config/document";
import { formatPath, parsePath, type PathStep } from "../../config/path";
import { knownKeys, nodesAt, shapeOfSettings } from "../../config/shape";
import { suggest } from "../../config/suggest";
import { UserError } from "../../core/errors";

/** A setting of the stack file with another value: `database.instanceSize=large`. */
export interface SettingChange {
  /** As it was given, for words. */
  given: string;
  /** Section first, without `groundwork:`. */
  path: readonly PathStep[];
  /** YAML, as it would stand in the file. */
  value: string;
}

/** Names that people use for a setting. */
const otherNames: Readonly<Record<string, string>> = {
  "database.size": "database.instanceSize",
};

/** Reads `path=value`. Refuses a path that no stack file has, with the key that was probably meant. */
export function changesOf(given: string): SettingChange {
  const at = given.indexOf("=");
  const written = given.slice(0, at < 0 ? given.length : at).trim();
  const known = written.replace(/^groundwork:/, "");
  const path = parsePath(otherNames[known] ?? known);
  if (at < 0 || path.length < 2 || written === "") {
    throw refused(given, "no setting and value", {
      allowed: "<section>.<key>=<value>",
      fix: "write it as --set database.instanceSize=large",
    });
  }
  refuseUnknown(given, path);
  return { given, path, value: given.slice(at + 1) };
}

/** Each step must stand in the schema: a key that no section has would change nothing. */
function refuseUnknown(given: string, path: readonly PathStep[]) {
  path.forEach((step, at) => {
    const above = nodesAt(path.slice(0, at), [shapeOfSettings()]);
    if (nodesAt([step], above).length > 0) return;
    const keys = knownKeys(above);
    const meant = suggest(String(step), keys);
    const instead = meant && formatPath([...path.slice(0, at), meant, ...path.slice(at + 1)]);
    throw refused(given, `no setting ${formatPath(path.slice(0, at + 1))}`, {
      ...(keys.length > 0 && { allowed: `one of ${[...keys].sort().join(", ")}` }),
      ...(instead !== undefined && { fix: `did you mean ${instead}?` }),
    });
  });
}

interface StackText {
  text: string;
  file: string;
  project: string;
}

/**
 * The text of a stack file with other settings; the file itself is not touched. Throws where the file would be wrong with
 * them, in the words that it would be told in.
 */
export function withChanges(
  { text, file, project }: StackText,
  changes: readonly SettingChange[],
): string {
  const { document, config } = readDocument(text, file, project);
  for (const { given, path, value } of changes) {
    const [section = "", ...steps] = path;
    const holder = config.get(`groundwork:${section}`)?.value;
    try {
      if (isMap(holder)) holder.setIn(steps, yamlNode(given, value));
      else document.setIn(["config", `groundwork:${section}`, ...steps], yamlNode(given, value));
    } catch (error) {
      if (error instanceof UserError) throw error;
      const fix = "set the whole of it, or change the file";
      throw refused(given, "a value, a list or an alias stands on the way there", { fix });
    }
  }
  const changed = document.toString({ lineWidth: 0 });
  refuseWrong(changed, { file, project }, changes);
  return changed;
}

/** Places in the changed text are places that nobody sees: what is wrong is told by the flags. */
function refuseWrong(
  changed: string,
  { file, project }: Omit<StackText, "text">,
  changes: readonly SettingChange[],
) {
  const problems = checkStackFile(changed, file, project);
  if (problems.length === 0) return;
  const flags = changes.map(({ given }) => `--set ${given}`).join(" ");
  throw new UserError(
    problems.map(({ where, ...rest }) => ({
      where: { path: [flags, where.path].filter(Boolean).join(": ") },
      ...rest,
    })),
  );
}

function yamlNode(given: string, value: string): unknown {
  const { contents, errors } = parseDocument(value, { schema: "failsafe" });
  if (errors.length === 0) return contents;
  throw refused(given, "a value that is no YAML", { fix: "put quotes around it" });
}

function refused(given: string, found: string, more: { allowed?: string; fix?: string }) {
  return new UserError([{ where: { path: `--set ${given}` }, found, ...more }], 2);
}
