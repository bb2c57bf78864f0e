import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type RuleFile } from "./rules";
import { sections, type PackageHead, type PackageSchema, type Section } from "./schema";

/** A schema file of which only what is asked for is parsed: the largest has thousands of types. */
export interface SchemaFile {
  head: PackageHead;
  names(section: Section): string[];
  read<S extends Section>(section: S, name: string): PackageSchema[S][string] | undefined;
}

/** Opens `sandbox/schema/<package>.json`; undefined when there is none. */
export function openSchema(packageName: string): SchemaFile | undefined {
  const text = readData("schema", packageName);
  return text === undefined ? undefined : indexLines(text);
}

/** Reads `sandbox/constraints/<package>.json`; undefined when there is none. */
export function openRules(packageName: string): RuleFile | undefined {
  const text = readData("constraints", packageName);
  return text === undefined ? undefined : (JSON.parse(text) as RuleFile);
}

function readData(folder: string, packageName: string): string | undefined {
  if (!/^[a-z][a-z0-9-]*$/.test(packageName)) return undefined;
  const file = join(dataRoot(), folder, `${packageName}.json`);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

let found: string | undefined;

/** The `sandbox` folder above this file: beside the sources, or beside `dist` when bundled. */
function dataRoot(): string {
  found ??= search(__dirname);
  return found;
}

function search(start: string): string {
  for (let dir = start; ; dir = dirname(dir)) {
    const candidate = join(dir, "sandbox");
    if (existsSync(join(candidate, "schema"))) return candidate;
    if (dir === dirname(dir)) throw new Error(`no sandbox/schema above ${start}`);
  }
}

/** Relies on the generator's layout: one line for each entry, `"name":value,` inside `"section":{` … `}`. */
function indexLines(text: string): SchemaFile {
  const head: string[] = [];
  const entries = new Map<Section, Map<string, string>>(sections.map((name) => [name, new Map()]));
  const parsed = new Map<string, unknown>();
  let current: Map<string, string> | undefined;
  for (const line of text.split("\n")) {
    const opened = sections.find((name) => line === `"${name}":{`);
    if (opened) current = entries.get(opened);
    else if (/^},?$/.test(line)) current = undefined;
    else if (current && line) current.set(nameOf(line), line);
    else if (line.startsWith('"')) head.push(line);
  }
  return {
    head: parseLines(head) as unknown as PackageHead,
    names: (section) => [...(entries.get(section)?.keys() ?? [])],
    read: (section, name) => {
      const line = entries.get(section)?.get(name);
      if (line === undefined) return undefined;
      const value = parsed.get(line) ?? parseLines([line])[name];
      parsed.set(line, value);
      return value as never;
    },
  };
}

function nameOf(line: string): string {
  return line.slice(1, line.indexOf('":'));
}

function parseLines(lines: readonly string[]): Record<string, unknown> {
  return JSON.parse(`{${lines.join("\n").replace(/,$/, "")}}`) as Record<string, unknown>;
}
