import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { suggest } from "../../config/suggest";
import { UserError } from "../../core/errors";
import type { Context, ExitCode } from "../context";
import { say } from "../view/say";

/** What to do about one thing. */
interface Runbook {
  topic: string;
  kind: "alarm" | "operation";
  /** Where it stands, from the package's root. */
  file: string;
  /** Markdown, without its heading. */
  text: string;
}

const folder = "docs/runbooks";

// Requirement: OPS-08
/** Prints the runbook of an alarm, by its name in the table or in AWS, or of an operation; without a topic, all there are. */
export function runbook(context: Context, topic: string | undefined): Promise<ExitCode> {
  const all = runbooksIn(context.packageRoot);
  if (topic === undefined) {
    const topics = all.map(({ topic: name, kind, file }) => ({ topic: name, kind, file }));
    const lines = topics.map(({ topic: name, kind, file }) => `${kind}  ${name}  ${file}`);
    say(context, lines.join("\n"), { runbooks: topics });
    return Promise.resolve(0);
  }
  const found = meant(all, topic);
  if (!found) throw unknown(all, topic);
  const table = found.kind === "alarm" ? alarmFacts(context.packageRoot, found.topic) : undefined;
  const facts = Object.entries(table ?? {}).map(([name, value]) => `${name}: ${value}`);
  const text = [`${found.topic} (${found.kind}, ${found.file})`, ...facts, "", found.text];
  say(context, text.join("\n"), { ...found, ...(table && { alarm: table }) });
  return Promise.resolve(0);
}

/** `shop-prod-web-high-error-rate` means `high-error-rate`: the longest name that it ends with. */
function meant(all: readonly Runbook[], topic: string): Runbook | undefined {
  const fitting = all.filter((one) => topic === one.topic || topic.endsWith(`-${one.topic}`));
  return fitting.sort((one, other) => other.topic.length - one.topic.length)[0];
}

function unknown(all: readonly Runbook[], topic: string): UserError {
  const topics = all.map((one) => one.topic);
  const near = suggest(topic, topics);
  const fix = near ? `did you mean ${near}?` : "groundwork runbook lists them";
  return new UserError([{ where: { path: topic }, found: "no runbook of this name", fix }], 2);
}

/** Alarms have a heading each on the page of their class, operations a page each. */
function runbooksIn(root: string): Runbook[] {
  const pagesOf = (place: string) =>
    readdirSync(path.join(root, place))
      .filter((name) => name.endsWith(".md") && name !== "README.md")
      .sort()
      .map((name) => `${place}/${name}`);
  const alarms = pagesOf(folder).flatMap((file) => sectionsOf(read(root, file), file));
  const operations = pagesOf(`${folder}/operations`).map((file): Runbook => {
    const text = read(root, file)
      .replace(/^# .*\n+/, "")
      .trim();
    return { topic: path.basename(file, ".md"), kind: "operation", file, text };
  });
  return [...alarms, ...operations];
}

/** Headings in plain words are steps of an incident; alarms are named as in the table. */
function sectionsOf(markdown: string, file: string): Runbook[] {
  return markdown.split(/^## /m).flatMap((part): Runbook[] => {
    const [topic = "", ...lines] = part.split("\n");
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(topic)) return [];
    return [{ topic, kind: "alarm", file, text: lines.join("\n").trim() }];
  });
}

/** The alarm's row of the table that is generated into the documentation, by the table's own headings. */
function alarmFacts(root: string, alarm: string): Record<string, string> | undefined {
  const rows = read(root, "docs/components/alerts.md")
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map(plain),
    );
  const at = rows.findIndex(([name]) => name === alarm);
  if (at < 0) return undefined;
  const heads = rows
    .slice(0, at)
    .findLast(([name]) => name === "Alarm" || name?.startsWith("Made"));
  const cells = rows[at] ?? [];
  return Object.fromEntries(
    (heads ?? []).map((head, index) => [head, cells[index] ?? ""] as const).slice(1),
  );
}

const plain = (cell: string) =>
  cell
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll("`", "")
    .trim();

const read = (root: string, file: string) => readFileSync(path.join(root, file), "utf8");
