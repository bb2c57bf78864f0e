import { create } from "xmlbuilder2";
import { groupBy } from "../../core/group";
import { type ResponseVerdict, slowerText } from "../responses/compare";
import type { SmokeFinding } from "./check";
import type { CheckResult } from "./run";

/** A run of checks, for a report. */
export interface SmokeRun {
  stack: string;
  /** When it began. */
  at: Date;
  seconds: number;
  results: readonly CheckResult[];
  /** How fast addresses answered against earlier runs; left out where that was not asked. */
  responses?: ComparedResponses;
}

export interface ComparedResponses {
  verdicts: readonly ResponseVerdict[];
  /** What a slower address does to the run. */
  slower: "tell" | "fail";
}

/** The run as JUnit writes it: a suite for each group of checks, a case for each check. Source: JUnit 4 XML, as CI reads it. */
export function junitOf({ stack, at, seconds, results, responses }: SmokeRun): string {
  const root = create({ version: "1.0", encoding: "UTF-8" }).ele("testsuites", {
    ...{ name: `smoke ${stack}`, time: seconds.toFixed(3) },
    ...countsOf(results, responses),
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
  if (responses && responses.verdicts.length > 0) addResponses(root, stack, at, responses);
  return `${root.end({ prettyPrint: true })}\n`;
}

/** `header X-Frame-Options: expected DENY, served no such header` */
export function findingText({ what, expected, served }: SmokeFinding): string {
  return `${what}: expected ${plain(expected)}, served ${plain(served)}`;
}

/** A case for each address; without a verdict it is skipped, which is never a pass. */
function addResponses(
  root: ReturnType<typeof create>,
  stack: string,
  at: Date,
  responses: ComparedResponses,
) {
  const { verdicts } = responses;
  const suite = root.ele("testsuite", {
    ...{ name: "response times", timestamp: at.toISOString() },
    ...countsOf([], responses),
    time: (verdicts.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000).toFixed(3),
  });
  for (const verdict of verdicts) {
    const test = suite.ele("testcase", {
      ...{ name: inXml(verdict.address), classname: `${stack}.response times` },
      time: (verdict.milliseconds / 1000).toFixed(3),
    });
    if (verdict.state === "no verdict") {
      test.ele("skipped", { message: `only ${verdict.earlier} earlier records` });
    }
    if (verdict.state !== "slower") continue;
    const text = slowerText(verdict);
    if (responses.slower === "fail") test.ele("failure", { message: text }).txt(text);
    else test.ele("system-out").txt(text);
  }
}

function countsOf(results: readonly CheckResult[], responses?: ComparedResponses) {
  const { verdicts = [], slower = "tell" } = responses ?? {};
  const bad = results.filter(({ findings }) => findings.length > 0).length;
  const slow = verdicts.filter(({ state }) => state === "slower" && slower === "fail").length;
  const skipped = verdicts.filter(({ state }) => state === "no verdict").length;
  return { tests: results.length + verdicts.length, failures: bad + slow, errors: 0, skipped };
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
