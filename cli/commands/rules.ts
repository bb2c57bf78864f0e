import type { Context, ExitCode } from "../context";
import { type RuleFilter, rulesOf } from "../rules/book";
import { ruleJson, rulesText } from "../view/rules";
import { say } from "../view/say";

/** Lists every rule, or those of one family or topic. */
export function rules(context: Context, filter: RuleFilter): Promise<ExitCode> {
  const found = rulesOf(filter);
  const text = found.length > 0 ? rulesText(found) : "no rule of that family has that topic";
  say(context, text, { rules: found.map(ruleJson) });
  return Promise.resolve(0);
}
