import { UNKNOWN } from "../core/value";
import type { Change } from "./change";
import { headerMeasures } from "./lib/headers";
import type { Measure } from "./lib/measure";
import { protectionGuards } from "./lib/protection";
import { publicGuards } from "./lib/public";
import { retentionGuards } from "./lib/retention";

/** What differs of one thing that the rules about changes compare, in words, and which way it goes. */
export interface Meaning {
  what: string;
  property: string;
  before: string;
  after: string;
  direction: "weaker" | "stronger" | "other";
}

const guards = [...retentionGuards, ...protectionGuards, ...publicGuards];

/** What a change comes to, weaker or stronger; nothing for what is created or deleted, which stands for itself. */
export function meaningOf(change: Change): Meaning[] {
  const { before, after, type } = change;
  if (!before || !after) return [];
  const read = guards.filter((guard) => guard.type === type).map((guard) => guard.read);
  return [
    ...read.flatMap((one) => differences(one(before.inputs), one(after.inputs))),
    ...differences(headerMeasures(change, before), headerMeasures(change, after)),
    ...(before.protect === after.protect ? [] : [protection(after.protect)]),
  ];
}

function protection(after: boolean): Meaning {
  const direction = after ? "stronger" : "weaker";
  return {
    what: "protect",
    property: "protect",
    before: String(!after),
    after: String(after),
    direction,
  };
}

const none = { text: "none", strength: -Infinity };

function differences(before: readonly Measure[], after: readonly Measure[]): Meaning[] {
  const [was, is] = [byWhat(before), byWhat(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((what) => {
    const [one, other] = [was.get(what), is.get(what)];
    const [old, now] = [one ?? none, other ?? none];
    if (old.text === now.text && old.strength === now.strength) return [];
    const { property = "" } = other ?? one ?? {};
    const direction = directionOf(old.strength, now.strength);
    return [{ what, property, before: old.text, after: now.text, direction }];
  });
}

function directionOf(
  before: number | typeof UNKNOWN,
  after: number | typeof UNKNOWN,
): Meaning["direction"] {
  if (before === UNKNOWN || after === UNKNOWN || before === after) return "other";
  return after < before ? "weaker" : "stronger";
}

function byWhat(measures: readonly Measure[]): ReadonlyMap<string, Measure> {
  return new Map(measures.map((one) => [one.what, one]));
}
