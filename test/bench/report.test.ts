import { describe, expect, it } from "vitest";
import { aims, isMet } from "../../bench/aims";
import { benchReport } from "../../bench/report";
import { commandLine, type Row, type RowId, type Run, type Samples } from "../../bench/row";

const row = (id: RowId, comparedWith?: RowId): Row => ({
  id,
  title: `what ${id} is`,
  command: { file: "/bin/pulumi", args: ["preview", "--stack", id], cwd: "/work", env: {} },
  ...(comparedWith && { comparedWith }),
});
const times = (...milliseconds: number[]): Run[] =>
  milliseconds.map((each) => ({ milliseconds: each }));
const report = (rows: Row[], samples: Samples) =>
  benchReport({ rows, samples, prodResources: 10, about: ["a machine", "a setting"] });

describe("the report", () => {
  const rows = [row("prod-pack"), row("prod", "prod-pack")];
  const samples: Samples = new Map<RowId, Run[]>([
    ["prod-pack", times(2000, 4000, 3000)],
    ["prod", times(3300, 3300, 9000)],
  ]);

  it("gives each row its median, its bounds, its runs and its ratio to another row's median", () => {
    const lines = report(rows, samples).split("\n");
    expect(lines.slice(0, 6)).toEqual([
      "a machine",
      "a setting",
      "",
      "row        median   least    most  runs  memory             ratio",
      "prod-pack  3.00 s  2.00 s  4.00 s     3",
      "prod       3.30 s  3.30 s  9.00 s     3          1.10 × prod-pack",
    ]);
  });

  it("gives a row the most memory that any of its runs held, where its command tells", () => {
    const runs = [300.2, 512.6, 400].map((megabytes) => ({ milliseconds: 1000, megabytes }));
    const text = report([row("check")], new Map([["check" as const, runs]]));
    expect(text).toMatch(/^check +1\.00 s +1\.00 s +1\.00 s +3 +513 MB$/m);
    expect(text).toContain("met  memory that check of all stacks held at most: 512.60 MB");
  });

  it("prints the command of each row, as it can be typed", () => {
    const text = report(rows, samples);
    expect(text).toContain(
      "prod: what prod is\n  $ cd /work && /bin/pulumi preview --stack prod\n",
    );
    expect(text.match(/^ {2}\$ cd /gm)).toHaveLength(2);
  });

  it("says which aims are met, missed and not measured", () => {
    const text = report(rows, samples);
    expect(text).toContain("met  preview of prod with its rules");
    expect(text).toContain("1.10 times (aim: at most 1.25 times)");
    expect(text).toContain("not measured  our command line's own start (aim: at most 1.2 s)");
  });

  it("gives a row of which a run failed no median and no ratio, but its failure", () => {
    const failed: Run[] = [...times(1), { milliseconds: 2, failure: "exit 1: error: no" }];
    const text = report(rows, new Map(samples).set("prod-pack", failed));
    expect(text).toContain("\nprod-pack  failed: exit 1: error: no\n");
    expect(text).toMatch(/^prod {6,}3\.30 s +3\.30 s +9\.00 s +3$/m);
    expect(text).toContain("not measured  preview of prod with its rules");
  });
});

describe("aims", () => {
  const medians = new Map<RowId, number>([
    ["cli", 1300],
    ["program", 2000],
    ["check", 2600],
    ["1000-declared", 3000],
    ["1000-judged", 4100],
    ["5000-made", 200],
    ["5000-estimated", 1200],
    ["empty-pack", 2000],
    ["prod", 4000],
    ["prod-pack", 3200],
    ["1000", 8000],
    ["1000-plain", 28_000],
    ["prod-reported", 400],
    ["1000-reported", 3100],
    ["1000-painted", 500],
  ]);

  const peaks = new Map<RowId, number>([["check", 600]]);
  const measured = { medians, peaks, prodResources: 200 };

  it("compare medians in their own units", () => {
    expect(aims(measured).map(({ value, unit }) => [value, unit])).toEqual([
      [1.3, "s"],
      [2.6, "s"],
      [1.3, "times"],
      [600, "MB"],
      [1.25, "times"],
      [10, "ms"],
      [1.1, "s"],
      [1, "s"],
      [3.5, "times"],
      [400, "ms"],
      [3.1, "s"],
      [0.5, "s"],
    ]);
  });

  it("are met up to their limit, and a least one from it on", () => {
    const met = [false, true, true, true, true, true, false, true, true, true, false, true];
    expect(aims(measured).map(isMet)).toEqual(met);
    const slower = { ...measured, medians: new Map(medians).set("1000-plain", 27_000) };
    expect(aims(slower).map(isMet)).toEqual([...met.slice(0, 8), false, ...met.slice(9)]);
  });

  it("are open where nobody knows how many resources prod has", () => {
    const open = aims({ ...measured, prodResources: undefined }).filter(
      (aim) => isMet(aim) === undefined,
    );
    expect(open.map(({ text }) => text)).toEqual([
      "preview of prod above an empty program with one empty pack, for each of its resources (?)",
    ]);
  });

  it("are open where a row did not run", () => {
    const none = { medians: new Map(), peaks: new Map(), prodResources: 200 };
    expect(new Set(aims(none).map(isMet))).toEqual(new Set([undefined]));
  });
});

describe("a command line", () => {
  it("leaves out its own folder and quotes what a shell would take apart", () => {
    const words = { file: "/bin/node", args: ["/work/dist/a.cjs", "two words", "--x=1"] };
    expect(commandLine({ ...words, cwd: "/work", env: {} })).toBe(
      "/bin/node dist/a.cjs 'two words' --x=1",
    );
  });
});
