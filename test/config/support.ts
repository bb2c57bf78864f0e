import { readFileSync } from "node:fs";
import { parse as parseYaml } from "yaml";
import { parsePath } from "../../config/path";
import { referencedSecrets } from "../../config/secrets";
import { readStackFile } from "../../config/stack-file";

export const stacks = ["dev", "staging", "prod"] as const;

/** The text of a file of the repository. */
export function textOf(file: string): string {
  return readFileSync(file, "utf8");
}

export const everyKeyFile = "test/config/every-key.yaml";

/** The sections of a stack file, as the program gets them from the engine. */
export function sectionsOf(file: string): Record<string, object> {
  const { config } = readStackFile(textOf(file), file, "groundwork");
  const own = Object.entries(config).filter(([key]) => key.startsWith("groundwork:"));
  return Object.fromEntries(
    own.map(([key, text]) => [key.slice("groundwork:".length), JSON.parse(text) as object]),
  );
}

/** Names of the secrets that somebody has to set for a stack of the example product, sorted. */
export const secretsFor = (stack: (typeof stacks)[number]): string[] =>
  referencedSecrets(sectionsOf(`Pulumi.${stack}.yaml`));

export interface StackFileView {
  config: Record<string, unknown>;
}

/** A stack file as an editor's YAML parser reads it. */
export function editorView(text: string): StackFileView {
  return parseYaml(text) as StackFileView;
}

type Node = Record<string | number, unknown>;

/**
 * A copy with values put in by path: `{ "hosting.name": "X", "stack.owner": undefined }`. `undefined` takes a key
 * out. Objects on the way must exist.
 */
export function edited<T extends object>(root: T, edits: Readonly<Record<string, unknown>>): T {
  const copy = structuredClone(root);
  for (const [path, value] of Object.entries(edits)) {
    const steps = parsePath(path);
    const last = steps.pop() ?? "";
    const holder = steps.reduce((node, step) => node[step] as Node, copy as Node);
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  }
  return copy;
}
