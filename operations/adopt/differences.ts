import { whyUnread } from "../../catalogue/unread";
import { parseJson } from "../../core/json";
import { parseUrn } from "../../core/urn";
import { isPropertyMap, type PropertyMap, type Value } from "../../core/value";
import { type Difference, differencesOf, masked } from "../drift/differences";

/** A step of the preview after an import that changes something. Secrets are masked on both sides. */
export interface ChangedStep {
  urn: string;
  type: string;
  custom: boolean;
  /** `update`, `replace` … */
  op: string;
  /** Inputs as they were read from the vendor; empty for what is to be made. */
  live: PropertyMap;
  declared: PropertyMap;
  /** Paths that the provider calls different; none where it does not say. */
  noticed: readonly string[];
  /** Inputs that are computed from something that is yet to be made. */
  awaited: readonly string[];
}

/** An input whose declared value is taken for the live one, since nobody can read it. */
export interface Trusted {
  urn: string;
  input: string;
  why: string;
}

/** What the next update would change at a vendor. */
export interface AdoptionFinding {
  urn: string;
  type: string;
  name: string;
  property: string;
  /** Absent where there is none. Never a secret. */
  live?: Value | undefined;
  declared?: Value | undefined;
  /** It would not be changed but deleted and made again. */
  replaces: boolean;
}

export const unreadable = "the vendor never shows it again";

/** Which differences are none, since one side cannot be read, and which are. */
export function weigh(steps: readonly ChangedStep[]): {
  trusted: Trusted[];
  findings: AdoptionFinding[];
} {
  const trusted: Trusted[] = [];
  const findings: AdoptionFinding[] = [];
  for (const step of steps.filter(({ custom, op }) => custom && op !== "create")) {
    const { urn, type, op, live, declared } = step;
    const inputs = new Set([...Object.keys(live), ...Object.keys(declared)]);
    const taken = new Map([...inputs].flatMap((input) => reasonOf(step, input)));
    trusted.push(...[...taken].map(([input, why]) => ({ urn, input, why })));
    const left = differencesIn(step).filter(({ property }) => !taken.has(topOf(property)));
    const common = { urn, type, name: parseUrn(urn).name, replaces: op.includes("replace") };
    findings.push(...left.map((difference) => ({ ...common, ...told(difference) })));
  }
  return { trusted, findings };
}

function reasonOf(step: ChangedStep, input: string): [string, string][] {
  const { type, live, declared, awaited, noticed } = step;
  if (awaited.includes(input) || !concerns(noticed, input)) return [];
  const why = whyUnread(type, input);
  if (why !== undefined && isNothing(live[input])) return [[input, why]];
  const isSecret = addsOnlySecrets(live[input], declared[input]) && !isNothing(declared[input]);
  return isSecret ? [[input, unreadable]] : [];
}

function differencesIn({ live, declared, noticed, awaited }: ChangedStep): Difference[] {
  const all = differencesOf(live, declared, [...noticed, ...awaited]);
  return all.filter(
    ({ property }) => concerns(noticed, topOf(property)) || awaited.includes(topOf(property)),
  );
}

/** A provider that says what differs knows it better than a comparison of what was said with what was read. */
function concerns(noticed: readonly string[], input: string): boolean {
  return noticed.length === 0 || noticed.some((path) => topOf(path) === input);
}

/** Whether the declared value is the live one but for secrets that were not read. */
function addsOnlySecrets(live: Value | undefined, declared: Value | undefined): boolean {
  if (declared === masked) return isNothing(live);
  const [one, other]: (Value | undefined)[] = [read(live), read(declared)];
  if (Array.isArray(one) && Array.isArray(other)) {
    return (
      one.length === other.length &&
      holdsSecret(declared) &&
      one.every((item: Value, at) => sameOrSecret(item, other[at] as Value))
    );
  }
  if (!isPropertyMap(one) || !isPropertyMap(other) || !holdsSecret(declared)) return false;
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.every((name) => sameOrSecret(one[name], other[name]));
}

const sameOrSecret = (live: Value | undefined, declared: Value | undefined): boolean =>
  isSame(live, declared) || addsOnlySecrets(live, declared);

function holdsSecret(value: Value | undefined): boolean {
  if (Array.isArray(value)) return value.some(holdsSecret);
  return value === masked || (isPropertyMap(value) && Object.values(value).some(holdsSecret));
}

const isSame = (one: Value | undefined, other: Value | undefined): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const isNothing = (value: Value | undefined): boolean =>
  value === undefined || value === null || value === "";

function read(value: Value | undefined): Value | undefined {
  return typeof value === "string" && value.startsWith("{") ? (parseJson(value) ?? value) : value;
}

function told({
  property,
  state,
  provider,
}: Difference): Pick<AdoptionFinding, "property" | "live" | "declared"> {
  return {
    property,
    ...(state !== undefined && { live: state }),
    ...(provider !== undefined && { declared: provider }),
  };
}

/** `a` of `a.b[0]`. */
export const topOf = (path: string): string => /^[^.[]+/.exec(path)?.[0] ?? path;
