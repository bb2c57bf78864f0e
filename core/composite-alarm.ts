/* The text in which CloudWatch says of which alarms another one is made. */

/** `ALARM("a") OR ALARM(b)`; silencing parts are `NOT ALARM(…)` and `NOT (…)` with one level of brackets in it. */
const child = /\b(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*"?([^")]+?)"?\s*\)/g;
const silencing = /\bNOT\s*(?:\w+\s*\([^)]*\)|\((?:[^()]|\([^()]*\))*\))/g;

/** Names of all alarms that the rule mentions, ARNs cut down to the name. */
export function alarmsNamed(rule: string): string[] {
  return [...rule.matchAll(child)].map(([, name = ""]) => name.replace(/^arn:.*:alarm:/, ""));
}

/** Names of those that make it go off; one that only silences it is not among them. */
export function alarmsTelling(rule: string): string[] {
  return alarmsNamed(rule.replaceAll(silencing, ""));
}
