import { create } from "xmlbuilder2";
import type { XMLBuilder } from "xmlbuilder2/lib/interfaces";
import { groupBy } from "../../core/group";
import type { Report, ReportedResult } from "../model";
import { xmlText } from "../xml-text";

/**
 * JUnit XML for the test view of a pipeline: a suite for each family, a case for each answer. What refuses an update
 * failed; what is waived, not applicable or only advised against is skipped, with the reason.
 */
export function writeJunit({ run, results }: Report): string {
  const suites = groupBy(results, ({ family }) => family);
  const root = create({ version: "1.0", encoding: "UTF-8" }).ele("testsuites", {
    name: `groundwork ${xmlText(run.stack)}`,
    ...totals(results),
  });
  for (const [family, cases] of suites) {
    const suite = root.ele("testsuite", {
      name: family,
      timestamp: run.at.replace(/(\.\d+)?Z$/, ""),
      ...totals(cases),
    });
    for (const result of cases) addCase(suite, result);
  }
  return `${root.end({ prettyPrint: true })}\n`;
}

function addCase(suite: XMLBuilder, result: ReportedResult) {
  const { rule, target, message, id } = result;
  const property = result.evidence.property ? ` ${result.evidence.property}` : "";
  const element = suite.ele("testcase", {
    classname: rule,
    name: xmlText(`${rule} ${target.name}${property}`),
    time: "0",
  });
  const outcome = outcomeOf(result);
  if (outcome !== "passed") {
    const reason = outcome === "skipped" ? skipReason(result) : message;
    const attributes = { message: xmlText(reason), ...(outcome !== "skipped" && { type: rule }) };
    const told = element.ele(outcome, attributes);
    if (outcome !== "skipped") told.txt(xmlText(`${target.urn}\n${message}`));
  }
  element.ele("system-out").txt(`id ${id}`);
}

type Outcome = "passed" | "failure" | "error" | "skipped";

function outcomeOf({ state, level, waiver, allowed }: ReportedResult): Outcome {
  if (state === "pass") return "passed";
  if (waiver || allowed || state === "not-applicable" || level === "advisory") return "skipped";
  return state === "error" ? "error" : "failure";
}

function skipReason({ waiver, message, state }: ReportedResult): string {
  if (waiver) return `waived until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}`;
  return state === "not-applicable" ? `not applicable: ${message}` : `advised: ${message}`;
}

function totals(results: readonly ReportedResult[]) {
  const outcomes = results.map(outcomeOf);
  const count = (wanted: Outcome) => outcomes.filter((one) => one === wanted).length;
  return {
    tests: results.length,
    failures: count("failure"),
    errors: count("error"),
    skipped: count("skipped"),
    time: "0",
  };
}
