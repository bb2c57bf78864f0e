import { type ChildProcess, spawn, spawnSync } from "node:child_process";

/** A Node process to start: everything after `node`, its environment and working folder (default: ours). */
export interface Command {
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd?: string;
}

export interface Outcome {
  /** Exit code; -1 when a signal ended the process, as Go reports it. */
  code: number;
}

export interface Child {
  readonly stdout: NodeJS.ReadableStream;
  readonly stderr: NodeJS.ReadableStream;
  /** Settles when the process is gone and all its output was read. Rejects when it could not be started. */
  readonly done: Promise<Outcome>;
  /** Asks the process and all it started to end, and after `graceMs` makes them. */
  stop(graceMs: number): void;
}

/** The processes that this host started. None may outlive it. */
export class Children {
  private readonly running = new Set<RunningChild>();

  start(command: Command): Child {
    const child = new RunningChild(command);
    this.running.add(child);
    const forget = () => this.running.delete(child);
    child.done.then(forget, forget);
    return child;
  }

  stopAll(graceMs: number): void {
    for (const child of this.running) child.stop(graceMs);
  }

  /** Resolves when no child is left. */
  async ended(): Promise<void> {
    await Promise.allSettled([...this.running].map((child) => child.done));
  }

  /** For the last moment: no time for anyone to say goodbye. */
  killAll(): void {
    for (const child of this.running) child.signal("SIGKILL");
  }
}

class RunningChild implements Child {
  readonly stdout: NodeJS.ReadableStream;
  readonly stderr: NodeJS.ReadableStream;
  readonly done: Promise<Outcome>;
  private readonly process: ChildProcess;
  private gone = false;

  constructor({ args, env, cwd }: Command) {
    // A group of its own, so that what the program starts can be stopped with it.
    const detached = process.platform !== "win32";
    const child = spawn(process.execPath, args, {
      env,
      cwd,
      detached,
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    this.process = child;
    this.stdout = child.stdout;
    this.stderr = child.stderr;
    this.done = outcome(child).finally(() => (this.gone = true));
  }

  stop(graceMs: number): void {
    this.signal("SIGINT");
    // What is left of the group when its leader has said goodbye has nobody to wait for.
    this.process.once("exit", () => this.signal("SIGKILL"));
    setTimeout(() => this.signal("SIGKILL"), graceMs).unref();
  }

  signal(signal: NodeJS.Signals): void {
    const { pid } = this.process;
    if (pid === undefined || this.gone) return;
    if (process.platform === "win32") {
      spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore" });
      return;
    }
    try {
      process.kill(-pid, signal);
    } catch {
      // ESRCH: the whole group is gone already, which is what was asked for.
    }
  }
}

/** Something left behind by the program may hold its output open; nobody waits for that longer than this. */
const OUTPUT_GRACE_MS = 2000;

function outcome(child: ChildProcess): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? -1 }));
    child.once("exit", (code) => {
      setTimeout(() => resolve({ code: code ?? -1 }), OUTPUT_GRACE_MS).unref();
    });
  });
}
