import { type PropertyMap, UNKNOWN, isPropertyMap, readProperty } from "../../core/value";
import { readItems } from "../../policies/lib/lists";
import { textOf } from "../../policies/lib/text";

/** One thing about a resource that can be stronger or weaker, and how strong it is. */
export interface Measure {
  /** What it is, as people call it, and unlike every other measure of the resource: `HSTS max-age`. */
  what: string;
  /** Path of the property that says it. */
  property: string;
  /** Path of the component arg that decides it. */
  input?: string;
  /** A larger number is stronger; only the order counts. */
  strength: number | typeof UNKNOWN;
  /** The value in words: `365 days`. */
  text: string;
}

/** Reads what is to be compared from a resource's inputs. The same measures come whatever the inputs say. */
export type Read = (inputs: PropertyMap) => readonly Measure[];

interface Named {
  what: string;
  property: string;
  input?: string;
}

interface Amount {
  strength: number;
  text: string;
}

/** A number, larger being stronger. `absent` is what leaving it out means, and `zero` what 0 means where that differs. */
export function amount(named: Named & { unit?: string; absent: Amount; zero?: Amount }): Read {
  const { unit, absent, zero = absent, ...rest } = named;
  return (inputs) => {
    const reading = readProperty(inputs, steps(named.property));
    if (reading.state === "unknown") return [{ ...rest, ...notKnown }];
    if (reading.state === "absent") return [{ ...rest, ...absent }];
    const value = Number(reading.value);
    if (!(value > 0)) return [{ ...rest, ...zero }];
    return [{ ...rest, strength: value, text: [value, unit].filter(Boolean).join(" ") }];
  };
}

/** One of several words, weakest first; a word that is not listed counts as the weakest. */
export function choice(named: Named & { weakestFirst: readonly string[]; absent: string }): Read {
  const { weakestFirst, absent, ...rest } = named;
  return (inputs) => {
    const reading = readProperty(inputs, steps(named.property));
    if (reading.state === "unknown") return [{ ...rest, ...notKnown }];
    const text = textOf(reading) ?? absent;
    return [{ ...rest, strength: Math.max(0, weakestFirst.indexOf(text)), text }];
  };
}

/** A switch: the value given is the stronger one. */
export function flag(named: Named & { strong: boolean; absent: boolean }): Read {
  const { strong, absent, ...rest } = named;
  const words = [String(!strong), String(strong)];
  return choice({ ...rest, weakestFirst: words, absent: String(absent) });
}

/** Whether anything is there. */
export function presence(named: Named): Read {
  return (inputs) => {
    const { state } = readProperty(inputs, steps(named.property));
    if (state === "unknown") return [{ ...named, strength: 1, text: "set" }];
    return [
      { ...named, strength: state === "known" ? 1 : 0, text: state === "known" ? "set" : "none" },
    ];
  };
}

/** The same of every item of a list, told apart by one of its fields, or all alike without one. */
export function each(list: string, field: string | undefined, read: (name: string) => Read): Read {
  return (inputs) =>
    readItems(inputs, steps(list)).flatMap((item, index) => {
      if (!isPropertyMap(item)) return [];
      const name = field ? item[field] : undefined;
      const measures = read(typeof name === "string" ? ` ${name}` : "")(item);
      return measures.map((one) => ({ ...one, property: `${list}[${index}].${one.property}` }));
    });
}

export function all(...reads: readonly Read[]): Read {
  return (inputs) => reads.flatMap((read) => read(inputs));
}

const notKnown = { strength: UNKNOWN, text: "a value not known yet" } as const;

/** `rule.defaultRetention.days`, `rules[0].status` */
function steps(path: string): (string | number)[] {
  return path
    .split(/[.[\]]/)
    .filter(Boolean)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
