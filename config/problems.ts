import type { z } from "zod";
import { isConfidentialAuthKey } from "../catalogue/supabase-auth";
import { formatPath, type PathStep } from "./path";
import { knownKeys, nodesAt, type SchemaNode, shapeOfSettings } from "./shape";
import { suggest } from "./suggest";
import { fixFor, kind, oneOf, quote, wordsFor } from "./wording";

/** One thing wrong with the settings. The path is the one in the stack file. */
export interface SettingsProblem {
  path: string;
  found: string;
  allowed?: string;
  fix?: string;
}

interface Finding extends Omit<SettingsProblem, "path"> {
  steps: PathStep[];
  /** For an unknown key: the key that was probably meant. */
  meant?: string;
}

type Issue = z.core.$ZodIssue;
type IssueOf<C extends Issue["code"]> = Extract<Issue, { code: C }>;

/** The schema and the path that an issue's own path goes on from: the root, or an alternative of a union. */
interface Base {
  steps: PathStep[];
  nodes: SchemaNode[];
  raw: unknown;
}

/** Marks an issue whose text is zod's own, which we word ourselves. */
export const unworded = "";

const missing = "missing";

/** Longer lists of keys are counted, not spelt out. */
const keysShown = 60;
const tooMany = (count: number) => `one of ${count} keys, which schema/stack.schema.json lists`;

/** Turns zod's issues into problems for people: one a path, sorted, with the values that were found. */
export function toProblems(issues: readonly Issue[], raw: unknown): SettingsProblem[] {
  const root: Base = { steps: [], nodes: [shapeOfSettings()], raw };
  const findings = issues.flatMap((issue) => findingsOf(issue, root));
  const meant = new Set(findings.flatMap(pathMeant));
  const byPath = new Map<string, SettingsProblem>();
  for (const { steps, found, allowed, fix } of findings) {
    const path = filePath(steps);
    const followsFromMisspelling = found === missing && meant.has(path);
    if (!followsFromMisspelling && !byPath.has(path))
      byPath.set(path, { path, found, allowed, fix });
  }
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Path into the stack file of a path into the settings: `["hosting", "name"]` is `groundwork:hosting.name`. */
export function filePath([section, ...rest]: readonly PathStep[]): string {
  return formatPath([`groundwork:${section}`, ...rest]);
}

function pathMeant({ steps, meant }: Finding): string[] {
  return meant === undefined ? [] : [filePath([...steps.slice(0, -1), meant])];
}

function findingsOf(issue: Issue, base: Base): Finding[] {
  const path = issue.path as PathStep[];
  const here: Base = {
    steps: [...base.steps, ...path],
    nodes: nodesIn(base, path),
    raw: base.raw,
  };
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, here));
    case "invalid_key":
      return [invalidKey(issue, here, nodesIn(base, path.slice(0, -1)))];
    case "invalid_union":
      return issue.discriminator === undefined
        ? unionFindings(issue, here)
        : [valueFinding(issue.message, here), ...strangers(here)];
    default:
      return [valueFinding(issue.message, here)];
  }
}

const nodesIn = ({ steps, nodes, raw }: Base, path: PathStep[]): SchemaNode[] =>
  nodesAt(path, nodes, valueAt(raw, steps));

/** Keys beside a key that decides between alternatives and does not: those that no alternative has. */
function strangers({ steps, raw }: Base): Finding[] {
  const parent = steps.slice(0, -1);
  const nodes = nodesAt(parent, [shapeOfSettings()], raw);
  const known = knownKeys(nodes);
  const given = Object.keys(valueAt(raw, parent) as object);
  return given
    .filter((key) => !known.includes(key))
    .map((key) => unknownKey(key, { steps: parent, nodes, raw }));
}

function unknownKey(key: string, { steps, nodes }: Base): Finding {
  const named = (name: string) => (steps.length ? name : filePath([name]));
  const known = knownKeys(nodes);
  const owner = alternativeWith(key, steps);
  const meant = owner ? undefined : suggest(key, known);
  return {
    steps: [...steps, key],
    found: "unknown key",
    allowed: known.length > keysShown ? tooMany(known.length) : oneOf(known.map(named)),
    fix: meant ? `did you mean ${named(meant)}?` : `remove it${owner && `; it is for ${owner}`}`,
    meant,
  };
}

/** For a key of an alternative that was not chosen, the constant that chooses it: `vendor s3`. Else an empty text. */
function alternativeWith(key: string, steps: PathStep[]): string {
  return nodesAt(steps, [shapeOfSettings()])
    .flatMap(({ oneOf: alternatives = [] }) => alternatives)
    .filter(({ properties = {} }) => Object.hasOwn(properties, key))
    .flatMap(({ properties = {} }) => Object.entries(properties))
    .filter(([, node]) => node.const !== undefined)
    .map(([name, node]) => `${name} ${String(node.const)}`)
    .join(" or ");
}

function invalidKey(
  { issues }: IssueOf<"invalid_key">,
  { steps }: Base,
  parents: SchemaNode[],
): Finding {
  const key = String(steps.at(-1));
  const meant = suggest(key, knownKeys(parents));
  const worded = issues.find(({ message }) => message !== unworded)?.message;
  const { allowed, fix } = splitMessage(worded);
  return {
    steps,
    found: `the key ${quote(key)}`,
    allowed,
    fix: meant ? `did you mean ${meant}?` : fix,
    meant,
  };
}

/** The alternative that a person most likely meant: of the type given, and with the fewest faults. */
function unionFindings({ errors, message }: IssueOf<"invalid_union">, here: Base): Finding[] {
  const branches = here.nodes.flatMap((node) => node.anyOf ?? []);
  const candidates = errors
    .map((issues, i) => ({ issues, nodes: branches.slice(i, i + 1) }))
    .filter(({ issues }) => issues.every(isOfTheTypeGiven))
    .map(({ issues, nodes }) => issues.flatMap((issue) => findingsOf(issue, { ...here, nodes })))
    .sort((a, b) => faults(a) - faults(b));
  return candidates[0] ?? [valueFinding(message, here)];
}

function isOfTheTypeGiven({ path, code }: Issue): boolean {
  return path.length > 0 || (code !== "invalid_type" && code !== "invalid_value");
}

/** A misspelt key and the missing key that it stands for count as one fault. */
function faults(findings: readonly Finding[]): number {
  return findings.filter(({ meant }) => meant === undefined).length;
}

function valueFinding(message: string, { steps, nodes, raw }: Base): Finding {
  const value = valueAt(raw, steps);
  if (value === undefined) return missingFinding(steps, nodes);
  const { allowed, fix } = splitMessage(message);
  return {
    steps,
    found: `got ${isConfidential(steps) ? kind(value) : quote(value)}`,
    allowed: allowed ?? wordsFor(nodes),
    fix: fix ?? (allowed === undefined ? fixFor(value, nodes) : undefined),
  };
}

function missingFinding(steps: PathStep[], nodes: SchemaNode[]): Finding {
  const purpose = nodes[0]?.description?.split(". ")[0]?.replace(/\.$/, "");
  return {
    steps,
    found: missing,
    allowed: wordsFor(nodes),
    fix: purpose ? `add it (${purpose})` : "add it",
  };
}

/** Our own messages say what is allowed and, after a semicolon, what to do. */
function splitMessage(message: string = unworded): { allowed?: string; fix?: string } {
  if (message === unworded) return {};
  const [allowed, ...fix] = message.split("; ");
  return { allowed, fix: fix.join("; ") || undefined };
}

const harmlessVariableKeys = new Set<PathStep | undefined>([
  "targets",
  "customEnvironments",
  "sensitive",
  "comment",
]);

/** Values of variables and secrets may be confidential, and so may what stands where a secret's name belongs. */
function isConfidential([section, key, name, part]: readonly PathStep[]): boolean {
  if (section === "secrets") return true;
  if (section === "database") return isConfidentialSetting(key, name);
  return section === "hosting" && key === "variables" && !harmlessVariableKeys.has(part);
}

function isConfidentialSetting(key?: PathStep, name: PathStep = ""): boolean {
  if (key !== "auth") return key === "functionSecrets";
  return isConfidentialAuthKey(String(name));
}

function valueAt(raw: unknown, steps: readonly PathStep[]): unknown {
  return steps.reduce<unknown>((value, step) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step))
      return undefined;
    return (value as Record<PathStep, unknown>)[step];
  }, raw);
}
