import { randomBytes } from "node:crypto";
import { UserError } from "../../core/errors";
import { buildId } from "../client/build-id";
import { type HomeLock } from "../client/lock";
import { thisProcess } from "../client/process-identity";
import { type Answers, type DaemonStatus, type Question } from "../client/protocol";
import { removeRunInfo, writeRunInfo } from "../client/run-file";
import { tamper } from "../ledger/tamper";
import { CloudHost } from "./cloud-host";
import { Control } from "./control";
import { Lifetime } from "./lifetime";

export interface DaemonSettings {
  home: string;
  /** The file that runs: what a client compares its own with. */
  program: string;
  basePort?: number;
  stays: boolean;
  graceMs: number;
}

/** How long a daemon waits for the client that started it. */
const firstLeaseMs = 30_000;

/** A cloud in service: its servers, its door, and how long all of it lives. */
export class Daemon {
  readonly #token = randomBytes(24).toString("hex");
  readonly #started = new Date().toISOString();
  readonly #build: string;
  readonly #control: Control;
  readonly #lifetime: Lifetime;
  /** Whoever asks for a lease now shall start another daemon; `stays` goes over to it. */
  #leaving: { stays: boolean } | undefined;
  #ended = false;

  private constructor(
    private readonly settings: DaemonSettings,
    private readonly lock: HomeLock,
    private readonly host: CloudHost,
  ) {
    this.#build = buildId(settings.program);
    const { stays, graceMs } = settings;
    this.#lifetime = new Lifetime({ stays, graceMs, firstLeaseMs }, () => this.end());
    this.#control = new Control(this.#token, (question, held) => this.#answer(question, held));
  }

  /** Serves the cloud of a folder whose lock the caller has. Throws `UserError` (2) when it cannot. */
  static async start(settings: DaemonSettings, lock: HomeLock): Promise<Daemon> {
    const { home, basePort } = settings;
    const complain = (where: string, error: unknown) => {
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.stderr.write(`${new Date().toISOString()} ${where}: ${told}\n`);
    };
    const host = await CloudHost.open(home, { complain, ...(basePort ? { basePort } : {}) });
    const daemon = new Daemon(settings, lock, host);
    const control = await daemon.#control.listen();
    writeRunInfo(home, { ...thisProcess(), control, token: daemon.#token });
    return daemon;
  }

  /** Ends everything. Then nothing keeps the process. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#leaving ??= { stays: false };
    removeRunInfo(this.settings.home, this.#token);
    this.#control.close();
    this.host.close();
    this.lock.release();
    this.#lifetime.stay();
  }

  async #answer(
    question: Question,
    held: (whenClosed: () => void) => void,
  ): Promise<Answers[Question["ask"]]> {
    switch (question.ask) {
      case "lease":
        return this.#lease(question, held);
      case "status":
        return this.#status();
      case "stay":
        this.#lifetime.stay();
        return { stays: true };
      case "stop":
        return this.#stop(question.force);
      case "arm":
        return { armed: this.host.services.faults.arm(question.fault) };
      case "clear-faults":
        return this.#clearFaults();
      case "edge":
        return (await this.host.edge()).info;
      case "watch":
        return (await this.host.edge()).watch(question.stack, question.seconds);
      case "break":
        return { broken: this.host.breakages.add(question.breakage) };
      case "mend":
        return { mended: this.host.breakages.mend(question) };
      case "tamper":
        return { object: tamper(this.host.services.ledger, question.tampering) };
    }
  }

  async #lease(
    { build, basePort }: Extract<Question, { ask: "lease" }>,
    held: (whenClosed: () => void) => void,
  ): Promise<Answers["lease"]> {
    const elsewhere = basePort !== undefined && basePort !== this.settings.basePort;
    const outdated = build !== this.#build;
    if ((outdated || elsewhere) && this.#lifetime.leases === 0) this.#leave(this.#lifetime);
    if (this.#leaving) return { retired: true, stay: this.#leaving.stays };
    if (elsewhere) throw busy(this.#lifetime.leases, "it cannot move to other ports");
    held(this.#lifetime.lease());
    await this.host.revive();
    const { ports, supabaseEndpoint } = this.host;
    return { ports, supabaseEndpoint, outdated };
  }

  #status(): DaemonStatus {
    const { services, ports, down } = this.host;
    return {
      pid: process.pid,
      started: this.#started,
      ports,
      down,
      leases: this.#lifetime.leases,
      stays: this.#lifetime.stays,
      objects: services.ledger.objects.all().length,
      faults: services.faults.armed,
    };
  }

  #stop(force: boolean): Answers["stop"] {
    const { leases } = this.#lifetime;
    if (leases > 0 && !force) throw busy(leases, "it does not stop under them");
    this.#leave({ stays: false });
    return { stopping: true };
  }

  /** Ends after the answer to this very question went out. */
  #leave({ stays }: { stays: boolean }): void {
    this.#leaving ??= { stays };
    setImmediate(() => this.end());
  }

  #clearFaults(): Answers["clear-faults"] {
    const { faults } = this.host.services;
    const cleared = faults.armed.length;
    faults.clear();
    return { cleared };
  }
}

function busy(leases: number, consequence: string): UserError {
  const runs = leases === 1 ? "1 run uses" : `${leases} runs use`;
  const found = `${runs} the sandbox; ${consequence}`;
  return new UserError([{ where: {}, found, fix: "wait for it, or use --force" }], 2);
}
