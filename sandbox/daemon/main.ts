import { parseArgs } from "node:util";
import { type StartReport } from "../client/protocol";
import { type HomeLock, takeLock } from "../client/lock";
import { failureOf } from "./control";
import { Daemon, type DaemonSettings } from "./daemon";

/** `node dist/sandbox.cjs --home FOLDER [--base-port N] [--grace-ms N] [--stay]`; reports to its starter by IPC. */
async function main(): Promise<void> {
  try {
    const settings = readSettings();
    const lock = takeLock(settings.home);
    report(lock ? await serve(settings, lock) : { held: true });
  } catch (error) {
    report({ failure: failureOf(error) });
  }
}

async function serve(settings: DaemonSettings, lock: HomeLock): Promise<StartReport> {
  try {
    const daemon = await Daemon.start(settings, lock);
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => daemon.end());
    return { ready: true };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function readSettings(): DaemonSettings {
  const { values } = parseArgs({
    options: {
      home: { type: "string" },
      "base-port": { type: "string" },
      "grace-ms": { type: "string" },
      stay: { type: "boolean", default: false },
    },
  });
  if (!values.home) throw new Error("--home is missing");
  const basePort = values["base-port"];
  return {
    home: values.home,
    program: __filename,
    ...(basePort ? { basePort: Number(basePort) } : {}),
    stays: values.stay,
    graceMs: Number(values["grace-ms"] ?? 3_000),
  };
}

/** The starter may be gone already; that is no reason to fail. */
function report(message: StartReport): void {
  if (!process.connected || !process.send) return;
  process.send(message, () => {
    if (process.connected) process.disconnect();
  });
}

void main();
