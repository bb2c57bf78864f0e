import { type LedgerObject, type LedgerRecord } from "./record";

/** What exists now: the fold over the log, with an index for each question that is asked of it. */
export class LedgerObjects {
  readonly #live = new Map<number, LedgerObject>();
  readonly #byUrn = new Map<string, Set<number>>();
  readonly #byId = new Map<string, Set<number>>();
  readonly #byClaim = new Map<string, number>();

  static of(records: Iterable<LedgerRecord>): LedgerObjects {
    const objects = new LedgerObjects();
    for (const record of records) objects.apply(record);
    return objects;
  }

  apply(record: LedgerRecord): void {
    const before = this.#live.get(record.object);
    if (before) this.#drop(before);
    if (record.op !== "delete") this.#keep(after(record, before));
  }

  /** Oldest first. */
  all(): LedgerObject[] {
    return [...this.#live.values()].sort((a, b) => a.object - b.object);
  }

  byUrn(urn: string): LedgerObject[] {
    return this.#pick(this.#byUrn.get(urn));
  }

  byId(type: string, id: string): LedgerObject[] {
    return this.#pick(this.#byId.get(idKey(type, id)));
  }

  holderOf(claim: string): LedgerObject | undefined {
    const object = this.#byClaim.get(claim);
    return object === undefined ? undefined : this.#live.get(object);
  }

  #pick(objects: ReadonlySet<number> | undefined): LedgerObject[] {
    return [...(objects ?? [])].sort((a, b) => a - b).flatMap((key) => this.#live.get(key) ?? []);
  }

  #keep(object: LedgerObject): void {
    this.#live.set(object.object, object);
    add(this.#byUrn, object.urn, object.object);
    add(this.#byId, idKey(object.type, object.id), object.object);
    for (const claim of object.claims) this.#byClaim.set(claim, object.object);
  }

  #drop(object: LedgerObject): void {
    this.#live.delete(object.object);
    remove(this.#byUrn, object.urn, object.object);
    remove(this.#byId, idKey(object.type, object.id), object.object);
    for (const claim of object.claims) this.#byClaim.delete(claim);
  }
}

function after(record: LedgerRecord, before: LedgerObject | undefined): LedgerObject {
  return {
    object: record.object,
    urn: record.urn,
    stack: record.stack,
    package: record.package,
    type: record.type,
    id: record.id,
    inputs: record.inputs ?? {},
    outputs: record.outputs ?? {},
    claims: record.claims ?? [],
    created: before?.created ?? record.time,
    changed: record.time,
  };
}

const idKey = (type: string, id: string): string => `${type}\n${id}`;

function add(index: Map<string, Set<number>>, key: string, object: number): void {
  const objects = index.get(key);
  if (objects) objects.add(object);
  else index.set(key, new Set([object]));
}

function remove(index: Map<string, Set<number>>, key: string, object: number): void {
  const objects = index.get(key);
  objects?.delete(object);
  if (objects?.size === 0) index.delete(key);
}
