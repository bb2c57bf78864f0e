import { describe, expect, it } from "vitest";
import type { RuleResult } from "../../core/finding";
import { type Approval, type Circumstances, approve, objections } from "../../gate/approval";
import type { GateInputs } from "../../gate/digest";

const inputs: GateInputs = {
  files: { "Pulumi.prod.yaml": "a" },
  pack: {},
  versions: {},
  settings: "b",
  target: "sandbox",
  state: "c",
};
const at = new Date("2026-06-15T12:00:00Z");
const passed: RuleResult = {
  rule: "hsts-max-age",
  state: "pass",
  urn: "urn:pulumi:prod::groundwork::pulumi:pulumi:Stack::groundwork-prod",
  level: "mandatory",
  severity: "high",
  message: "holds",
};
const waived: RuleResult = {
  ...passed,
  rule: "csp-no-unsafe",
  state: "fail",
  waiver: { index: 0, reason: "r", owner: "o", expires: "2026-06-15" },
};
const approval = approve({ stack: "prod", at, inputs, results: [passed, waived], plan: "p" });
const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000);

function against(change: Partial<Circumstances> = {}, given: Approval = approval): string[] {
  return objections(given, {
    stack: "prod",
    now: later(1),
    maxHours: 24,
    inputs,
    plan: "p",
    ...change,
  });
}

describe("an approval", () => {
  it("lets what was approved run", () => {
    expect(against()).toEqual([]);
  });

  it("keeps no answer of a rule, only a digest of all of them and the waivers that were needed", () => {
    expect(JSON.stringify(approval)).not.toContain("holds");
    expect(approval.waivers).toEqual([{ rule: "csp-no-unsafe", expires: "2026-06-15" }]);
  });

  it("has another digest for other results, inputs, plans and stacks, and the same at another time", () => {
    const same = { stack: "prod", at, inputs, results: [passed, waived], plan: "p" };
    const digests = [
      { ...same, results: [passed] },
      { ...same, inputs: { ...inputs, state: "x" } },
      { ...same, plan: "x" },
      { ...same, stack: "staging" },
    ].map((one) => approve(one).digest);
    expect(new Set([approval.digest, ...digests]).size).toBe(5);
    expect(approve({ ...same, at: later(5) }).digest).toBe(approval.digest);
  });

  it("counts through its last moment and not after it", () => {
    const lasting = { ...approval, waivers: [] };
    const fresh = approve({ stack: "prod", at, inputs, results: [passed], plan: "p" });
    expect(lasting.digest).not.toBe(fresh.digest);
    expect(against({ now: later(24) }, fresh)).toEqual([]);
    expect(against({ now: later(24.001) }, fresh)).toEqual([
      "the preview is 24 hours old; an approval counts for 24 hours",
    ]);
    expect(against({ now: later(2), maxHours: 1 }, fresh)).toEqual([
      "the preview is 2 hours old; an approval counts for 1 hours",
    ]);
  });

  it.each([
    ["lies ahead", "2026-06-16T12:00:00.000Z", "-23 hours old"],
    ["cannot be read", "yesterday", "of no readable time"],
  ])("does not count when its time %s", (_name, time, said) => {
    expect(against({}, { ...approval, at: time })).toEqual([
      `the preview is ${said}; an approval counts for 24 hours`,
    ]);
  });

  it("ends with the first of its waivers, after that waiver's last day", () => {
    expect(against({ now: later(11.9) })).toEqual([]);
    expect(against({ now: later(12) })).toEqual([
      "the waiver of csp-no-unsafe ended on 2026-06-15",
    ]);
  });

  it("says every difference", () => {
    const other = { ...inputs, files: { "Pulumi.prod.yaml": "x" }, state: "x" };
    expect(against({ inputs: other })).toEqual([
      "Pulumi.prod.yaml changed",
      "the deployed state changed",
    ]);
  });

  it.each([
    ["another stack's", { ...approval }, { stack: "staging" }, "the approval is for stack prod"],
    ["one whose plan is gone", approval, { plan: undefined }, "the engine's update plan is gone"],
    ["one whose plan was changed", approval, { plan: "x" }, "the engine's update plan changed"],
  ])("refuses %s", (_name, given, change, said) => {
    expect(against(change, given)).toEqual([said]);
  });

  it.each([
    ["inputs", { ...approval, inputs: { ...inputs, state: "x" } }],
    ["results", { ...approval, results: "x" }],
    ["waivers", { ...approval, waivers: [] }],
  ])("notices that its %s were written to", (_name, given) => {
    expect(against({ inputs: given.inputs }, given)).toEqual([
      `the approval ${approval.digest.slice(0, 12)} does not match its own digest`,
    ]);
  });
});
