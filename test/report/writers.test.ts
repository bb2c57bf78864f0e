import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
import { create } from "xmlbuilder2";
import { isOpen } from "../../report/build";
import { writeCsv } from "../../report/writers/csv";
import { writeJson } from "../../report/writers/json";
import { writeJunit } from "../../report/writers/junit";
import { writeMarkdown } from "../../report/writers/markdown";
import { writeSarif } from "../../report/writers/sarif";
import { reportOf, situations } from "./situations";

const names = Object.keys(situations);

function sarifValidator() {
  const file = path.join(__dirname, "schemas", "sarif-2.1.0.json");
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  return ajv.compile(JSON.parse(readFileSync(file, "utf8")) as object);
}
const validSarif = sarifValidator();

const sarif = (name: string) => JSON.parse(writeSarif(reportOf(name))) as Log;

describe("SARIF", () => {
  it.each(names)("is valid by the standard's schema: %s", (name) => {
    const valid = validSarif(sarif(name));
    expect(validSarif.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it("places a finding in the stack file, and gives it a fingerprint of its own", () => {
    const [hsts] =
      sarif("failures").runs[0]?.results?.filter(({ ruleId }) => ruleId === "hsts-present") ?? [];
    expect(hsts?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: "Pulumi.prod.yaml", uriBaseId: "PROJECT" },
      region: { startLine: 12, startColumn: 7 },
    });
    const reported = reportOf("failures").results.find(({ rule }) => rule === "hsts-present");
    expect(hsts?.partialFingerprints).toEqual({ "groundwork/v1": reported?.id });
  });

  it("suppresses what is waived, with the reason", () => {
    const [result] = sarif("waivers").runs[0]?.results ?? [];
    expect(result?.suppressions).toEqual([
      {
        kind: "external",
        status: "accepted",
        justification: "The old shop still answers on HTTP (web-team, until 2026-12-01)",
      },
    ]);
  });

  it("lists nothing that holds, as hosts open an alert for every result", () => {
    expect(sarif("clean").runs[0]?.results).toEqual([]);
  });

  it("calls an undecided answer open, and not a failure", () => {
    const [unknown] =
      sarif("unknowns").runs[0]?.results?.filter(({ ruleId }) => ruleId === "hsts-present") ?? [];
    expect([unknown?.kind, unknown?.level]).toEqual(["open", "none"]);
  });
});

describe("JUnit", () => {
  const counts = (name: string) => {
    const text = writeJunit(reportOf(name));
    return /<testsuites [^>]*tests="(\d+)" failures="(\d+)" errors="(\d+)" skipped="(\d+)"/
      .exec(text)
      ?.slice(1)
      .map(Number);
  };

  it.each([
    ["clean", [3, 0, 0, 1]],
    ["warnings", [2, 0, 0, 1]],
    ["failures", [4, 2, 0, 1]],
    ["waivers", [3, 0, 0, 2]],
    ["unknowns", [3, 1, 1, 1]],
  ])("counts cases as pipelines do: %s", (name, expected) => {
    expect(counts(name)).toEqual(expected);
  });

  it.each(names)("is well-formed XML that can be read again: %s", (name) => {
    const read = create(writeJunit(reportOf(name))).end({ format: "object" }) as object;
    expect(Object.keys(read)).toEqual(["testsuites"]);
  });

  it("says why a case was skipped", () => {
    expect(writeJunit(reportOf("waivers"))).toContain(
      `<skipped message="waived until 2026-12-01 by web-team: The old shop still answers on HTTP"/>`,
    );
  });
});

describe("CSV", () => {
  it("has a row for each clause, and is read as text by spreadsheets", () => {
    expect(writeCsv(reportOf("failures")).split("\r\n").slice(0, 2)).toEqual([
      "\uFEFFstandard,clause,state,hold,fail,unknown,waived,rules,url",
      "ISO/IEC 27001:2022,A.8.9,fail,1,1,0,0,csp-no-unsafe,",
    ]);
  });

  it("quotes what would end a cell, and stops what would be calculated", () => {
    const report = reportOf("clean");
    const [control] = report.controls;
    if (!control) throw new Error("no control");
    const controls = [{ ...control, standard: '=cmd|" /C"', clause: "a,b\nc" }];
    expect(writeCsv({ ...report, controls })).toContain(`"'=cmd|"" /C""","a,b\nc",pass`);
  });
});

describe("Markdown", () => {
  it.each(names)("takes at most 60 lines: %s", (name) => {
    const report = reportOf(name);
    const many = report.results.flatMap((result) =>
      Array.from({ length: 30 }, (_, at) => ({ ...result, id: `${result.id}${at}` })),
    );
    const base = {
      ...report,
      results: many.map((result) => ({ ...result, id: `was ${result.id}` })),
    };
    const waivers = Array.from({ length: 40 }, () => reportOf("waivers").waivers).flat();
    const text = writeMarkdown({ ...report, results: many, waivers }, base);
    expect(text.split("\n").length - 1).toBeLessThanOrEqual(60);
  });

  it("tells what is new and what is mended against the base", () => {
    const text = writeMarkdown(reportOf("failures"), reportOf("warnings"));
    expect(text).toContain("### Groundwork `prod`: ❌ refused");
    expect(text).toContain("Against the base: 1 new, 0 mended, 0 newly waived.");
    expect(text).toContain("| `hsts-present` | mandatory | `web-headers` |");
    expect(writeMarkdown(reportOf("clean"), reportOf("failures"))).toContain("2 mended");
  });

  it("holds no markup and no mention of anybody's text", () => {
    // What stands between backticks is shown as it is.
    const text = writeMarkdown(reportOf("hostile")).replace(/(?<!\\)`[^`\n]*`/g, "code");
    expect(text).not.toMatch(/<(?!\/?(details|summary|sub)>)/);
    expect(text).not.toContain("@everyone");
    expect(text).not.toContain("\u202E");
    expect(text).not.toMatch(/(?<!\\)\]\(javascript/);
  });
});

describe("every writer", () => {
  it.each(names)("counts as the report does: %s", (name) => {
    const { counts, controls } = reportOf(name);
    const { pass, fail, error, unknown, waived, notApplicable } = counts;
    const [, hold] = /(\d+) hold/.exec(writeMarkdown(reportOf(name))) ?? [];
    const told = (word: string) => {
      const [, count = "0"] =
        new RegExp(`(\\d+) ${word}[,.]`).exec(writeMarkdown(reportOf(name))) ?? [];
      return Number(count);
    };
    expect([Number(hold), told("fail"), told("unknown"), told("waived")]).toEqual([
      pass,
      fail + error,
      unknown,
      waived,
    ]);
    expect(told("not applicable")).toBe(notApplicable);
    const cells = /,(pass|fail|unknown|waived|not-applicable),(\d+),(\d+),(\d+),(\d+),/g;
    expect([...writeCsv(reportOf(name)).matchAll(cells)].map((row) => row.slice(1))).toEqual(
      controls.map(({ state, counts: own }) => [
        state,
        ...[own.pass, own.fail + own.error, own.unknown, own.waived].map(String),
      ]),
    );
  });

  it.each(names)("tells of the same findings: %s", (name) => {
    const report = reportOf(name);
    const told = report.results.filter((result) => isOpen(result) || result.waiver);
    const ids = told.map(({ id }) => id).sort();
    const inSarif = sarif(name).runs[0]?.results?.map(
      ({ partialFingerprints }) => partialFingerprints?.["groundwork/v1"] ?? "",
    );
    const inJson = JSON.parse(writeJson(report)) as typeof report;
    const inJunit = [...writeJunit(report).matchAll(/id ([0-9a-f]{16})/g)].map(([, id]) => id);
    expect(inSarif?.sort()).toEqual(ids);
    expect(inJson.counts).toEqual(report.counts);
    expect(inJunit.sort()).toEqual(report.results.map(({ id }) => id).sort());
    expect(sarif(name).runs[0]?.invocations?.[0]?.properties?.["counts"]).toEqual(report.counts);
  });
});
