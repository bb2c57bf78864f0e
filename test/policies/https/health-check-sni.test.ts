import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { healthCheckSni as rule } from "../../../policies/rules/https/health-check-sni";
import { brief, judge, resource } from "../support/stack";

const ask = (inputs: PropertyMap) =>
  brief(judge(rule, [resource(providerTypes.awsHealthCheck, "uptime-app", inputs)]));

describe(`${rule.id}: ${rule.title}`, () => {
  it.each(["HTTPS", "HTTPS_STR_MATCH"])("accepts %s with the name, or without a word", (type) => {
    expect(ask({ type, enableSni: true })).toEqual([`pass uptime-app: ${rule.title}`]);
    expect(ask({ type })).toEqual([`pass uptime-app: ${rule.title}`]);
  });

  it("reports a check that names no host", () => {
    expect(ask({ type: "HTTPS", enableSni: false })).toEqual([
      "fail uptime-app: enableSni: found false, wanted true",
    ]);
  });

  it.each(["HTTP", "TCP", "CALCULATED", undefined])("leaves %s alone", (type) => {
    expect(ask({ type, enableSni: false })).toEqual([
      "not-applicable uptime-app: the health check does not ask over HTTPS",
    ]);
  });

  it("cannot tell when the type or the switch is unknown", () => {
    expect(ask({ type: UNKNOWN, enableSni: true })[0]).toMatch(
      /^unknown uptime-app: type: not known/,
    );
    expect(ask({ type: "HTTPS", enableSni: UNKNOWN })[0]).toMatch(
      /^unknown uptime-app: enableSni: not known/,
    );
  });
});
