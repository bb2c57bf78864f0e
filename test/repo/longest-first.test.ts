import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { longestFirst } from "../support/longest-first.mts";

describe("the files that tests begin with", () => {
  it("are there, each named once", () => {
    expect(longestFirst.filter((file) => !existsSync(file))).toEqual([]);
    expect(new Set(longestFirst).size).toBe(longestFirst.length);
  });
});
