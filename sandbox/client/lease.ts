import { type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../../core/errors";
import { askAndKeep } from "./ask";
import { buildId } from "./build-id";
import { prepareHome } from "./home";
import { type Ports } from "./protocol";
import { readRunInfo } from "./run-file";
import { type DaemonOptions, startDaemon } from "./start";

export interface LeaseOptions extends DaemonOptions {
  /** Told when something takes time or is out of the ordinary. */
  onProgress?: (message: string) => void;
}

/** The right to use a running sandbox. It ends with `release`, or with this process, however that ends. */
export interface SandboxLease {
  /** For `PULUMI_DEBUG_PROVIDERS`: `vercel:41001,github:41002,…`. */
  debugProviders: string;
  /** Port by package, to tell which provider an error of the engine speaks of. */
  ports: Ports;
  /** Base URL of what stands in for Supabase's Management and Storage APIs. */
  supabaseEndpoint: string;
  release(): Promise<void>;
}

const giveUpAfterMs = 20_000;
/** How often to look whether the daemon that another process starts serves yet, and how long before trying again. */
const lookAgainMs = 25;
const looks = 20;

/**
 * Makes sure that the sandbox of `home` runs the code of `daemon`, and keeps it running. Throws `UserError` (2) when the
 * folder cannot be written, a port is taken, or the daemon does not start.
 */
export async function leaseSandbox(options: LeaseOptions): Promise<SandboxLease> {
  prepareHome(options.home);
  const build = buildId(options.daemon);
  const deadline = Date.now() + giveUpAfterMs;
  let wanted: DaemonOptions = options;
  for (let tries = 1; Date.now() < deadline; tries = looks) {
    const answer = await lookForLease(options, build, tries);
    if (answer && "lease" in answer) return answer.lease;
    if (answer) {
      options.onProgress?.("the sandbox is out of date and starts again");
      wanted = { ...options, stay: answer.stay };
    }
    await startDaemon(wanted);
  }
  throw unreachable(options.home);
}

async function lookForLease(options: LeaseOptions, build: string, tries: number) {
  for (let look = 1; ; look += 1) {
    const answer = await tryLease(options, build);
    if (answer || look >= tries) return answer;
    await sleep(lookAgainMs);
  }
}

async function tryLease(
  { home, basePort, onProgress }: LeaseOptions,
  build: string,
): Promise<{ lease: SandboxLease } | { stay: boolean } | undefined> {
  const run = readRunInfo(home);
  const asked = run && (await askAndKeep(run, { ask: "lease", build, ...optional(basePort) }));
  if (!asked) return undefined;
  const { answer, socket } = asked;
  if ("retired" in answer) {
    socket.destroy();
    return { stay: answer.stay };
  }
  if (answer.outdated) onProgress?.("the sandbox is out of date, but another run uses it");
  return { lease: leaseOf(answer, socket) };
}

/** The connection keeps nobody's process alive, only the daemon. */
function leaseOf(
  { ports, supabaseEndpoint }: { ports: Ports; supabaseEndpoint: string },
  socket: Socket,
): SandboxLease {
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.resume().unref();
  return {
    debugProviders: Object.entries(ports)
      .map(([name, port]) => `${name}:${port}`)
      .join(","),
    ports,
    supabaseEndpoint,
    release: () => {
      socket.ref().destroy();
      return closed;
    },
  };
}

const optional = (basePort?: number) => (basePort === undefined ? {} : { basePort });

function unreachable(home: string): UserError {
  const found = `the sandbox did not answer within ${giveUpAfterMs / 1000} s`;
  const fix = "stop it with `groundwork sandbox stop --force`, and read daemon.log in that folder";
  return new UserError([{ where: { file: home }, found, fix }], 2);
}
