import { describe, expect, it } from "vitest";
import {
  ageFindings,
  type Ground,
  maxAgeDays,
  tableFindings,
} from "../../../scripts/fresh-docs/findings";
import type { FreshnessTable } from "../../../scripts/fresh-docs/table";

const table: FreshnessTable = {
  "docs/guides/state.md": { about: ["state/**"], reviewed: "2026-01-01", by: "platform-team" },
};
const ground: Omit<Ground, "clock"> = {
  pages: ["docs/guides/state.md"],
  matches: (glob) => glob === "state/**",
};
const on = (day: string) => ({ clock: () => new Date(day) });

// Requirement: COMP-08
describe("the age of a page", () => {
  it("is no finding until its last day has passed", () => {
    expect(maxAgeDays).toBe(180);
    expect(ageFindings(table, on("2026-01-01T00:00:00Z"))).toEqual([]);
    expect(ageFindings(table, on("2026-06-30T23:59:59Z"))).toEqual([]);
  });

  it("is one on the day after, which says who reads what", () => {
    expect(ageFindings(table, on("2026-07-01T00:00:00Z"))).toEqual([
      "docs/guides/state.md: reviewed on 2026-01-01 (181 days ago, at most 180); platform-team reads it beside " +
        "state/**, then writes the day into docs/freshness.yaml",
    ]);
  });

  it("cannot lie ahead", () => {
    expect(ageFindings(table, on("2025-12-31T12:00:00Z"))[0]).toContain("(in the future)");
  });
});

// Requirement: COMP-08
describe("the table of pages", () => {
  it("has nothing against pages and files that are there", () => {
    expect(tableFindings(table, ground)).toEqual([]);
  });

  it("says which page it lacks, which is gone, and which describes what is gone", () => {
    const moved = { pages: ["docs/guides/place.md"], matches: () => false };
    expect(tableFindings(table, moved)).toEqual([
      "docs/guides/place.md: not in docs/freshness.yaml; say there what it describes",
      "docs/guides/state.md: listed in docs/freshness.yaml, and no page written by hand",
      "docs/guides/state.md: it describes state/**, which matches no file; mend the page, then the glob",
    ]);
  });
});
