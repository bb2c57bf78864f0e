/** `npm run ci -- <task>`: what the jobs of `.github/workflows` do besides groundwork's own commands. */
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseJson } from "../core/json";
import { commentText, writeComment } from "./ci/comment";
import { driftReport, tellDrift } from "./ci/drift-issue";
import { gh } from "./ci/gh";
import { gatherHistory, runsOf } from "./ci/history";
import { planCheck, productChecks } from "./ci/product";
import { proposeFile } from "./ci/propose";

type Task = (argument: string) => number;

const tasks: Readonly<Record<string, Task>> = {
  comment,
  drift,
  history: (stack) => history(stack),
  product,
  propose,
  recall,
  summary,
};

function comment(folder: string): number {
  const text = commentText(path.resolve(folder), needed("RUN_URL"));
  say(`${writeComment(gh(), needed("PULL_REQUEST"), text)} the comment`);
  return 0;
}

function drift(file: string): number {
  const report = driftReport.parse(parseJson(readFileSync(file, "utf8")));
  say(`${report.stack}: ${tellDrift(gh(), report, needed("RUN_URL"))}`);
  return 0;
}

/** What runs of the pipeline did to a stack, where commands of this machine look for it. */
function history(stack: string, look: { most?: number } = {}): number {
  const runs = runsOf("up.yml", () => new Date(), look);
  const lines = gatherHistory(runs, stack, path.join(".groundwork", "audit", `${stack}.jsonl`));
  say(`${stack}: ${lines} operations of the pipeline`);
  return 0;
}

/** The same by the last runs alone, each of which recalled what was before it: for a run that adds to it. */
function recall(stack: string): number {
  return history(stack, { most: 5 });
}

/** Runs every command of the check, so that all that is wrong is known at once. */
function product(check: string): number {
  if (!productChecks.includes(check)) return usage();
  const root = process.cwd();
  const { run, absent, missing } = planCheck(root, check);
  for (const part of absent) say(`${check}: no ${part} in this repository, nothing to check of it`);
  if (missing.length > 0) {
    say(`${check}: these npm scripts are needed and not there: ${missing.join(", ")}`);
    return 2;
  }
  const codes = run.map(({ folder, command: [command = "", ...args], results }) => {
    if (results !== undefined) mkdirSync(path.join(root, results), { recursive: true });
    say(`${folder}: ${[command, ...args].join(" ")}`);
    return spawnSync(command, args, { cwd: path.join(root, folder), stdio: "inherit" }).status;
  });
  return codes.every((code) => code === 0) ? 0 : 1;
}

/** What a job changed in one file, as a pull request. */
function propose(file: string): number {
  const text = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" }).trim();
  const before = { commit: text("rev-parse", "HEAD"), file: text("rev-parse", `HEAD:${file}`) };
  const proposal = { file, branch: needed("BRANCH"), before, content: readFileSync(file) };
  const changed = text("status", "--porcelain", "--", file) !== "";
  if (changed) proposeFile(gh(), proposal);
  say(`${file}: ${changed ? "proposed in a pull request" : "as it was"}`);
  return 0;
}

/** Into the page of the run, which everybody sees who may see the run. */
function summary(folder: string): number {
  const file = path.join(folder, "summary.md");
  const text = existsSync(file) ? readFileSync(file, "utf8") : `❌ ${folder} holds no report\n`;
  appendFileSync(needed("GITHUB_STEP_SUMMARY"), text);
  return 0;
}

function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`${name} is not set`);
  return value;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function usage(): number {
  say(
    `usage: npm run ci -- comment FOLDER | drift FILE | history STACK | summary FOLDER | propose FILE | product CHECK | recall STACK`,
  );
  say(`checks: ${productChecks.join(", ")}`);
  return 2;
}

const [name = "", argument = "", ...rest] = process.argv.slice(2);
const task = argument !== "" && rest.length === 0 ? tasks[name] : undefined;
process.exitCode = task ? task(argument) : usage();
