import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { packageOf, parseUrn } from "../../core/urn";
import { LedgerObjects } from "./objects";
import { readLog } from "./read";
import {
  type LedgerObject,
  type LedgerOperation,
  type LedgerRecord,
  type StoredMap,
} from "./record";

/** What a caller knows of an operation; the rest of the record follows from it. */
export interface LedgerEntry {
  urn: string;
  type: string;
  id: string;
  inputs: StoredMap;
  outputs: StoredMap;
  claims: readonly string[];
}

/**
 * The truth about what exists in the sandbox cloud. An operation is on disk (fsync) before anybody hears of it, so what
 * was answered survives `kill -9`; everything here is synchronous, so nothing comes between a question and its entry.
 * One process at a time may have it open.
 */
export class Ledger {
  readonly #objects: LedgerObjects;
  #size: number;
  #last: number;

  private constructor(
    private readonly descriptor: number,
    log: ReturnType<typeof readLog>,
    private readonly now: () => Date,
  ) {
    this.#objects = LedgerObjects.of(log.records);
    this.#size = log.intact;
    this.#last = log.records.length;
  }

  /** Opens or makes the file; cuts off a last line that a crash left incomplete. */
  static open(file: string, now: () => Date = () => new Date()): Ledger {
    const log = readLog(file);
    const descriptor = openSync(file, "a", 0o600);
    ftruncateSync(descriptor, log.intact);
    syncFolder(dirname(file));
    return new Ledger(descriptor, log, now);
  }

  get objects(): Omit<LedgerObjects, "apply"> {
    return this.#objects;
  }

  /** Number of the last entry: another one means that something changed. */
  get last(): number {
    return this.#last;
  }

  create(entry: LedgerEntry): LedgerObject {
    return this.#append("create", this.#last + 1, entry);
  }

  update(object: LedgerObject, entry: LedgerEntry): LedgerObject {
    return this.#append("update", object.object, entry);
  }

  delete(object: LedgerObject): void {
    const { urn, type, id } = object;
    this.#write({ ...this.#head("delete", object.object, urn, type), id });
  }

  close(): void {
    closeSync(this.descriptor);
  }

  #append(op: LedgerOperation, object: number, entry: LedgerEntry): LedgerObject {
    const { urn, type, id, inputs, outputs, claims } = entry;
    this.#write({ ...this.#head(op, object, urn, type), id, inputs, outputs, claims });
    const kept = this.#objects.byUrn(urn).find((other) => other.object === object);
    if (!kept) throw new Error(`the ledger lost ${urn}`);
    return kept;
  }

  #head(op: LedgerOperation, object: number, urn: string, type: string): Omit<LedgerRecord, "id"> {
    const { stack } = parseUrn(urn);
    const time = this.now().toISOString();
    return { seq: this.#last + 1, time, op, urn, stack, package: packageOf(type), type, object };
  }

  #write(record: LedgerRecord): void {
    const line = Buffer.from(`${JSON.stringify(record)}\n`, "utf8");
    try {
      writeAll(this.descriptor, line);
      fsyncSync(this.descriptor);
    } catch (error) {
      ftruncateSync(this.descriptor, this.#size);
      throw error;
    }
    this.#size += line.length;
    this.#last = record.seq;
    this.#objects.apply(record);
  }
}

function writeAll(descriptor: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
}

/** Makes the file's name as durable as its content. Not every system lets a folder be opened; then there is no need. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, "r");
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch {
    return;
  }
}
