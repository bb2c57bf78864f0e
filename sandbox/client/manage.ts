import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../../core/errors";
import { type ArmedFault, type Fault } from "../faults/fault";
import { Faults, readFaults } from "../faults/faults";
import { Ledger } from "../ledger/ledger";
import { type LedgerObject } from "../ledger/record";
import { tamper, type Tampering } from "../ledger/tamper";
import { ask } from "./ask";
import { homeExists, homeFiles, prepareHome } from "./home";
import { leaseSandbox, type LeaseOptions } from "./lease";
import { takeLock } from "./lock";
import { isRunning } from "./process-identity";
import { type DaemonStatus, type Ports } from "./protocol";
import { readRunInfo } from "./run-file";

/** Starts the sandbox, and keeps it until `stopSandbox`. */
export async function startSandbox(options: LeaseOptions): Promise<DaemonStatus> {
  const lease = await leaseSandbox(options);
  try {
    const run = readRunInfo(options.home);
    if (run) await ask(run, { ask: "stay" });
    const status = await sandboxStatus(options.home);
    if (!status) throw new Error("the sandbox ended while it was started");
    return status;
  } finally {
    await lease.release();
  }
}

/** Undefined when the sandbox of that folder does not run. */
export async function sandboxStatus(home: string): Promise<DaemonStatus | undefined> {
  const run = readRunInfo(home);
  return run && ask(run, { ask: "status" });
}

/**
 * Ends the sandbox and waits until its process is gone. False when it did not run. Throws `UserError` (2) when runs use
 * it, unless forced.
 */
export async function stopSandbox(home: string, { force = false } = {}): Promise<boolean> {
  const run = readRunInfo(home);
  const answer = run && (await ask(run, { ask: "stop", force }));
  if (!run || (!answer && !isRunning(run))) return false;
  if (!answer && force) process.kill(run.pid, "SIGKILL");
  if (!answer && !force) throw silent(home);
  while (isRunning(run)) await sleep(10);
  return true;
}

export async function armFault(home: string, fault: Fault): Promise<ArmedFault> {
  prepareHome(home);
  return changeFaults(
    home,
    async (run) => (await ask(run, { ask: "arm", fault }))?.armed,
    (faults) => faults.arm(fault),
  );
}

/** Answers how many there were. */
export async function clearFaults(home: string): Promise<number> {
  if (!homeExists(home)) return 0;
  return changeFaults(
    home,
    async (run) => (await ask(run, { ask: "clear-faults" }))?.cleared,
    (faults) => {
      const { length } = faults.armed;
      faults.clear();
      return length;
    },
  );
}

/** Changes an object behind the program's back, as a person at the vendor's dashboard would. */
export async function tamperWith(home: string, tampering: Tampering): Promise<LedgerObject> {
  prepareHome(home);
  return changeByOwner(
    home,
    async (run) => (await ask(run, { ask: "tamper", tampering }))?.object,
    () => {
      const ledger = Ledger.open(homeFiles(home).ledger);
      try {
        return tamper(ledger, tampering);
      } finally {
        ledger.close();
      }
    },
  );
}

/** Reads the file itself; needs no daemon. */
export function listFaults(home: string): ArmedFault[] {
  return readFaults(homeFiles(home).faults);
}

/** The package that listens on a port, to name the provider that an error of the engine speaks of. */
export function portOwner(ports: Ports, port: number): string | undefined {
  return Object.entries(ports).find(([, other]) => other === port)?.[0];
}

function changeFaults<T>(home: string, byDaemon: ByDaemon<T>, byHand: (faults: Faults) => T) {
  return changeByOwner(home, byDaemon, () => byHand(new Faults(homeFiles(home).faults)));
}

type ByDaemon<T> = (run: NonNullable<ReturnType<typeof readRunInfo>>) => Promise<T | undefined>;

/** The daemon changes what is its own; without one, whoever has the folder's lock may. */
export async function changeByOwner<T>(
  home: string,
  byDaemon: ByDaemon<T>,
  byHand: () => T,
): Promise<T> {
  for (;;) {
    const run = readRunInfo(home);
    const answer = run && (await byDaemon(run));
    if (answer !== undefined) return answer;
    const lock = takeLock(home);
    if (!lock) {
      await sleep(25);
      continue;
    }
    try {
      return byHand();
    } finally {
      lock.release();
    }
  }
}

function silent(home: string): UserError {
  const found = "the sandbox runs, but does not answer";
  return new UserError([{ where: { file: home }, found, fix: "stop it with --force" }], 2);
}
