import { distance } from "fastest-levenshtein";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSettings } from "../../config/parse";
import { formatPath, type PathStep } from "../../config/path";
import { knownKeys, nodesAt, shapeOfSettings } from "../../config/shape";
import { everyKeyFile, sectionsOf } from "./support";

type Holder = Record<PathStep, unknown>;

const complete = sectionsOf(everyKeyFile);

interface Place {
  parent: PathStep[];
  key: string;
  siblings: string[];
}

/** Every key of the complete file that has its name from the schema, not from whoever wrote the file. */
function namedKeys(value: unknown, parent: PathStep[] = []): Place[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => namedKeys(item, [...parent, i]));
  if (typeof value !== "object" || value === null) return [];
  const siblings = knownKeys(nodesAt(parent, [shapeOfSettings()], complete));
  return Object.keys(value).flatMap((key) => [
    ...(siblings.includes(key) ? [{ parent, key, siblings }] : []),
    ...namedKeys((value as Holder)[key], [...parent, key]),
  ]);
}

const places = namedKeys(complete);
const letters = [..."abcdefghijklmnopqrstuvwxyz"];

interface Slip {
  kind: string;
  at: number;
  letter: string;
}

const slip: fc.Arbitrary<Slip> = fc.record({
  kind: fc.constantFrom("replace", "insert", "remove", "swap", "case"),
  at: fc.nat(),
  letter: fc.constantFrom(...letters),
});

function misspell(key: string, { kind, at, letter }: Slip): string {
  const i = at % key.length;
  const [head, here, tail] = [key.slice(0, i), key.charAt(i), key.slice(i + 1)];
  const spellings: Record<string, string> = {
    replace: head + letter + tail,
    insert: head + letter + here + tail,
    remove: head + tail,
    swap: head + tail.charAt(0) + here + tail.slice(1),
    case: head + (here === here.toUpperCase() ? here.toLowerCase() : here.toUpperCase()) + tail,
  };
  return spellings[kind] ?? key;
}

function renamed({ parent, key }: Place, wrong: string): Holder {
  const copy: Holder = structuredClone(complete);
  const holder = parent.reduce((node, step) => node[step] as Holder, copy);
  holder[wrong] = holder[key];
  delete holder[key];
  return copy;
}

/** Then nobody can tell which was meant: `mni` is as near to max as to min. */
function isNearAnother({ key, siblings }: Place, wrong: string): boolean {
  const far = (other: string) => distance(wrong.toLowerCase(), other.toLowerCase());
  return siblings.some((other) => (other === wrong || other !== key) && far(other) <= far(key));
}

function written(parent: PathStep[], key: string): string {
  const [section, ...rest] = [...parent, key];
  return formatPath([`groundwork:${section}`, ...rest]);
}

describe("a misspelt key", () => {
  it("can be made of every section and of more than a hundred keys", () => {
    expect(new Set(places.map(({ parent, key }) => parent[0] ?? key))).toEqual(
      new Set(Object.keys(complete)),
    );
    expect(places.length).toBeGreaterThan(100);
  });

  it("is reported once, at its own path, with the key that was meant", () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), slip, (place, how) => {
        const wrong = misspell(place.key, how);
        fc.pre(wrong !== "" && !isNearAnother(place, wrong));
        const parsed = parseSettings(renamed(place, wrong));
        const problems = "problems" in parsed ? parsed.problems : [];
        const meant = place.parent.length ? place.key : written([], place.key);
        expect(problems.map(({ path, fix }) => ({ path, fix }))).toEqual([
          { path: written(place.parent, wrong), fix: `did you mean ${meant}?` },
        ]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(["zzzzzzzz", "monitoringAndAlerts"])(
    "is told to go when it resembles nothing: %s",
    (key) => {
      const parsed = parseSettings({ ...complete, [key]: {} });
      expect("problems" in parsed && parsed.problems[0]?.fix).toBe("remove it");
    },
  );
});
