import type { Decimal } from "decimal.js";
import type { PriceVendor } from "../../../catalogue/prices/price";
import type { CostLine } from "../../../cost/model";
import type { Month } from "./month";

/** What a vendor really billed. */
export interface Actual {
  usd: Decimal;
  /** The time that it is for: `2026-10`, `2026-11 to date`, `a month as selected now`. */
  period: string;
  /** Part of a month that the sum is for. */
  part: Decimal;
  /** Who says so. */
  source: string;
  /** What is in the sum, where that is not the vendor's whole bill. */
  only?: string;
}

export interface NotRead {
  notRead: string;
}

/** Whom and about what an adapter asks. */
export interface Question {
  env: NodeJS.ProcessEnv;
  month: Month;
  /** Part that this stack counts of what accounts are billed, and the stack that counts the rest. */
  share: number;
  countedBy: string;
  /** Reference of the Supabase project; a reason where it is not known. */
  projectRef: () => Promise<string | NotRead>;
}

/** Reads what one vendor billed. Off while a variable that it needs is not set; never a secret in a message. */
export interface Adapter {
  vendor: PriceVendor;
  needs: readonly string[];
  /** Lines of the estimate that the sum is held against. */
  covers: (line: CostLine) => boolean;
  read: (fetch: Fetch, question: Question) => Promise<Actual | NotRead>;
}

export type Fetch = typeof globalThis.fetch;
