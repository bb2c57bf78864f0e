import { spawn } from "node:child_process";
import { lstatSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "../../sandbox/engine/lock.mjs";
import { startStep } from "../../sandbox/engine/progress.mjs";
import { hashOf, readIfThere, sha256, writeAtomically } from "./files.mjs";

/** What decides which packages are installed. The SDK of Supabase is a package inside this repository. */
const MANIFESTS = ["package-lock.json", "sdks/supabase/package.json"];

/** Whether node_modules holds what the lock file says: its stamp is written last and goes with the folder. */
export function dependenciesAreCurrent(projectDir) {
  return readIfThere(stampFile(projectDir))?.toString() === manifestHash(projectDir);
}

/**
 * Runs `npm ci`. Safe to interrupt (the stamp is missing then) and to run twice at once (the second waits).
 * Answers the problem in four parts, or undefined when all is installed.
 */
export async function installDependencies(projectDir, { npm = npmCommand(), stream } = {}) {
  const shared = linkedFolder(projectDir);
  if (shared) return shared;
  const lock = join(projectDir, ".groundwork", "setup.lock");
  const say = (line) => (stream ?? process.stderr).write(`${line}\n`);
  const onWait = (pid) => say(`Waiting for the set-up of process ${pid} to install the packages.`);
  return withLock(lock, (share) => installAlone(projectDir, { npm, stream, share }), { onWait });
}

/** Through a link, `npm ci` would empty a folder that others use. */
function linkedFolder(projectDir) {
  const folder = join(projectDir, "node_modules");
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (!stat?.isSymbolicLink()) return undefined;
  return (
    `${folder}: got a link to ${readlinkSync(folder)}, whose packages are not those of package-lock.json; ` +
    "expected a folder of its own, since installing through a link would empty the other one; " +
    "remove the link, then run the command again"
  );
}

async function installAlone(projectDir, { npm, stream, share }) {
  if (dependenciesAreCurrent(projectDir)) return undefined;
  rmSync(stampFile(projectDir), { force: true });
  const hash = manifestHash(projectDir);
  const step = startStep("Installing packages with npm ci", {
    stream,
    hint: "about half a minute",
  });
  const { code, output } = await run(npm, { cwd: projectDir, share });
  step.end();
  if (code === 0) return void writeAtomically(stampFile(projectDir), hash);
  return (
    `npm ci: ended with ${code}: ${firstErrors(output)}; expected all packages of package-lock.json; ` +
    "look at the lines above for what npm could not reach, then run the command again"
  );
}

function run({ command, args }, { cwd, share }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    if (child.pid !== undefined) share(child.pid);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    }
    child.once("error", (error) => resolve({ code: error.code, output: error.message }));
    child.once("close", (code, signal) => resolve({ code: code ?? signal, output }));
  });
}

/** npm's own errors, first ones first: usage and paths of logs follow, which help nobody here. */
function firstErrors(output) {
  const lines = output.split("\n").filter((line) => line.trim());
  const errors = lines.filter((line) => /^npm error\s+\S/.test(line));
  const words = errors.length ? errors.slice(0, 4) : lines.slice(-4);
  return words.map((line) => line.replace(/^npm error\s+/, "")).join(" | ");
}

/** The npm that runs us, if it does, else the one on PATH. Node's warnings about old packages are nobody's news. */
function npmCommand() {
  const script = process.env.npm_execpath;
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  return script?.endsWith(".js")
    ? { command: process.execPath, args: [script, ...args] }
    : { command: "npm", args };
}

function manifestHash(projectDir) {
  return sha256(MANIFESTS.map((file) => hashOf(join(projectDir, file))).join());
}

function stampFile(projectDir) {
  return join(projectDir, "node_modules", ".groundwork-stamp");
}
