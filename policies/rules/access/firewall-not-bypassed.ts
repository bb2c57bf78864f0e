import { z } from "zod";
import { type Reading, readProperty } from "../../../core/value";
import { accessControl } from "../../lib/access/references";
import { itemsOf } from "../../lib/lists";
import { providerTypes } from "../../lib/provider-types";
import { readText, textOf } from "../../lib/text";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

export const firewallNotBypassed = defineRule({
  id: "firewall-not-bypassed",
  title: "A firewall that is declared is on, and no rule of it lets requests around the others",
  why: "A rule that bypasses comes before every limit: whoever learns what it looks for, such as a header or a path, meets no firewall at all.",
  fix: "Leave enabled out, and let the rule deny, challenge or limit; addresses of one's own services belong in the rules that would stop them.",
  severity: "medium",
  topics: ["access", "hosting"],
  references: [
    ...accessControl,
    {
      standard: "Vercel",
      clause: "WAF Custom Rules",
      url: "https://vercel.com/docs/vercel-firewall/vercel-waf/custom-rules",
    },
  ],
  appliesTo: [providerTypes.vercelFirewall],
  options: z.strictObject({}),
  check: ({ inputs }) => [
    judgeSwitch(readProperty(inputs, ["enabled"])),
    ...judgeRules(readProperty(inputs, ["rules", "rules"])),
  ],
});

/** Left out, it is on. */
function judgeSwitch(enabled: Reading): Answer {
  const evidence = { property: "enabled", input: "firewall", wanted: true };
  if (enabled.state === "unknown") return unknown(evidence);
  const found = textOf(enabled) !== "false";
  return found ? pass({ ...evidence, found }) : fail({ ...evidence, found });
}

function judgeRules(rules: Reading): Answer[] {
  const evidence = { property: "rules.rules", input: "firewall", wanted: "no rule that bypasses" };
  if (rules.state === "unknown") return [unknown(evidence)];
  return itemsOf(rules).flatMap((rule, at): Answer[] => {
    const action = readProperty(rule, ["action", "action"]);
    const active = readProperty(rule, ["active"]);
    const where = { ...evidence, property: `rules.rules[${at}].action.action` };
    // A rule that is off lets nobody through, whatever it would do.
    if (textOf(active) === "false") return [];
    if (action.state === "unknown") return [unknown(where)];
    if (textOf(action) !== "bypass") return [];
    const name = readText(rule, ["name"]) ?? "a rule";
    const message = `${where.property}: found bypass, with which ${name} lets requests around the firewall`;
    return [fail({ ...where, found: "bypass", message })];
  });
}
