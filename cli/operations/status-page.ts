import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { parse, YAMLParseError } from "yaml";
import { type Problem, UserError } from "../../core/errors";
import { atomFeed, jsonFeed } from "../../render/status-page/feeds";
import { type IncidentFile, incidentFile } from "../../render/status-page/incident-file";
import { isOver, nextUpdateOf, statusPage } from "../../render/status-page/page";
import type { Context, ExitCode } from "../context";
import { say } from "../view/say";

export interface StatusPageFlags {
  incidents: string;
  out: string;
  title: string;
  url?: string;
}

const isIncident = (file: string) => /\.(ya?ml|json)$/.test(file);

// Requirement: UPT-06
/**
 * Writes the status page and its feeds from incidents as files; publishes nothing. Exit code 1 where the next word to
 * users is overdue.
 */
export function statusPageCommand(context: Context, flags: StatusPageFlags): Promise<ExitCode> {
  const { title } = flags;
  const url = flags.url === undefined ? undefined : address(flags.url);
  const incidents = readIncidents(path.resolve(context.cwd, flags.incidents));
  const now = context.clock();
  const page = { title, incidents, now, ...(url !== undefined && { url }) };
  const files = {
    "index.html": statusPage(page),
    "feed.atom": atomFeed(page),
    "feed.json": jsonFeed(page),
  };
  const out = path.resolve(context.cwd, flags.out);
  mkdirSync(out, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeWhole(path.join(out, name), text);
  const open = incidents.filter((incident) => !isOver(incident)).map(({ id }) => id);
  const overdue = incidents.flatMap((incident) => {
    const due = nextUpdateOf(incident);
    return due && due < now ? [{ id: incident.id, due: due.toISOString() }] : [];
  });
  const exitCode = overdue.length > 0 ? 1 : 0;
  const lines = [
    ...overdue.map(({ id, due }) => `! ${id}: users were to hear more by ${due}`),
    `${out}: ${Object.keys(files).join(", ")}; ${incidents.length} incidents, ${open.length} now`,
  ];
  say(context, lines.join("\n"), {
    out,
    files: Object.keys(files),
    incidents: incidents.length,
    open,
    overdue,
    exitCode,
  });
  return Promise.resolve(exitCode);
}

/** Every incident of a folder, each in a file of its own; throws everything that is wrong with all of them. */
function readIncidents(folder: string): IncidentFile[] {
  if (!existsSync(folder)) {
    const fix = "name a folder with a YAML or JSON file for each incident; it may be empty";
    throw new UserError([{ where: { file: folder }, found: "no such folder", fix }], 2);
  }
  const problems: Problem[] = [];
  const read = new Map<string, IncidentFile>();
  for (const name of readdirSync(folder).filter(isIncident).sort()) {
    const file = path.join(folder, name);
    const parsed = incidentFile.safeParse(parsedText(file));
    if (!parsed.success) {
      for (const { path: at, message } of parsed.error.issues) {
        problems.push({ where: { file, path: at.join(".") }, found: message });
      }
    } else if (read.has(parsed.data.id)) {
      problems.push({
        where: { file, path: "id" },
        found: `another file is ${parsed.data.id} too`,
      });
    } else read.set(parsed.data.id, parsed.data);
  }
  if (problems.length > 0) throw new UserError(problems);
  return [...read.values()];
}

/** Times stay text, as JSON has them. */
function parsedText(file: string): unknown {
  try {
    return parse(readFileSync(file, "utf8"), { schema: "core" });
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const [line] = error.linePos ?? [];
    const where = { file, ...(line && { line: line.line, column: line.col }) };
    throw new UserError([{ where, found: "not valid YAML", fix: "look at this line" }]);
  }
}

function address(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === "https:") return url.href.replace(/\/$/, "");
  const allowed = "an address such as https://status.example.com";
  throw new UserError([{ where: { path: "--url" }, found: `got ${text}`, allowed }]);
}

/** Visitors see the page before or the page after, never half of one. */
function writeWhole(file: string, text: string) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}
