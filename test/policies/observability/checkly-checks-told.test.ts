import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { checklyChecksTold as rule } from "../../../policies/rules/observability/checkly-checks-told";
import { judge, places, resource } from "../support/stack";

const told = [{ activated: true, channelId: 1 }];
const group = resource(providerTypes.checklyGroup, "group", { alertChannelSubscriptions: told });
const check = (inputs: PropertyMap, inGroup = false) =>
  resource(
    providerTypes.checklyCheck,
    "check",
    { type: "API", activated: true, ...inputs },
    { propertyDependencies: inGroup ? { groupId: [group.urn] } : {} },
  );
const ask = (inputs: PropertyMap) => places(judge(rule, [check(inputs)]));
const [running, heard] = ["check activated", "check alertChannelSubscriptions"];

// Requirement: UPT-03, ALRT-10
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts one that runs and tells a channel", () => {
    expect(ask({ alertChannelSubscriptions: told })).toEqual([`pass ${running}`, `pass ${heard}`]);
  });

  it.each<[string, PropertyMap]>([
    ["is switched off", { activated: false }],
    ["is muted", { muted: true }],
  ])("reports one that %s", (_, inputs) => {
    expect(ask({ alertChannelSubscriptions: told, ...inputs })).toEqual([
      `fail ${running}`,
      `pass ${heard}`,
    ]);
  });

  it("reports one that tells nobody", () => {
    expect(ask({})).toEqual([`pass ${running}`, `fail ${heard}`]);
    const off = [{ activated: false, channelId: 1 }];
    expect(ask({ alertChannelSubscriptions: off })[1]).toBe(`fail ${heard}`);
  });

  it("takes what its group tells", () => {
    expect(places(judge(rule, [group, check({}, true)]))[1]).toBe(`pass ${heard}`);
    expect(places(judge(rule, [group, check({})]))[1]).toBe(`fail ${heard}`);
  });

  it("cannot tell what is unknown", () => {
    expect(ask({ activated: UNKNOWN, alertChannelSubscriptions: UNKNOWN })).toEqual([
      `unknown ${running}`,
      `unknown ${heard}`,
    ]);
    const later: PropertyMap[] = [{ activated: true, channelId: UNKNOWN }];
    expect(ask({ alertChannelSubscriptions: later })[1]).toBe(`pass ${heard}`);
  });

  it("has nothing to judge in a stack without checks there", () => {
    expect(judge(rule, []).map(({ state }) => state)).toEqual(["not-applicable"]);
  });
});
