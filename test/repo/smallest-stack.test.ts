import { stringify } from "yaml";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RuleResult } from "../../core/finding";
import { run } from "../../policies/run";
import { refuses } from "../../policies/verdict";
import { type CompiledPrograms, compiledPrograms } from "../support/compiled-program";
import { type Sections, smallStackFile } from "../support/smallest-stack";

let programs: CompiledPrograms;
beforeAll(() => void (programs = compiledPrograms()));
afterAll(() => programs.remove());

async function judged(sections?: Sections): Promise<RuleResult[]> {
  const resources = await programs.declare("trial", stringify(smallStackFile(sections)));
  return run({ resources, stack: "trial", clock: new Date() });
}

const told = (results: readonly RuleResult[]) =>
  results.map(({ rule, level, urn }) => `${level} ${rule} ${urn.split("::").at(-1)}`);

describe("a stack that says no more than it must", () => {
  it("is refused by no rule of tier dev, and told only that nothing keeps its state twice", async () => {
    const results = await judged();
    expect(told(results.filter(refuses))).toEqual([]);
    // Prices grow old by the calendar, whatever a stack says.
    const failed = results.filter(({ state, rule }) => state === "fail" && rule !== "prices-fresh");
    expect(told(failed)).toEqual(["advisory state-export-scheduled recovery"]);
  });

  it("leaves open offline only what names the account, which it does not tell", async () => {
    const open = (await judged()).filter(({ state }) => state === "unknown");
    expect([...new Set(open.map(({ rule }) => rule))].sort()).toEqual([
      "resource-policies-closed",
      "service-callers-bound",
    ]);
  });
});
