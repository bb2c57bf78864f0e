import { type AlarmState } from "../estate/watching";

/** What a rule over other alarms looks up: the state of one of them. */
export type StateLookup = (name: string) => AlarmState | undefined;

const token =
  /\s*(\(|\)|AND\b|OR\b|NOT\b|TRUE\b|FALSE\b|(?:ALARM|OK|INSUFFICIENT_DATA)\(\s*(?:"[^"]*"|[^)"]*)\s*\))/y;

/**
 * Whether the rule of a composite alarm holds: `ALARM("a") AND NOT (OK("b") OR ALARM("c"))`. AND binds closer than OR, NOT
 * closest. Throws on a rule of another form.
 */
export function ruleHolds(rule: string, stateOf: StateLookup): boolean {
  const tokens = tokensOf(rule);
  const either = (): boolean => {
    let holds = both();
    while (tokens[0] === "OR") {
      tokens.shift();
      holds = both() || holds;
    }
    return holds;
  };
  const both = (): boolean => {
    let holds = one();
    while (tokens[0] === "AND") {
      tokens.shift();
      holds = one() && holds;
    }
    return holds;
  };
  const one = (): boolean => {
    const next = tokens.shift();
    if (next === "NOT") return !one();
    if (next === "TRUE" || next === "FALSE") return next === "TRUE";
    if (next !== "(") return stateHolds(next, stateOf);
    const holds = either();
    if (tokens.shift() !== ")") throw new Error("a bracket of an alarm rule is not closed");
    return holds;
  };
  const holds = either();
  if (tokens.length > 0) throw new Error(`an alarm rule goes on with ${tokens[0]}`);
  return holds;
}

function stateHolds(call: string | undefined, stateOf: StateLookup): boolean {
  const [, state, name = ""] = /^(\w+)\(\s*"?([^"]*?)"?\s*\)$/.exec(call ?? "") ?? [];
  if (state === undefined)
    throw new Error(`an alarm rule has ${call ?? "an end"} in a wrong place`);
  // A rule may name an alarm by its ARN.
  return stateOf(name.split(":alarm:").at(-1) ?? name) === state;
}

function tokensOf(rule: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (rule.slice(token.lastIndex).trim() !== "") {
    const at = token.lastIndex;
    const found = token.exec(rule)?.[1];
    if (found === undefined) throw new Error(`an alarm rule cannot be read at ${at}`);
    tokens.push(found);
  }
  return tokens;
}
