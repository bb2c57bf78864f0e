import { describe, expect, it } from "vitest";
import { createCollector } from "../../cli/engine/events";

const urn = "urn:pulumi:dev::shop::vercel:index/project:Project::web";

function collect(...events: object[]) {
  const collector = createCollector();
  for (const event of events) collector.take({ sequence: 1, timestamp: 1, ...event });
  return collector.run();
}

describe("createCollector", () => {
  it("keeps each step with its parent, its differences and its protection", () => {
    const metadata = {
      op: "update",
      urn,
      type: "vercel:index/project:Project",
      diffs: ["framework"],
      new: { parent: "urn:parent", protect: true },
      provider: "",
    };
    expect(collect({ resourcePreEvent: { metadata } }).steps).toEqual([
      {
        urn,
        type: "vercel:index/project:Project",
        op: "update",
        diffs: ["framework"],
        parent: "urn:parent",
        protect: true,
        failed: false,
      },
    ]);
  });

  it("takes parent and protection from the old state of a delete", () => {
    const metadata = { op: "delete", urn, type: "t:m:T", old: { parent: "p", protect: true } };
    const [step] = collect({ resourcePreEvent: { metadata } }).steps;
    expect(step).toMatchObject({ parent: "p", protect: true, diffs: [] });
  });

  it("takes from its outputs what a refresh came to", () => {
    const metadata = { op: "refresh", urn, type: "t:m:T" };
    const { steps } = collect(
      { resourcePreEvent: { metadata } },
      { resOutputsEvent: { metadata: { ...metadata, op: "update", diffs: ["name"] } } },
    );
    expect(steps).toMatchObject([{ op: "update", diffs: ["name"] }]);
  });

  it("marks the step whose operation failed", () => {
    const metadata = { op: "create", urn, type: "t:m:T" };
    const { steps } = collect(
      { resourcePreEvent: { metadata } },
      { resOpFailedEvent: { metadata } },
    );
    expect(steps.map((step) => step.failed)).toEqual([true]);
  });

  it("keeps warnings and errors without colour marks, and drops the rest", () => {
    const { diagnostics } = collect(
      { diagnosticEvent: { severity: "error", message: "<{%fg 1%}>boom<{%reset%}>\n", urn } },
      { diagnosticEvent: { severity: "warning", message: "\u001b[33mold\u001b[0m" } },
      { diagnosticEvent: { severity: "info", message: "hello" } },
    );
    expect(diagnostics).toEqual([
      { severity: "error", message: "boom", urn },
      { severity: "warning", message: "old", urn: undefined },
    ]);
  });

  it("keeps violations, the packs of the summary and those that judged the stack", () => {
    const run = collect(
      {
        policyEvent: {
          policyName: "hsts-present",
          resourceUrn: urn,
          enforcementLevel: "mandatory",
        },
      },
      { policyAnalyzeStackSummaryEvent: { policyPackName: "web" } },
      {
        summaryEvent: {
          resourceChanges: { create: 2 },
          PolicyPacks: { "web|local|/packs/web": "1.0.0" },
        },
      },
    );
    expect(run.violations).toEqual([{ rule: "hsts-present", urn, mandatory: true }]);
    expect(run.judgedPacks).toEqual(["web"]);
    expect(run.packs).toEqual({ web: "1.0.0" });
    expect(run.changes).toEqual({ create: 2 });
  });

  it("ignores an event that it does not know", () => {
    expect(collect({ somethingNewEvent: {} })).toEqual({
      steps: [],
      changed: [],
      diagnostics: [],
      violations: [],
      packs: {},
      judgedPacks: [],
    });
  });
});
