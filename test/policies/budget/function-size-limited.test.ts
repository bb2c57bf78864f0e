import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { functionSizeLimited as rule } from "../../../policies/rules/budget/function-size-limited";
import { brief, judge, profile, resource } from "../support/stack";

const lambda = (changes: PropertyMap = {}) =>
  resource(providerTypes.awsFunction, "intake", {
    memorySize: 1024,
    reservedConcurrentExecutions: 100,
    ...changes,
  });
const failing = (...resources: Parameters<typeof judge>[1]) =>
  brief(judge(rule, resources)).filter((each) => !each.startsWith("pass"));

describe(`${rule.id}: ${rule.title}`, () => {
  // Requirement: COST-04
  it("holds up to the ceilings of the tier, and for the memory that AWS gives by itself", () => {
    expect(brief(judge(rule, [lambda()]))).toEqual([
      `pass intake: ${rule.title}`,
      `pass intake: ${rule.title}`,
    ]);
    expect(failing(lambda({ memorySize: undefined }))).toEqual([]);
  });

  it("reports more memory, in full", () => {
    const [result] = judge(rule, [lambda({ memorySize: 1025 })]).filter(
      ({ state }) => state === "fail",
    );
    expect(result).toEqual({
      rule: "function-size-limited",
      state: "fail",
      urn: "urn:pulumi:prod::groundwork::aws:lambda/function:Function::intake",
      level: "mandatory",
      severity: "medium",
      message: "memorySize: found 1025 MB, wanted at most 1024 MB",
      property: "memorySize",
      found: "1025 MB",
      wanted: "at most 1024 MB",
    });
  });

  it.each([
    [101, "101 runs at a time"],
    [undefined, "nothing"],
    [-1, "-1"],
  ])("reports reserved runs: %s", (reservedConcurrentExecutions, found) => {
    expect(failing(lambda({ reservedConcurrentExecutions }))).toEqual([
      `fail intake: reservedConcurrentExecutions: found ${found}, wanted at most 100 runs at a time`,
    ]);
  });

  it("can be tightened, and cannot tell what is not known", () => {
    const rules = { [rule.id]: { maxConcurrency: 10, maxMemoryMb: 256 } };
    expect(failing(profile({ rules }), lambda())).toHaveLength(2);
    const open: PropertyMap = { memorySize: UNKNOWN, reservedConcurrentExecutions: UNKNOWN };
    expect(judge(rule, [lambda(open)]).map(({ state }) => state)).toEqual(["unknown", "unknown"]);
  });
});
