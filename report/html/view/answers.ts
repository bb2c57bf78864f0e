import { groupBy } from "../../../core/group";
import { shortType } from "../../../core/urn";
import { countsOf, worstOf } from "../../counts";
import type { Report, ReportedResult, ReportedRule } from "../../model";
import { valueText } from "../../value-text";
import { clipped } from "../text";
import { letterOf, shownState, states, wordOf } from "../words";
import type { Anchors } from "./anchors";
import { answersText } from "./controls";
import { placesOf } from "./places";

/** Answers beyond which those that ask for nothing are listed by the name of their target alone. */
const inFull = 10_000;

/** Every rule by family, each with its answers. */
export function answersView({ rules, results }: Report, anchors: Anchors) {
  const byRule = groupBy(results, ({ rule }) => rule);
  const known = new Set(rules.map(({ id }) => id));
  const others = [...byRule.keys()].filter((id) => !known.has(id)).map(unlisted);
  const short = results.length > inFull;
  const all = groupBy([...rules, ...others], ({ family }) => family);
  return {
    count: results.length,
    short,
    states,
    families: [...all].map(([family, theirs]) => ({
      family,
      rules: theirs.map((rule) => ruleOf(rule, byRule.get(rule.id) ?? [], { anchors, short })),
    })),
  };
}

/** A rule of another pack, of which only its answers are known. */
function unlisted(id: string): ReportedRule {
  return {
    id,
    family: "other",
    title: id,
    why: "",
    fix: "",
    severity: "medium",
    topics: [],
    references: [],
  };
}

interface Ways {
  anchors: Anchors;
  short: boolean;
}

function ruleOf(rule: ReportedRule, results: readonly ReportedResult[], ways: Ways) {
  const { anchors, short } = ways;
  const counts = countsOf(results);
  const state = worstOf(counts);
  const asks = (result: ReportedResult) => !short || !/^[pn]$/.test(letterOf(shownState(result)));
  return {
    ...rule,
    anchor: anchors.rule(rule.id),
    advisory: results.some(({ level }) => level === "advisory"),
    letter: letterOf(state),
    word: results.length === 0 ? "no answer" : wordOf(state),
    answers: answersText(counts),
    clauses: rule.references.map((reference) => ({
      name: `${reference.standard} ${reference.clause}`,
      anchor: anchors.control(reference),
    })),
    rows: results.filter(asks).map((result) => rowOf(rule, result, anchors)),
    names: results
      .filter((result) => !asks(result))
      .map((result) => ({
        anchor: anchors.result(result.id),
        letter: letterOf(shownState(result)),
        name: clipped(result.target.name, 60),
      })),
  };
}

function rowOf(rule: ReportedRule, result: ReportedResult, anchors: Anchors) {
  const { id, target, message, evidence, level, waiver, allowed } = result;
  const state = shownState(result);
  return {
    anchor: anchors.result(id),
    letter: letterOf(state),
    word: allowed ? `${wordOf(state)}, allowed` : wordOf(state),
    level,
    name: target.name,
    kind: shortType(target.type),
    resource: anchors.resource(target.urn),
    property: evidence.property,
    // What holds says the title again.
    message: message === rule.title ? undefined : message,
    found: "found" in evidence ? valueText(evidence.found) : undefined,
    wanted: "wanted" in evidence ? valueText(evidence.wanted) : undefined,
    until: waiver && `${waiver.owner}, until ${waiver.expires}`,
    ...placesOf(result),
  };
}
