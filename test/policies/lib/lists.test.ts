import { describe, expect, it } from "vitest";
import { type Value, UNKNOWN } from "../../../core/value";
import { listed, readItems } from "../../../policies/lib/lists";

describe("the items of a list", () => {
  it("are those of a list, known or not", () => {
    expect(readItems({ a: { b: ["c", UNKNOWN] } }, ["a", "b"])).toEqual(["c", UNKNOWN]);
  });

  it("are none where no list is known", () => {
    const others: Value[] = ["a", { a: 1 }, UNKNOWN];
    expect(others.flatMap((one) => readItems({ one }, ["one"]))).toEqual([]);
    expect(readItems({}, ["one"])).toEqual([]);
  });
});

describe("what is a list or one thing", () => {
  it("is read as a list, unknown or not", () => {
    const written: Value[] = [["a", UNKNOWN], "a", UNKNOWN];
    expect(written.map(listed)).toEqual([["a", UNKNOWN], ["a"], [UNKNOWN]]);
  });

  it("is empty where it is left out", () => {
    expect(listed(undefined)).toEqual([]);
  });
});
