import { z } from "zod";
import { type PropertyMap, type Reading, readProperty } from "../../../core/value";
import { accessControl } from "../../lib/access/references";
import { itemsOf } from "../../lib/lists";
import { providerTypes } from "../../lib/provider-types";
import { readText, textOf } from "../../lib/text";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

export const firewallNotBypassed = defineRule({
  id: "firewall-not-bypassed",
  title: "A firewall that is declared is on, and nothing lets requests around its rules",
  why: "What bypasses comes before every limit: whoever learns what it looks for, such as a header, a path or an address, meets no firewall at all.",
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
  appliesTo: [providerTypes.vercelFirewall, providerTypes.vercelFirewallBypass],
  options: z.strictObject({}),
  check: ({ type, inputs }) => {
    if (type === providerTypes.vercelFirewallBypass) return judgeBypass(inputs);
    return [
      judgeSwitch(readProperty(inputs, ["enabled"])),
      ...judgeRules(readProperty(inputs, ["rules", "rules"])),
    ];
  },
});

/** Nothing but a way around it, for whoever has the address or takes it over; whose it is tells no input. */
function judgeBypass(inputs: PropertyMap): Answer {
  const [from, to] = [readText(inputs, ["sourceIp"]), readText(inputs, ["domain"])];
  const message = `found a way around the firewall for ${from ?? "an address"}, to ${to ?? "a domain"}; wanted none`;
  return fail({ property: "sourceIp", found: from ?? null, wanted: "no way around", message });
}

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
