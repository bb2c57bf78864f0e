import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import { type Problem, type ProblemPlace, UserError } from "../core/errors";
import { keyText } from "./engine-yaml";
import { parsePath, type PathStep } from "./path";

/** A stack file as YAML, with the place of every key. */
export interface StackDocument {
  file: string;
  document: Document;
  /** What stands at the top, in order. */
  root: Pair[];
  /** `config:` entries by the key that the engine gives them: `groundwork:hosting`, `vercel:team`. */
  config: Map<string, Pair>;
  /** What is wrong with the keys themselves. */
  problems: Problem[];
  /** Line and column of the deepest part of a path that the file has. */
  placeOf: (path: string) => ProblemPlace;
}

/**
 * Reads a stack file without judging what it says. All scalars stay text (`engineValue` reads them as the engine
 * does). Throws a UserError with line and column when the text is no YAML.
 */
export function readDocument(text: string, file: string, project: string): StackDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: "failsafe",
    lineCounter: lines,
    prettyErrors: false,
  });
  const errors = [...document.errors, ...aliasErrors(document)];
  if (errors.length > 0) throw syntaxError(errors, file, lines);
  const root = isMap(document.contents) ? (document.contents.items as Pair[]) : [];
  const { config, problems } = configEntries(root, project);
  const place = (path: string, offset: number): ProblemPlace => {
    const { line, col } = lines.linePos(offset);
    return { file, path, line, column: col };
  };
  const placeOf = (path: string) => place(path, offsetOf(parsePath(path), root, config, document));
  return {
    file,
    document,
    root,
    config,
    placeOf,
    problems: problems.map(({ where, ...rest }) => ({ where: placeOf(where.path ?? ""), ...rest })),
  };
}

interface SyntaxFault {
  code?: string;
  message: string;
  /** Offset in the text. */
  pos: readonly [number, ...unknown[]];
}

/** Faults that the reader of YAML puts in words for programmers. */
const plain: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: "a second document begins here, and the engine reads one",
  RESOURCE_EXHAUSTION: "lists or objects inside one another, too deep to be read",
};

function syntaxError(errors: readonly SyntaxFault[], file: string, lines: LineCounter): UserError {
  return new UserError(
    errors.map(({ code, message, pos }) => {
      const { line, col } = lines.linePos(pos[0]);
      // What stands in quotes is a piece of the file, perhaps one that nobody should see.
      const found = plain[code ?? ""] ?? message.replace(/:? "[\s\S]*$/, "");
      return { where: { file, line, column: col }, found, allowed: "valid YAML" };
    }),
  );
}

/** Aliases that the engine refuses, and that would have no end here: without an anchor, or inside it. */
function aliasErrors(document: Document): SyntaxFault[] {
  const errors: SyntaxFault[] = [];
  visit(document, {
    Alias(_, alias, ancestors) {
      const target = alias.resolve(document);
      if (target && !ancestors.includes(target)) return;
      const message = target ? "an anchor that contains itself" : "an alias without an anchor";
      errors.push({ message, pos: [alias.range?.[0] ?? 0] });
    },
  });
  return errors;
}

function configEntries(root: readonly Pair[], project: string) {
  const config = new Map<string, Pair>();
  const problems: Problem[] = [];
  const map = root.find((pair) => keyText(pair) === "config")?.value;
  for (const pair of isMap(map) ? map.items : []) {
    const written = keyText(pair);
    const key = engineKey(written, project);
    const where = { path: written };
    if (key === undefined) {
      problems.push({ where, found: "no configuration key", allowed: "<namespace>:<name>" });
    } else if (config.has(key)) {
      problems.push({ where, found: `${key} a second time`, fix: "keep one of them" });
    } else config.set(key, pair);
  }
  return { config, problems };
}

/** The engine puts the project in front of a key without namespace, and still takes `ns:config:name`. */
function engineKey(written: string, project: string): string | undefined {
  const parts = written.split(":");
  if (parts.some((part) => part === "")) return undefined;
  if (parts.length === 1) return `${project}:${written}`;
  if (parts.length === 3 && parts[1] === "config") return `${parts[0]}:${parts[2]}`;
  return parts.length === 2 ? written : undefined;
}

/** Where the deepest part of a path begins that the file has: the key itself, or its nearest ancestor. */
function offsetOf(
  [head, ...steps]: readonly PathStep[],
  root: readonly Pair[],
  config: ReadonlyMap<string, Pair>,
  document: Document,
): number {
  const find = (name: unknown) => root.find((pair) => keyText(pair) === name);
  const entry = config.get(String(head)) ?? entryAsWritten(String(head), find("config"));
  let pair = entry ?? find(head) ?? find("config");
  let offset = startOf(pair?.key) ?? 0;
  let node = entry || find(head) ? pair?.value : undefined;
  for (const step of steps) {
    const here = isAlias(node) ? node.resolve(document) : node;
    if (isSeq(here) && typeof step === "number") {
      node = here.items[step];
      offset = startOf(node) ?? offset;
    } else {
      pair = isMap(here) ? pairOf(here, String(step)) : undefined;
      node = pair?.value;
      offset = startOf(pair?.key) ?? offset;
    }
    if (node === undefined || node === null) break;
  }
  return offset;
}

function entryAsWritten(name: string, config: Pair | undefined): Pair | undefined {
  return isMap(config?.value) ? pairOf(config.value, name) : undefined;
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => keyText(pair) === key);
}

function startOf(node: unknown): number | undefined {
  return isNode(node) || isScalar(node) ? node.range?.[0] : undefined;
}
