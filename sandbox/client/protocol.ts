import { type ExitCode, type Problem } from "../../core/errors";
import { type Breakage, type KnownBreakage } from "../edge/breakage/breakage";
import { type Watched } from "../edge/watch/events";
import { type ArmedFault, type Fault } from "../faults/fault";
import { type LedgerObject } from "../ledger/record";
import { type Tampering } from "../ledger/tamper";

/** Port of each served package, by the name that stands in `PULUMI_DEBUG_PROVIDERS`. */
export type Ports = Readonly<Record<string, number>>;

/** One line of JSON from a client; the daemon answers with one line. */
export type Request = { token: string } & Question;

export type Question =
  /** Keeps the daemon alive while the connection is open. `build`: of the daemon that the client would start. */
  | { ask: "lease"; build: string; basePort?: number }
  | { ask: "status" }
  /** Stay without leases, until `stop`. */
  | { ask: "stay" }
  | { ask: "stop"; force: boolean }
  | { ask: "arm"; fault: Fault }
  | { ask: "clear-faults" }
  /** Where what was declared is served; starts that on first use. */
  | { ask: "edge" }
  | { ask: "break"; breakage: Breakage }
  /** Lets seconds pass for the health checks and alarms of a stack. */
  | { ask: "watch"; stack: string; seconds: number }
  /** What is broken at a host, one breakage, or everything. */
  | { ask: "mend"; host?: string; id?: number }
  | { ask: "tamper"; tampering: Tampering };

/** Where a client finds what a cloud serves. */
export interface EdgeInfo {
  /** On 127.0.0.1, for every host. */
  httpsPort: number;
  httpPort: number;
  /** PEM of the authority that signed the hosts' certificates. */
  ca: string;
  /** Base URLs of the vendors' REST APIs; any token will do. */
  apis: { vercel: string; fly: string };
}

export interface Answers {
  /** `retired`: it was out of date and nobody used it, so it is ending; start another one. */
  lease:
    | { ports: Ports; supabaseEndpoint: string; outdated: boolean }
    | { retired: true; stay: boolean };
  status: DaemonStatus;
  stay: { stays: true };
  stop: { stopping: true };
  arm: { armed: ArmedFault };
  "clear-faults": { cleared: number };
  edge: EdgeInfo;
  watch: Watched;
  break: { broken: KnownBreakage };
  mend: { mended: number };
  tamper: { object: LedgerObject };
}

export interface DaemonStatus {
  pid: number;
  /** ISO 8601. */
  started: string;
  ports: Ports;
  /** Packages whose provider died and was not started again. */
  down: readonly string[];
  leases: number;
  stays: boolean;
  objects: number;
  faults: readonly ArmedFault[];
}

/** What the daemon answers when it cannot do what was asked, and what it tells its starter when it cannot start. */
export interface Failure {
  problems: readonly Problem[];
  exitCode: ExitCode;
}

/** What a daemon tells its starter. `held`: another one is there already. */
export type StartReport = { ready: true } | { held: true } | { failure: Failure };
