/** How the rest of the program uses the sandbox. Loads neither gRPC nor any SDK. */
export { faultModes, faultMoments, faultOperations } from "./faults/fault";
export type { ArmedFault, Fault } from "./faults/fault";
export type { LedgerObject, LedgerRecord } from "./ledger/record";
export { leaseSandbox } from "./client/lease";
export type { LeaseOptions, SandboxLease } from "./client/lease";
export { findByUrn, readLedger } from "./client/ledger";
export type { LedgerContent } from "./client/ledger";
export {
  armFault,
  clearFaults,
  listFaults,
  portOwner,
  sandboxStatus,
  startSandbox,
  stopSandbox,
} from "./client/manage";
export type { DaemonStatus, Ports } from "./client/protocol";
