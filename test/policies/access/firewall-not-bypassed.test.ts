import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { firewallNotBypassed as rule } from "../../../policies/rules/access/firewall-not-bypassed";
import { told } from "../support/access";
import { judge, resource } from "../support/stack";

const limit = { name: "whole API", active: true, action: { action: "rate_limit" } };
const door = { name: "office", active: true, action: { action: "bypass" } };
const inputs = (over: PropertyMap = {}, rules: Value = [limit]): PropertyMap => ({
  enabled: true,
  rules: { rules },
  ...over,
});
const ask = (...given: Parameters<typeof inputs>) =>
  told(rule, providerTypes.vercelFirewall, inputs(...given));
const kept = [`pass it: ${rule.title}`];

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a firewall that is on, with rules or without", () => {
    expect(ask()).toEqual(kept);
    expect(ask({ enabled: null })).toEqual(kept);
    expect(ask({ rules: null })).toEqual(kept);
    expect(ask({}, [])).toEqual(kept);
  });

  it("reports one that is off", () => {
    expect(ask({ enabled: false })).toEqual(["fail it: enabled: found false, wanted true"]);
  });

  it("reports a rule that lets requests around the others, in full", () => {
    const firewall = resource(providerTypes.vercelFirewall, "it", inputs({}, [limit, door]));
    const [, broken] = judge(rule, [firewall]);
    expect(broken).toEqual({
      rule: "firewall-not-bypassed",
      state: "fail",
      urn: firewall.urn,
      level: "mandatory",
      severity: "medium",
      message:
        "rules.rules[1].action.action: found bypass, with which office lets requests around the firewall",
      property: "rules.rules[1].action.action",
      input: "firewall",
      found: "bypass",
      wanted: "no rule that bypasses",
    });
    expect(ask({}, [{ ...door, name: null }])[1]).toContain("with which a rule lets");
    expect(ask({}, [{ action: { action: "bypass" } }])).toHaveLength(2);
  });

  it("leaves a rule alone that is off", () => {
    expect(ask({}, [{ ...door, active: false }])).toEqual(kept);
    expect(ask({}, [{ ...door, active: false, action: UNKNOWN }])).toEqual(kept);
  });

  it.each<[string, Parameters<typeof inputs>]>([
    ["enabled", [{ enabled: UNKNOWN }]],
    ["rules", [{ rules: UNKNOWN }]],
    ["a rule's action", [{}, [{ ...door, action: UNKNOWN }]]],
  ])("cannot tell while %s is unknown", (_what, given) => {
    expect(ask(...given).filter((answer) => answer.startsWith("unknown"))).toHaveLength(1);
  });

  it.each<[PropertyMap, string]>([
    [{ sourceIp: "0.0.0.0/0", domain: "*" }, "for 0.0.0.0/0, to *"],
    [{ sourceIp: UNKNOWN, domain: UNKNOWN }, "for an address, to a domain"],
  ])("reports a way around it for an address: %o", (around, whom) => {
    expect(told(rule, providerTypes.vercelFirewallBypass, around)).toEqual([
      `fail it: found a way around the firewall ${whom}; wanted none`,
    ]);
  });

  it("has nothing to judge in a stack without a firewall", () => {
    expect(judge(rule, []).map(({ state }) => state)).toEqual(["not-applicable"]);
  });
});
