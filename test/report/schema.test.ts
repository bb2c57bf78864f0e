import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { type ReportJson, reportJsonSchema, reportSchema } from "../../report/schema";
import { writeJson } from "../../report/writers/json";
import { costlyReport, largeReport } from "./html/support";
import { reportOf, situations } from "./situations";

const published = JSON.parse(readFileSync("schema/report.schema.json", "utf8")) as object;
const validate = addFormats(new Ajv({ allErrors: true })).compile(published);

describe("the published schema of a report", () => {
  it("is the one that is generated", () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
  });

  it.each(Object.keys(situations))("holds for a report with %s, and leaves nothing out", (name) => {
    const written = JSON.parse(writeJson(reportOf(name))) as ReportJson;
    validate(written);
    expect(validate.errors ?? []).toEqual([]);
    expect(reportSchema.parse(written)).toEqual(written);
  });

  it("holds for costs and for a report of many resources", () => {
    for (const report of [
      costlyReport(),
      largeReport({ resources: 60, rules: 9, answersEach: 2 }),
    ]) {
      expect(reportSchema.safeParse(JSON.parse(writeJson(report))).error).toBeUndefined();
    }
  });

  it("refuses what is no report of this version", () => {
    const report = JSON.parse(writeJson(reportOf("clean"))) as object;
    for (const broken of [
      { ...report, version: 2 },
      { ...report, more: true },
      { ...report, results: [{}] },
    ]) {
      expect(validate(broken)).toBe(false);
    }
  });
});
