import { describe, expect, it } from "vitest";
import type { FinishedRun } from "../../cli/engine/run";
import type { PackResults } from "../../cli/results";
import { judgeFailure, judgeResults, judgeRun } from "../../cli/verdict";
import type { RuleResult } from "../../core/finding";

const pack = "groundwork-all";
const installed = { name: pack, version: "0.1.0", rules: ["hsts-present"] };

function run(over: Partial<FinishedRun> = {}): FinishedRun {
  return {
    steps: [],
    changed: [],
    diagnostics: [],
    violations: [],
    packs: { [pack]: "0.1.0" },
    judgedPacks: [pack],
    changes: {},
    succeeded: true,
    stderr: "",
    ...over,
  };
}

function result(over: Partial<RuleResult> = {}): RuleResult {
  return {
    rule: "hsts-present",
    state: "pass",
    urn: "urn:pulumi:prod::groundwork::pulumi:pulumi:Stack::groundwork-prod",
    level: "mandatory",
    severity: "high",
    message: "holds",
    ...over,
  };
}

const closing = { complete: true, pack, version: "0.1.0", rules: 1, resources: 1 } as const;
const complete = (...results: RuleResult[]): PackResults => ({ results, closing });

describe("judgeResults", () => {
  it("is clean when nothing refuses", () => {
    expect(judgeResults([result()])).toEqual({ exitCode: 0, reasons: [] });
  });

  it("names each refusing rule once, sorted", () => {
    const failing = [
      result({ rule: "nosniff", state: "fail" }),
      result({ rule: "hsts-present", state: "fail" }),
      result({ rule: "nosniff", state: "fail" }),
    ];
    expect(judgeResults(failing)).toEqual({
      exitCode: 1,
      reasons: ["2 mandatory rules refuse this: hsts-present, nosniff"],
    });
  });
});

describe("judgeRun", () => {
  it("is clean when the engine and the pack's file agree that nothing is wrong", () => {
    expect(judgeRun(run(), installed, complete(result()))).toEqual({ exitCode: 0, reasons: [] });
  });

  it.each([
    ["the engine did not load the pack", run({ packs: {} }), complete()],
    ["the pack did not judge the stack", run({ judgedPacks: [] }), complete()],
    ["the results file has no closing line", run(), { results: [] }],
    [
      "the engine reports a violation that the file lacks",
      run({ violations: [{ rule: "hsts-present", mandatory: true }] }),
      complete(),
    ],
  ])("does not call a run clean when %s", (_name, finished, results) => {
    expect(judgeRun(finished, installed, results).exitCode).toBe(2);
  });

  it.each([
    ["one of its rules", ["hsts-present", "nosniff"], "the policy pack gave no answer of nosniff"],
    [
      "several",
      ["a-rule", "hsts-present", "nosniff"],
      "the policy pack gave no answer of 2 rules, a-rule the first",
    ],
  ])("does not call a run clean when the pack is silent about %s", (_what, rules, reason) => {
    const expected = { ...installed, rules };
    expect(judgeRun(run(), expected, complete(result()))).toEqual({
      exitCode: 2,
      reasons: [reason],
    });
  });

  it("does not call a run clean when the pack is another version than reported", () => {
    const loaded = run({ packs: { [pack]: "0.2.0" } });
    const own = { results: [result()], closing: { ...closing, version: "0.3.0" } };
    expect(judgeRun(loaded, installed, own)).toEqual({
      exitCode: 2,
      reasons: [
        "the policy pack is version 0.1.0, but the engine loaded version 0.2.0",
        "the policy pack is version 0.1.0, but its results are from version 0.3.0",
      ],
    });
  });

  it("lists every gap when no event came at all", () => {
    expect(
      judgeRun(run({ packs: {}, judgedPacks: [] }), installed, { results: [] }).reasons,
    ).toEqual([
      "the engine did not load the policy pack groundwork-all",
      "the policy pack groundwork-all did not judge the stack",
      "the policy pack groundwork-all left no complete results",
    ]);
  });

  it("prefers the rules' refusal to the engine's failure that follows from it", () => {
    const failing = complete(result({ state: "fail" }));
    expect(judgeRun(run({ succeeded: false }), installed, failing)).toEqual({
      exitCode: 1,
      reasons: ["1 mandatory rule refuses this: hsts-present"],
    });
  });
});

describe("judgeFailure", () => {
  const failed = (message: string) =>
    run({ succeeded: false, diagnostics: [{ severity: "error", message }] });

  it("has nothing to say about a run that succeeded", () => {
    expect(judgeFailure(run())).toBeUndefined();
  });

  it("calls a refusal by `protect` a refusal", () => {
    const text = "resource cannot be deleted because it is protected";
    expect(judgeFailure(failed(text))).toEqual({ exitCode: 1, reasons: [text] });
  });

  it("calls anything else trouble", () => {
    expect(judgeFailure(failed("connection refused"))).toEqual({
      exitCode: 2,
      reasons: ["connection refused"],
    });
  });

  it("names the resource, and the provider whose connection broke", () => {
    const urn = "urn:pulumi:dev::groundwork::vercel:index/project:Project::web";
    const broken = run({
      succeeded: false,
      diagnostics: [
        { severity: "error", urn, message: "error reading from server: EOF" },
        { severity: "error", urn, message: "name already in use" },
        { severity: "error", message: "failed to run remediation: context canceled" },
      ],
    });
    expect(judgeFailure(broken)?.reasons).toEqual([
      "the vercel provider stopped answering at vercel Project web (error reading from server: EOF); run the same command again",
      "vercel Project web: name already in use",
    ]);
  });

  it("names the provider that broke before any resource", () => {
    const urn = "urn:pulumi:dev::groundwork::pulumi:providers:aws::default_7_48_0";
    const message = "connection refused";
    const [reason] = judgeFailure(
      run({ succeeded: false, diagnostics: [{ severity: "error", urn, message }] }),
    )?.reasons ?? [""];
    expect(reason).toMatch(/^the aws provider stopped answering/);
  });

  it("falls back to the engine's own words when no diagnostic came", () => {
    expect(judgeFailure(run({ succeeded: false, stderr: "x\nerror: no room" }))?.reasons).toEqual([
      "no room",
    ]);
  });
});
