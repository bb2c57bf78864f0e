import { Decimal } from "decimal.js";
import type { DeclaredResource } from "../../../core/resource";
import { itemsAt, notKnown, numberAt, textAt, valueAt } from "../inputs";

/** Prices of a storage class, and of moving an object into it. */
interface StorageClass {
  storage: string;
  transitions: string;
}

const standard = "STANDARD";

/** Every class that lifecycle rules move objects to. Intelligent tiering bills its first tier like the standard class. */
export const storageClasses: Readonly<Record<string, StorageClass>> = {
  INTELLIGENT_TIERING: { storage: "s3-standard-storage", transitions: "s3-transitions-ia" },
  STANDARD_IA: { storage: "s3-standard-ia-storage", transitions: "s3-transitions-ia" },
  ONEZONE_IA: { storage: "s3-onezone-ia-storage", transitions: "s3-transitions-ia" },
  GLACIER_IR: { storage: "s3-glacier-ir-storage", transitions: "s3-transitions-glacier-ir" },
  GLACIER: { storage: "s3-glacier-storage", transitions: "s3-transitions-glacier" },
  DEEP_ARCHIVE: {
    storage: "s3-deep-archive-storage",
    transitions: "s3-transitions-deep-archive",
  },
};

/** How long something is reckoned to stay in its last class where no rule deletes it. */
const daysInLastClass = 365;

/** Where what a bucket holds lies, in a month like any other. */
export interface Spread {
  /** Parts of what is stored by class; they add up to 1. */
  parts: readonly { name: string; sku: string; part: Decimal }[];
  /** Prices of the moves that each object makes. */
  moves: readonly string[];
  assumption?: string;
}

const allStandard = [{ name: standard, sku: "s3-standard-storage", part: new Decimal(1) }];

interface Stage {
  name: string;
  from: number;
}

/**
 * As much is written each day: what is kept 400 days and moved after 30 lies for 30 of 400 parts in the standard class.
 * Rules about a part of the bucket are left out, which errs to the dearer class.
 */
export function spreadOf(lifecycle: DeclaredResource | undefined): Spread {
  if (!lifecycle) return { parts: allStandard, moves: [] };
  if (notKnown(lifecycle, ["rules"])) {
    const assumption = "its lifecycle rules are not known before the update: all in STANDARD";
    return { parts: allStandard, moves: [], assumption };
  }
  const rules = itemsAt(lifecycle, "rules").flatMap((_, at) =>
    isAboutAll(lifecycle, `rules[${at}]`) ? [`rules[${at}]`] : [],
  );
  const stages = rules.flatMap((rule) => stagesOf(lifecycle, rule));
  const last = stages.reduce((latest, { from }) => Math.max(latest, from), 0);
  const ends = rules.map((rule) => numberAt(lifecycle, `${rule}.expiration.days`) ?? Infinity);
  const kept = Math.min(...ends, last + daysInLastClass);
  const lived = stages.filter(({ from }) => from < kept).sort((a, b) => a.from - b.from);
  return lived.length === 0 ? { parts: allStandard, moves: [] } : spread(lived, kept);
}

function isAboutAll(lifecycle: DeclaredResource, rule: string): boolean {
  const isPartial = ["prefix", "filter.prefix", "filter.tag", "filter.and"].some((filter) => {
    const value = valueAt(lifecycle, `${rule}.${filter}`);
    return value !== undefined && value !== "";
  });
  return textAt(lifecycle, `${rule}.status`) === "Enabled" && !isPartial;
}

function stagesOf(lifecycle: DeclaredResource, rule: string): Stage[] {
  return itemsAt(lifecycle, `${rule}.transitions`).flatMap((_, at) => {
    const name = textAt(lifecycle, `${rule}.transitions[${at}].storageClass`) ?? "";
    const from = numberAt(lifecycle, `${rule}.transitions[${at}].days`);
    return from === undefined || !Object.hasOwn(storageClasses, name) ? [] : [{ name, from }];
  });
}

function spread(stages: readonly Stage[], kept: number): Spread {
  const all = [{ name: standard, from: 0 }, ...stages];
  const days = all.map(({ name, from }, at) => ({
    name,
    lasts: (all[at + 1]?.from ?? kept) - from,
  }));
  const there = days.filter(({ lasts }) => lasts > 0);
  return {
    parts: there.map(({ name, lasts }) => ({
      name,
      sku: storageClasses[name]?.storage ?? "s3-standard-storage",
      part: new Decimal(lasts).div(kept),
    })),
    moves: stages.flatMap(({ name }) => storageClasses[name]?.transitions ?? []),
    assumption: `written evenly: of ${kept} days ${there.map(({ name, lasts }) => `${lasts} in ${name}`).join(", ")}`,
  };
}
