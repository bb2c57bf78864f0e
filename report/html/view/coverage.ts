import { alertClasses, alertSeverities } from "../../../core/alerts";
import { groupBy } from "../../../core/group";
import type { Report } from "../../model";
import type { HostState, ReportedAlarm } from "../../section-model";
import type { Anchors } from "./anchors";

const hostStates: Readonly<Record<HostState, { letter: string; word: string }>> = {
  watched: { letter: "p", word: "watched" },
  unheard: { letter: "f", word: "nobody is told" },
  "no alarm": { letter: "f", word: "no alarm" },
  "no check": { letter: "u", word: "no check" },
  redirects: { letter: "n", word: "only redirects" },
  elsewhere: { letter: "n", word: "by another stack" },
};

/** Hosts with the way from a check to a person, and alarms by class. */
export function coverageView({ coverage: { hosts, alarms } }: Report, anchors: Anchors) {
  const byUrn = new Map(alarms.map((alarm) => [alarm.urn, alarm]));
  const classes = groupBy(alarms, (alarm) => alarm.class);
  return {
    hosts: hosts.map(({ host, state, redirectsTo, checks }) => {
      const heard = checks.flatMap((check) => check.alarms.flatMap((urn) => byUrn.get(urn) ?? []));
      return {
        host,
        ...hostStates[state],
        redirectsTo,
        checks: checks.map(({ address, everySeconds, urn }) => ({
          address,
          anchor: anchors.resource(urn),
          pace: everySeconds === undefined ? "" : `every ${everySeconds} s`,
        })),
        alarms: heard.map(({ urn, name }) => ({ name, anchor: anchors.resource(urn) })),
        routes: [...new Set(heard.flatMap(({ routes }) => routes))].sort(),
        runbooks: runbooksOf(heard),
      };
    }),
    severities: [...alertSeverities, "other"],
    classes: [...classes.keys()].sort(byClass).map((name) => {
      const theirs = classes.get(name) ?? [];
      return {
        name,
        total: theirs.length,
        counts: [...alertSeverities, undefined].map(
          (wanted) => theirs.filter((one) => severityOf(one) === wanted).length,
        ),
        silent: theirs.filter(({ routes }) => routes.length === 0).length,
        rows: theirs.map((alarm) => ({
          name: alarm.name,
          anchor: anchors.resource(alarm.urn),
          severity: alarm.severity ?? "not said",
          routes: alarm.routes,
          through: alarm.through,
          runbooks: runbooksOf([alarm]),
        })),
      };
    }),
  };
}

function severityOf({ severity }: ReportedAlarm) {
  return alertSeverities.find((one) => one === severity);
}

/** In the order of core/alerts; what is not among them comes last. */
function byClass(one: string, other: string): number {
  const rank = (name: string) => {
    const at = alertClasses.findIndex((known) => known === name);
    return at < 0 ? alertClasses.length : at;
  };
  return rank(one) - rank(other) || (one < other ? -1 : 1);
}

/** Pages by their last words: `uptime.md`. */
function runbooksOf(alarms: readonly ReportedAlarm[]) {
  const urls = [...new Set(alarms.flatMap(({ runbook }) => runbook ?? []))].sort();
  return urls.map((url) => ({ url, name: url.slice(url.lastIndexOf("/") + 1) || url }));
}
