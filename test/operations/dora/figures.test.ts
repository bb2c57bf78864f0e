import { describe, expect, it } from "vitest";
import { doraFigures } from "../../../operations/dora/figures";
import type { OperationRecord } from "../../../operations/record";

const now = new Date("2026-11-21T12:00:00Z");
const at = (hoursAgo: number) => new Date(now.getTime() - hoursAgo * 3_600_000);

/** `["up", 3, "failed"]`: three hours ago. Oldest first. */
type Row = [operation: string, hoursAgo: number, result?: OperationRecord["result"]];
const record = ([operation, hoursAgo, result = "done"]: Row): OperationRecord => ({
  ...{ at: at(hoursAgo).toISOString(), operation, stack: "prod", by: "ada", result },
  ...{ dryRun: false, seconds: 0, steps: [] },
});
const figures = (rows: Row[], over: Partial<OperationRecord> = {}, leads: number[] = []) =>
  new Map(
    doraFigures({
      records: rows.map((row) => ({ ...record(row), ...over })),
      shipped: leads.map((hours) => ({ sha: "a", committed: at(hours), live: at(0) })),
      now,
      days: 2,
    }).map((figure) => [figure.name, figure]),
  );
const valueOf = (rows: Row[], name: string) => figures(rows).get(name)?.value;

// Requirement: REL-11
describe("figures of delivery", () => {
  it("meet every target where all goes well", () => {
    const well = figures(
      [
        ["up", 30],
        ["smoke", 29],
        ["up", 3],
        ["smoke", 2],
      ],
      {},
      [1, 2, 1.5],
    );
    expect([...well.values()].map(({ value, met }) => [value, met])).toEqual([
      [100, true],
      [1, true],
      [1.5, true],
      [0, true],
      [0, true],
    ]);
  });

  it("tell a pipeline that fails from a change that does", () => {
    const rows: Row[] = [
      ["up", 9],
      ["up", 8, "failed"],
      ["up", 7],
      ["smoke", 6.5, "finding"],
    ];
    expect(valueOf(rows, "deployments that succeed")).toBeCloseTo(66.7, 1);
    expect(valueOf(rows, "changes that needed mending")).toBe(50);
  });

  it("count no refusal of a gate as a failed deployment", () => {
    expect(
      valueOf(
        [
          ["up", 2],
          ["up", 1, "refused"],
        ],
        "deployments that succeed",
      ),
    ).toBe(100);
  });

  it("measure from the first sign of a failure until something goes well", () => {
    const rows: Row[] = [
      ...([
        ["up", 10],
        ["smoke", 9, "failed"],
        ["smoke", 8, "failed"],
        ["rollback", 7],
      ] as Row[]),
      ...([
        ["up", 6, "failed"],
        ["up", 5],
      ] as Row[]),
    ];
    expect(valueOf(rows, "time to restore")).toBe(1.5);
  });

  it.each<[string, Row[], Partial<OperationRecord>]>([
    ["of nothing", [], {}],
    ["of the sandbox", [["up", 1]], { sandbox: true }],
    ["of dry runs", [["up", 1]], { dryRun: true }],
    ["of an earlier time", [["up", 49]], {}],
  ])("are not known %s, and not met", (_what, rows, over) => {
    for (const { value, met } of figures(rows, over).values()) {
      expect([value, met]).toEqual([undefined, false]);
    }
  });
});
