import { create } from "xmlbuilder2";
import { groupBy } from "../../core/group";
import type { SmokeFinding } from "./check";
import type { CheckResult } from "./run";

/** A run of checks, for a report. */
export interface SmokeRun {
  stack: string;
  /** When it began. */
  at: Date;
  seconds: number;
  results: readonly CheckResult[];
}

/** The run as JUnit writes it: a suite for each group of checks, a case for each check. Source: JUnit 4 XML, as CI reads it. */
export function junitOf({ stack, at, seconds, results }: SmokeRun): string {
  const root = create({ version: "1.0", encoding: "UTF-8" }).ele("testsuites", {
    ...{ name: `smoke ${stack}`, time: seconds.toFixed(3) },
    ...countsOf(results),
  });
  for (const [group, ofGroup] of groupBy(results, (result) => result.group)) {
    const suite = root.ele("testsuite", {
      ...{ name: group, timestamp: at.toISOString() },
      ...countsOf(ofGroup),
      time: (ofGroup.reduce((sum, { milliseconds = 0 }) => sum + milliseconds, 0) / 1000).toFixed(
        3,
      ),
    });
    for (const { name, url, findings, milliseconds = 0 } of ofGroup) {
      const test = suite.ele("testcase", {
        ...{ name: inXml(name), classname: `${stack}.${group}` },
        time: (milliseconds / 1000).toFixed(3),
      });
      if (findings.length === 0) continue;
      const text = [url, ...findings.map(findingText)].join("\n");
      const [first] = findings.map(findingText);
      test.ele("failure", { message: inXml(first ?? "") }).txt(inXml(text));
    }
  }
  return `${root.end({ prettyPrint: true })}\n`;
}

/** `header X-Frame-Options: expected DENY, served no such header` */
export function findingText({ what, expected, served }: SmokeFinding): string {
  return `${what}: expected ${plain(expected)}, served ${plain(served)}`;
}

function countsOf(results: readonly CheckResult[]) {
  const failures = results.filter(({ findings }) => findings.length > 0).length;
  return { tests: results.length, failures, errors: 0, skipped: 0 };
}

/** Longest text of a served value that is shown: a policy of a page fits, a page does not. */
const longest = 2000;

/** What a server says, on one line and without what would steer a terminal. */
function plain(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut.replace(/\p{Cc}/gu, " ");
}

/** XML 1.0 has no place for most control characters, not even escaped. */
function inXml(text: string): string {
  return text.replace(/[^\P{Cc}\n]|[\u{FFFE}\u{FFFF}]|\p{Cs}/gu, " ");
}
