/** How the rest of the program uses the sandbox. Loads neither gRPC nor any SDK. */
export type { Breakage, KnownBreakage } from "./edge/breakage/breakage";
export type { ArmedFault, Fault } from "./faults/fault";
export type { WatchEvent } from "./edge/watch/events";
export type { LedgerObject } from "./ledger/record";
export { breakHost, listBreakages, mendHosts } from "./client/breakages";
export { openEdge, type OpenEdge } from "./client/edge";
export { leaseSandbox } from "./client/lease";
export { findByUrn, readLedger } from "./client/ledger";
export {
  armFault,
  clearFaults,
  listFaults,
  portOwner,
  sandboxStatus,
  startSandbox,
  stopSandbox,
  tamperWith,
} from "./client/manage";
export { openPostgres, postgresLimits } from "./postgres/postgres";
export type { DaemonStatus } from "./client/protocol";
