import { LedgerObjects } from "../ledger/objects";
import { readLog } from "../ledger/read";
import { type LedgerObject, type LedgerRecord } from "../ledger/record";
import { homeFiles } from "./home";

export interface LedgerContent {
  /** What exists now, oldest first. */
  objects: LedgerObject[];
  /** Everything that happened, oldest first. */
  log: LedgerRecord[];
}

/** Reads the ledger's file itself; needs no daemon, and disturbs none. A cloud that never was is empty. */
export function readLedger(home: string, { stack }: { stack?: string } = {}): LedgerContent {
  const { records } = readLog(homeFiles(home).ledger);
  const wanted = (entry: { stack: string }) => stack === undefined || entry.stack === stack;
  return {
    objects: LedgerObjects.of(records).all().filter(wanted),
    log: records.filter(wanted),
  };
}

/** What exists under a URN, oldest first: nothing, one object, or two in the middle of a replacement. */
export function findByUrn(home: string, urn: string): LedgerObject[] {
  return LedgerObjects.of(readLog(homeFiles(home).ledger).records).byUrn(urn);
}
