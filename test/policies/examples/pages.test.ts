import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refuses } from "../../../policies/verdict";
import { type ExampleJudge, exampleJudge } from "./judge";
import { families } from "./pages";

let examples: ExampleJudge;
beforeAll(() => void (examples = exampleJudge()));
afterAll(() => examples.remove());

describe("the examples of the rules' pages", () => {
  it("are run for every family", () => {
    const tests = readdirSync(__dirname)
      .filter((file) => file.endsWith(".test.ts") && file !== path.basename(__filename))
      .map((file) => readFileSync(path.join(__dirname, file), "utf8"));
    const run = tests.map((text) => /describeExamples\("(\w+)"\)/.exec(text)?.[1]);
    expect(run.sort()).toEqual(families.toSorted());
  });

  it("are added to a prod stack that passes every rule without a waiver", async () => {
    const results = await examples.judge({ config: {} });
    expect(results.filter(refuses)).toEqual([]);
    expect(results.filter(({ waiver }) => waiver)).toEqual([]);
  });
});
