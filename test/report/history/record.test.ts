import { describe, expect, it } from "vitest";
import { buildReport } from "../../../report/build";
import { compareRecords } from "../../../report/history/compare";
import {
  type HistoryRecord,
  readRecord,
  recordFile,
  recordOf,
} from "../../../report/history/record";
import { trendOf } from "../../../report/history/trend";
import { reportOf, situations } from "../situations";

function recordIn(name: string, at: string): HistoryRecord {
  const given = situations[name];
  if (!given) throw new Error(`no situation ${name}`);
  return recordOf(buildReport({ ...given, run: { ...given.run, at } }));
}

const day = (nth: number) => `2026-11-${String(nth).padStart(2, "0")}T10:00:00.000Z`;

describe("the record of a run", () => {
  it("counts, scores and names what is open by fingerprint alone", () => {
    const { open, waived, counts, score, families } = recordIn("failures", day(1));
    const ids = reportOf("failures").results.filter(({ state }) => state === "fail");
    expect(Object.values(open).flat().sort()).toEqual(ids.map(({ id }) => id).sort());
    expect(Object.keys(open)).toEqual(["csp-no-unsafe", "hsts-present"]);
    expect([waived, counts.fail, score]).toEqual([{}, 2, 33]);
    expect(families.map(({ family }) => family)).toEqual(["budget", "headers"]);
  });

  it.each(Object.keys(situations))("comes back as it was kept: %s", (name) => {
    const { name: file, text } = recordFile(recordIn(name, day(2)));
    expect(readRecord(file, text)).toEqual(recordIn(name, day(2)));
  });

  it("holds nothing of what was judged", () => {
    const { text } = recordFile(recordIn("failures", day(1)));
    expect(text).not.toContain("urn:");
    expect(text).not.toContain("max-age");
    expect(text).not.toContain("web-headers");
  });

  it("is told from what was cut at any byte, changed, or is something else", () => {
    const { name, text } = recordFile(recordIn("failures", day(1)));
    for (let at = 0; at < text.length; at += 1) {
      expect(readRecord(name, text.slice(0, at))).toBe(
        "cut short, or changed since it was written",
      );
    }
    expect(readRecord("notes.json", text)).toBe("no record of a report");
    const newer = recordFile({ ...recordIn("clean", day(1)), version: 2 } as never);
    expect(readRecord(newer.name, newer.text)).toBe("a record that this version cannot read");
  });
});

describe("two records of a stack", () => {
  const between = (before: string, after: string) => {
    const { opened, closed, stillOpen, waived } = compareRecords(
      recordIn(before, day(1)),
      recordIn(after, day(2)),
    );
    const rules = (marks: readonly { rule: string }[]) => marks.map(({ rule }) => rule);
    return [opened, closed, stillOpen, waived].map(rules);
  };

  it("tell what is new, fixed, still open and waived", () => {
    expect(between("clean", "failures")).toEqual([["csp-no-unsafe", "hsts-present"], [], [], []]);
    expect(between("failures", "clean")).toEqual([[], ["csp-no-unsafe", "hsts-present"], [], []]);
    expect(between("failures", "warnings")[2]).toEqual(["csp-no-unsafe"]);
    expect(between("failures", "waivers")).toEqual([[], ["csp-no-unsafe"], [], ["hsts-present"]]);
    expect(between("waivers", "waivers")[3]).toEqual([]);
  });
});

describe("the trend of a stack", () => {
  it("has the last thirty runs, this one at the end, and what changed since the one before", () => {
    const earlier = Array.from({ length: 29 }, (_, at) => recordIn("clean", day(at + 1)));
    const before = recordIn("warnings", "2026-11-30T10:00:00.000Z");
    const now = recordIn("failures", "2026-12-01T10:00:00.000Z");
    const { runs, since, families } = trendOf([before, ...earlier.toReversed()], now);
    expect(runs).toHaveLength(30);
    expect(runs.map(({ open }) => open).slice(-3)).toEqual([0, 1, 2]);
    expect(runs[0]?.at).toBe(day(2));
    expect(since?.at).toBe(before.at);
    expect(since?.opened.map(({ rule }) => rule)).toEqual(["hsts-present"]);
    const headers = families.find(({ family }) => family === "headers");
    expect(headers?.scores.slice(-3)).toEqual([100, 50, 33]);
    expect(families.find(({ family }) => family === "budget")?.scores.at(-2)).toBeNull();
  });

  it("counts the run itself once, whether or not its record is kept already", () => {
    const now = recordIn("clean", day(3));
    expect(trendOf([now], now)).toEqual(trendOf([], now));
    expect(trendOf([], now).since).toBeUndefined();
  });

  it("knows nothing of runs that came later", () => {
    expect(trendOf([recordIn("clean", day(9))], recordIn("clean", day(3))).runs).toHaveLength(1);
  });
});
