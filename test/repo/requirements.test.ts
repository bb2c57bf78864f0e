import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { rowsMarkedIn } from "../../scripts/requirements/markers";
import { requirementsPage } from "../../scripts/requirements/page";
import { type Row, type Section, traceProblems } from "../../scripts/requirements/rows";

// Put together here, so that this file carries no marker itself.
const mark = (rows: string) => ["Requirement", rows].join(": ");

const list = (...rows: Row[]): Section[] => [{ title: "Hosting", rows }];
const host: Row = { id: "HOST-01", title: "a project" };
const code = { file: "components/hosting/index.ts", rows: ["HOST-01"] };
const test = { file: "test/components/hosting.test.ts", rows: ["HOST-01"] };

describe("rowsMarkedIn", () => {
  it("reads every marker, each row once, sorted", () => {
    const text = `/** A. ${mark("HOST-02, HDR-03")} */\n// ${mark("HOST-02")}\n`;
    expect(rowsMarkedIn(text)).toEqual(["HDR-03", "HOST-02"]);
  });

  it.each(["HOST-01", "requirement: HOST-01", mark("host-01"), mark("HOST-1"), mark("none")])(
    "reads nothing from %s",
    (text) => expect(rowsMarkedIn(text)).toEqual([]),
  );
});

describe("traceProblems", () => {
  it("has nothing against a row with code and test, nor against one with a reason", () => {
    const late = { id: "HOST-02", title: "a repository", reason: "not built yet" };
    expect(traceProblems(list(host, late), [code, test])).toEqual([]);
  });

  it.each<[string, Section[], (typeof code)[], string]>([
    [
      "a marker that names no row",
      list(host),
      [code, test, { file: "index.ts", rows: ["HOST-99"] }],
      "index.ts: no row is called HOST-99",
    ],
    [
      "a row without marker and reason",
      list(host),
      [],
      "HOST-01 has neither a marker nor a reason why not",
    ],
    [
      "a reason that code has overtaken",
      list({ ...host, reason: "not built yet" }),
      [code, test],
      "HOST-01 has a marker, so its reason why not is out of date",
    ],
    ["code without a test", list(host), [code], "HOST-01 has no test that carries its marker"],
    ["a row listed twice", list(host, host), [code, test], "HOST-01 is listed twice"],
  ])("tells %s", (_, sections, files, problem) => {
    expect(traceProblems(sections, files)).toEqual([problem]);
  });
});

describe("requirementsPage", () => {
  it("links each row to its code and tests, or says why not", () => {
    const late = { id: "HOST-02", title: "a repository", reason: "not built yet" };
    const page = requirementsPage(list(host, late), [code, test]);
    expect(page).toContain(
      "| HOST-01 | a project | [components/hosting/index.ts](../components/hosting/index.ts) " +
        "| [test/components/hosting.test.ts](../test/components/hosting.test.ts) |",
    );
    expect(page).toContain("| HOST-02 | a repository | _not built yet_ |  |");
    expect(page).toContain("1 of 2 rows.");
  });
});

describe("docs/requirements.json", () => {
  const text = readFileSync(path.join(__dirname, "../../docs/requirements.json"), "utf8");
  const sections = JSON.parse(text) as Section[];
  const ids = sections.flatMap(({ rows }) => rows.map(({ id }) => id));

  it.each([
    ["HOST", 18],
    ["DB", 16],
    ["STOR", 9],
    ["SECR", 13],
    ["ENV", 21],
  ])("lists every row of %s, from 01 to %i", (prefix, last) => {
    const wanted = Array.from(
      { length: last },
      (_, at) => `${prefix}-${String(at + 1).padStart(2, "0")}`,
    );
    expect(ids.filter((id) => id.startsWith(`${prefix}-`))).toEqual(wanted);
  });

  it("lists the rows of releases, capacity and recovery that the platform answers for", () => {
    expect(ids).toEqual(
      expect.arrayContaining(["CAP-01", "CAP-07", "REL-02", "REL-06", "DR-11", "HDR-01", "HDR-17"]),
    );
  });
});
