import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 200;
/** Breaking a dead lock takes milliseconds: who holds the right to do so for longer died at it. */
const BREAKING_MS = 10_000;

/**
 * Runs `action` while this process holds the lock file; others wait. A holder that is gone (killed, machine restarted)
 * is noticed by its process id and start time. `action` gets `share(pid)`, which keeps the lock for a child as well, so
 * that work that outlives a killed parent is not done twice at once. `onWait(pid)` is called once if there is a wait.
 */
export async function withLock(file, action, { onWait = () => {} } = {}) {
  mkdirSync(dirname(file), { recursive: true });
  for (let waited = false; !take(file); waited = true) {
    const holder = livingHolder(file);
    if (holder === undefined) breakLock(file);
    else if (!waited) onWait(holder);
    await sleep(POLL_MS);
  }
  const release = () => rmSync(file, { force: true });
  process.once("exit", release);
  try {
    return await action((pid) => overwrite(file, [process.pid, pid]));
  } finally {
    process.removeListener("exit", release);
    release();
  }
}

function take(file) {
  try {
    write(file, [process.pid], "wx");
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function overwrite(file, pids) {
  write(file, pids, "w");
}

function write(file, pids, flag) {
  const handle = openSync(file, flag);
  try {
    const holders = pids.map((pid) => ({ pid, start: startOf(pid) }));
    writeSync(handle, JSON.stringify({ host: hostname(), holders }));
  } finally {
    closeSync(handle);
  }
}

/** Process id of who holds the lock; undefined when nobody does any more. Another machine's holders count as living. */
function livingHolder(file) {
  const lock = read(file);
  if (lock === "absent") return undefined;
  if (lock === "unreadable") return isOlderThan(file, BREAKING_MS) ? undefined : 0;
  if (lock.host !== hostname()) return lock.holders[0]?.pid ?? 0;
  return lock.holders.find(({ pid, start }) => isAlive(pid) && startOf(pid) === start)?.pid;
}

/** Unreadable is also what a lock is between its creation and its first byte. */
function read(file) {
  try {
    const lock = JSON.parse(readFileSync(file, "utf8"));
    return Array.isArray(lock.holders) ? lock : "unreadable";
  } catch (error) {
    return error.code === "ENOENT" ? "absent" : "unreadable";
  }
}

/** Only one of those who saw the dead lock may remove it, and only if it is still dead: else a new lock would go. */
function breakLock(file) {
  const right = `${file}.breaking`;
  try {
    closeSync(openSync(right, "wx"));
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (isOlderThan(right, BREAKING_MS)) rmSync(right, { force: true });
    return;
  }
  try {
    if (livingHolder(file) === undefined) rmSync(file, { force: true });
  } finally {
    rmSync(right, { force: true });
  }
}

function isOlderThan(file, ms) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > ms;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Tells a process from a later one with the same id, where the system says so cheaply (Linux); else undefined. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // Field 3 of proc_pid_stat(5) is the state: a zombie works no more. Field 22 is the start time.
    return fields[0] === "Z" ? "dead" : fields[19];
  } catch {
    return undefined;
  }
}
