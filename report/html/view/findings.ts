import { isOpen } from "../../build";
import type { Report, ReportedResult, ReportedRule } from "../../model";
import { valueText } from "../../value-text";
import { letterOf, rankOf, severities, shownState, wordOf } from "../words";
import type { Anchors } from "./anchors";
import { placesOf } from "./places";

/** Findings that are told in full; the rest stand among the answers. */
const toldInFull = 200;

export function findingsView({ results, rules }: Report, anchors: Anchors) {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const open = results.filter(isOpen).sort(worstFirst);
  const waived = results.filter(({ waiver }) => waiver).sort(worstFirst);
  const allowed = results.filter((result) => result.allowed);
  const told = [...open, ...waived].slice(0, toldInFull);
  return {
    open: open.length,
    waived: waived.length,
    allowed: allowed.length,
    findings: told.map((result) => findingOf(result, byId.get(result.rule), anchors)),
    left: open.length + waived.length - told.length,
  };
}

function worstFirst(one: ReportedResult, other: ReportedResult): number {
  return (
    Number(one.level !== "mandatory") - Number(other.level !== "mandatory") ||
    rankOf(one.state) - rankOf(other.state) ||
    severities.indexOf(one.severity) - severities.indexOf(other.severity)
  );
}

function findingOf(result: ReportedResult, rule: ReportedRule | undefined, anchors: Anchors) {
  const { id, level, severity, target, message, evidence, waiver } = result;
  const state = shownState(result);
  return {
    letter: letterOf(state),
    word: wordOf(state),
    level,
    severity,
    rule: result.rule,
    title: rule?.title ?? result.rule,
    message,
    why: rule?.why,
    fix: rule?.fix,
    waiver,
    target: target.name,
    type: target.type,
    property: evidence.property,
    found: "found" in evidence ? valueText(evidence.found) : undefined,
    wanted: "wanted" in evidence ? valueText(evidence.wanted) : undefined,
    ...placesOf(result),
    ruleAnchor: anchors.rule(result.rule),
    resultAnchor: anchors.result(id),
    resourceAnchor: anchors.resource(target.urn),
  };
}
