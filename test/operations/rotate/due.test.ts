import { describe, expect, it } from "vitest";
import { dueSecrets, nextKeeper, type Registered } from "../../../operations/rotate/due";

const now = new Date("2026-11-21T12:00:00Z");
const generated = (keeper?: string, rotationDays = 90): Registered => ({
  ...{ source: "generated", rotationDays },
  ...(keeper !== undefined && { keeper }),
});

describe("what is due for another value", () => {
  // Requirement: OPS-04, SECR-08
  it("is each generated secret that is as old as the registry allows, in its order", () => {
    const registry = {
      OLD: generated("2026-08-01"),
      TODAY: generated("2026-11-21"),
      ON_THE_DAY: generated("2026-08-23"),
      A_DAY_LEFT: generated("2026-08-24"),
      MOMENT: generated("2026-08-23T11:59:59.000Z"),
    };
    expect(dueSecrets(registry, now)).toEqual(["OLD", "ON_THE_DAY", "MOMENT"]);
  });

  it("is each whose age nothing tells", () => {
    const registry = {
      NONE: generated(),
      WORD: generated("second"),
      WRONG: generated("2026-99-01"),
    };
    expect(dueSecrets(registry, now)).toEqual(["NONE", "WORD", "WRONG"]);
  });

  it("is none that a person or a resource makes", () => {
    const old = { keeper: "2020-01-01", rotationDays: 1 };
    expect(
      dueSecrets({ A: { source: "required", ...old }, B: { source: "declared", ...old } }, now),
    ).toEqual([]);
  });
});

describe("the next keeper", () => {
  it("is the day, and the moment where the day is taken", () => {
    expect(nextKeeper("2026-11-01", now)).toBe("2026-11-21");
    expect(nextKeeper(undefined, now)).toBe("2026-11-21");
    expect(nextKeeper("2026-11-21", now)).toBe("2026-11-21T12:00:00.000Z");
  });
});
