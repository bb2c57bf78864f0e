import { type ExitCode, type Problem } from "../../core/errors";
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
  | { ask: "tamper"; tampering: Tampering };

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
