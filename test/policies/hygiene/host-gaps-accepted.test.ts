import { describe, expect, it } from "vitest";
import type { Gap } from "../../../core/gap";
import { tokens } from "../../../core/tokens";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { hostGapsAccepted as rule } from "../../../policies/rules/hygiene/host-gaps-accepted";
import { hostedSite } from "../support/hosted";
import { brief, judge, profile, resource } from "../support/stack";

const rolling: Gap & PropertyMap = {
  capability: "rolling-release",
  arg: "rollingRelease",
  asked: "3 stages, automatic",
  instead: "a release reaches everybody at once",
  workaround: "release in quiet hours",
};
const frames: Gap & PropertyMap = {
  ...rolling,
  capability: "server-headers",
  arg: "headers.frameOptions",
};
const site = (gaps: Value) => hostedSite({ gaps });
const services = (gaps: Value) =>
  resource(tokens.containerService, "services", { services: { hub: { vendor: "render", gaps } } });
const gapWaiver = (property: string) => ({
  rule: rule.id,
  target: "web-site",
  property,
  reason: "one release a week, on Sundays",
  owner: "platform-team",
  expires: "2026-07-01",
});

// Requirement: HOST-14, HOST-15, HOST-16, CONF-02
describe(`${rule.id}: ${rule.title}`, () => {
  it("has no ground where the host does all that is asked for", () => {
    const nothing = "not-applicable web-site: its host does all that is asked for";
    expect(brief(judge(rule, [site([])]))).toEqual([nothing]);
    expect(judge(rule, [services([])])).toMatchObject([{ state: "not-applicable" }]);
    expect(judge(rule, [])).toMatchObject([{ state: "not-applicable" }]);
  });

  it("reports what a host cannot do, in full", () => {
    expect(judge(rule, [site([rolling])])).toEqual([
      {
        rule: "host-gaps-accepted",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::groundwork:hosting:HostedSite::web-site",
        level: "mandatory",
        severity: "medium",
        message:
          "rollingRelease: asked for 3 stages, automatic; instead, a release reaches everybody at once; what to do: release in quiet hours",
        property: "gaps.rolling-release",
        input: "rollingRelease",
        found: "a release reaches everybody at once; what to do: release in quiet hours",
        wanted: "3 stages, automatic",
      },
    ]);
  });

  it("reports what the host of a service cannot do, with the service's own arg", () => {
    expect(judge(rule, [services([{ ...rolling, arg: "regions" }])])).toMatchObject([
      {
        state: "fail",
        property: "services.hub.gaps.rolling-release",
        input: "services.hub.regions",
      },
    ]);
  });

  it("is told in dev and refuses elsewhere", () => {
    const level = (tier: string) =>
      judge(rule, [profile({ tier }), site([rolling])], { stack: tier })[0]?.level;
    expect(["dev", "staging", "prod"].map(level)).toEqual(["advisory", "mandatory", "mandatory"]);
  });

  it("lets each gap be waived by itself", () => {
    const waived = (...properties: string[]) =>
      judge(rule, [profile({ waivers: properties.map(gapWaiver) }), site([rolling, frames])]).map(
        ({ property, waiver }) => [property, waiver !== undefined],
      );
    expect(waived("gaps.rolling-release")).toEqual([
      ["gaps.rolling-release", true],
      ["gaps.server-headers", false],
    ]);
    expect(waived("gaps.rolling-release", "gaps.server-headers").map(([, it]) => it)).toEqual([
      true,
      true,
    ]);
  });

  it("cannot tell while the gaps are unknown", () => {
    expect(judge(rule, [site(UNKNOWN)])).toMatchObject([{ state: "unknown", property: "gaps" }]);
    expect(judge(rule, [site([UNKNOWN])])).toMatchObject([{ state: "unknown" }]);
    expect(judge(rule, [services(UNKNOWN)])).toMatchObject([
      { state: "unknown", property: "services.hub.gaps" },
    ]);
  });
});
