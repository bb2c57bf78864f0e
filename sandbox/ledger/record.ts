/** A property as the ledger keeps it: plain JSON, each secret replaced by its keyed digest. */
export type StoredValue = null | boolean | number | string | readonly StoredValue[] | StoredMap;

export interface StoredMap {
  readonly [name: string]: StoredValue;
}

export type LedgerOperation = "create" | "update" | "delete";

/** What happened to one object: one line of `ledger.jsonl`. Never holds a secret's value. */
export interface LedgerRecord {
  /** Counts from 1, without gaps. */
  seq: number;
  /** ISO 8601, UTC. */
  time: string;
  op: LedgerOperation;
  urn: string;
  stack: string;
  /** `vercel`, `aws`, `supabase` …: the first part of the type token. */
  package: string;
  type: string;
  /** The vendor's id. Some types give the same one to every object (`none` for a random password). */
  id: string;
  /** `seq` of the create that made the object: what tells two objects of one URN apart during a replacement. */
  object: number;
  /** After the operation; absent for a delete. */
  inputs?: StoredMap;
  outputs?: StoredMap;
  /** What this object holds that nobody else in the account can have: `vercel:domain:personal:shop.example`. */
  claims?: readonly string[];
}

/** An object that exists in the sandbox cloud now. */
export interface LedgerObject {
  object: number;
  urn: string;
  stack: string;
  package: string;
  type: string;
  id: string;
  inputs: StoredMap;
  outputs: StoredMap;
  claims: readonly string[];
  /** ISO 8601 of the create and of the last change. */
  created: string;
  changed: string;
}
