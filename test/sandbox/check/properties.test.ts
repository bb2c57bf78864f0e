import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPropertyMap, UNKNOWN, type PropertyMap, type Value } from "../../../core/value";
import { checkInputs, contractOf, coverage, diffInputs } from "../../../sandbox/check";
import { accepted, types, type TypeName } from "./accepted";

type Step = string | number;

const names = (Object.keys(accepted) as TypeName[]).filter((name) => name !== "teamConfig");
const aName = fc.constantFrom(...names);

/** Every type that the sandbox judges, from every package. */
const allTypes = coverage()
  .flatMap(({ types: all }) => all)
  .filter(({ unusable }) => unusable === undefined)
  .map(({ type }) => type);
const aType = fc.constantFrom(...allTypes);

/** Paths to everything inside a value, outermost first. */
function paths(value: Value | undefined, path: Step[] = []): Step[][] {
  const inside: [Step, Value | undefined][] = Array.isArray(value)
    ? value.map((item: Value, i) => [i, item])
    : isPropertyMap(value)
      ? Object.entries(value)
      : [];
  return inside.flatMap(([step, item]) => [[...path, step], ...paths(item, [...path, step])]);
}

function replaceAt(value: Value | undefined, [step, ...rest]: Step[], by: Value): Value {
  if (step === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((item: Value, i) => (i === step ? replaceAt(item, rest, by) : item));
  }
  const map: PropertyMap = isPropertyMap(value) ? value : {};
  const members: [Step, Value | undefined][] = [
    ...Object.entries(map),
    [step, replaceAt(map[step], rest, by)],
  ];
  return Object.fromEntries<Value | undefined>(members);
}

/** Where the provider itself cannot do with an unknown: the route, its position and its only actions. */
function mustBeKnown(name: TypeName, path: Step[]): boolean {
  return name === "route" && path.length === 1 && ["position", "route"].includes(String(path[0]));
}

describe("a misspelt property", () => {
  const letter = fc.constantFrom(
    ..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
  );

  it("is refused on every type, and named", () => {
    fc.assert(
      fc.property(aType, fc.nat(), fc.nat(), letter, (type, which, at, insert) => {
        const contract = contractOf(type);
        const known = Object.keys(contract?.inputs ?? {});
        const name = known[which % Math.max(known.length, 1)] ?? "name";
        const place = 1 + (at % name.length);
        const misspelt = name.slice(0, place) + insert + name.slice(place);
        fc.pre(!known.includes(misspelt) && !contract?.outputs.includes(misspelt));
        const failures = checkInputs(type, { [misspelt]: "x" });
        const reasons = failures.filter(({ property }) => property === misspelt);
        expect(reasons.map(({ reason }) => reason)).toEqual([
          expect.stringMatching(/^no such input; (did you mean \w+\?|known: .*)$/),
        ]);
      }),
      { numRuns: 1000 },
    );
  });

  it("is refused when its value is unknown", () => {
    expect(checkInputs(types.topic, { displayNam: UNKNOWN })).toEqual([
      { property: "displayNam", reason: "no such input; did you mean displayName?" },
    ]);
  });
});

describe("an unknown value", () => {
  it("is never judged, wherever it stands", () => {
    const spot = aName.chain((name) =>
      fc.tuple(fc.constant(name), fc.constantFrom(...paths(accepted[name]))),
    );
    fc.assert(
      fc.property(spot, ([name, path]) => {
        fc.pre(!mustBeKnown(name, path));
        const inputs = replaceAt(accepted[name], path, UNKNOWN) as PropertyMap;
        expect(checkInputs(types[name], inputs)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("stands for any property of any type", () => {
    for (const type of allTypes) {
      const inputs = Object.keys(contractOf(type)?.inputs ?? {});
      const unknown = Object.fromEntries(inputs.map((name) => [name, UNKNOWN] as const));
      const known: PropertyMap = type === types.route ? { position: { placement: UNKNOWN } } : {};
      const failures = checkInputs(type, { ...unknown, ...known });
      const judged = failures.filter(({ property }) => !allowed(type, property));
      expect(judged).toEqual([]);
    }
  });

  /** Computed-only and never-sent properties are refused whatever the value; a route must be known. */
  function allowed(type: string, property: string): boolean {
    return type === types.route && property === "route";
  }
});

describe("any value at all", () => {
  const anyValue = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.constant(null),
      fc.constant(UNKNOWN),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie("value"), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value;

  it("is judged without an error, the same each time and in order", () => {
    fc.assert(
      fc.property(aName, fc.nat(), anyValue, (name, which, value) => {
        const all = paths(accepted[name]);
        const path = all[which % all.length] ?? [];
        const inputs = replaceAt(accepted[name], path, value) as PropertyMap;
        const failures = checkInputs(types[name], inputs);
        const text = failures.map(({ property, reason }) => `${property}\0${reason}`);
        expect(text).toEqual([...new Set(text)].sort());
        expect(checkInputs(types[name], inputs)).toEqual(failures);
      }),
      { numRuns: 1000 },
    );
  });

  it("differs from what it replaces, unless the provider sees no difference", () => {
    fc.assert(
      fc.property(aName, fc.nat(), anyValue, (name, which, value) => {
        const all = paths(accepted[name]);
        const path = all[which % all.length] ?? [];
        const inputs = replaceAt(accepted[name], path, value) as PropertyMap;
        const { changes, replaces } = diffInputs(types[name], accepted[name], inputs);
        const [top] = path;
        expect([[], [top]]).toContainEqual(changes);
        expect([[], [top]]).toContainEqual(replaces);
      }),
      { numRuns: 1000 },
    );
  });

  it("does not differ from itself", () => {
    fc.assert(
      fc.property(aName, (name) => {
        expect(diffInputs(types[name], accepted[name], accepted[name]).detailed).toEqual({});
      }),
    );
  });
});

describe("a secret", () => {
  const secret = fc.stringMatching(/^[A-Z][a-z]{5}[0-9]{4}[!#%&*+=?^~][A-Za-z0-9]{12,24}$/);

  it("never stands in a reason, wherever it was put by mistake", () => {
    fc.assert(
      fc.property(aName, fc.nat(), secret, (name, which, value) => {
        const all = paths(accepted[name]);
        const path = all[which % all.length] ?? [];
        const inputs = replaceAt(accepted[name], path, value) as PropertyMap;
        const failures = [
          ...checkInputs(types[name], inputs),
          ...diffInputs(types[name], accepted[name], inputs).failures,
        ];
        expect(JSON.stringify(failures)).not.toContain(value);
      }),
      { numRuns: 2000 },
    );
  });

  it("does not stand in a reason when it is inside a settings document", () => {
    const auth = JSON.stringify({ smtp_port: 587, smtp_passs: "hunter2", jwt_exp: "hunter2" });
    const failures = checkInputs(types.settings, { projectRef: "p", auth });
    expect(failures).toHaveLength(3);
    expect(JSON.stringify(failures)).not.toContain("hunter2");
  });
});
