import { describe, expect, it } from "vitest";
import { awsMetrics } from "../../../core/aws-metrics";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { webVitalsMeasured as rule } from "../../../policies/rules/observability/web-vitals-measured";
import { alarm } from "../support/alarms";
import { brief, judge, profile, resource } from "../support/stack";

const namespace = "AWS/RUM";
const metrics = Object.keys(awsMetrics[namespace]);
const monitor = (inputs: PropertyMap = {}) =>
  resource(providerTypes.awsAppMonitor, "vitals", {
    name: "shop-web",
    appMonitorConfiguration: { telemetries: ["performance"] },
    ...inputs,
  });
const watching = (name: unknown = "shop-web") =>
  metrics.map((metricName) =>
    alarm({ namespace, metricName, dimensions: { application_name: name as string } }, metricName),
  );
const failing = (...given: Parameters<typeof judge>[1][number][]) =>
  brief(judge(rule, given)).filter((text) => !text.startsWith("pass"));
const states = (...given: Parameters<typeof judge>[1][number][]) =>
  judge(rule, given).map(({ state }) => state);

// Requirement: ALRT-17
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a monitor that measures performance, with an alarm for each vital", () => {
    expect(states(monitor(), ...watching())).toEqual(["pass", "pass", "pass", "pass"]);
  });

  it("sees alarms that look by a query", () => {
    const [first = "", ...rest] = watching();
    const query = {
      id: "value",
      metric: {
        ...{ namespace, metricName: metrics[0] ?? "", period: 3600 },
        dimensions: { application_name: "shop-web" },
      },
    };
    const asked = alarm({ namespace: null, metricName: null, metricQueries: [query] }, "asked");
    expect(first).toBeTruthy();
    expect(states(monitor(), asked, ...rest)).toEqual(["pass", "pass", "pass", "pass"]);
  });

  it("reports a prod stack that measures nothing, in full", () => {
    expect(judge(rule, [])).toEqual([
      {
        rule: "web-vitals-measured",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::pulumi:pulumi:Stack::groundwork-prod",
        level: "advisory",
        severity: "low",
        message: "found 0 app monitors, wanted at least 1",
        found: 0,
        wanted: 1,
      },
    ]);
  });

  it("asks none of dev, but judges the one that it has", () => {
    const inDev = (...given: ReturnType<typeof monitor>[]) =>
      brief(judge(rule, [profile({ tier: "dev" }), ...given], { stack: "dev" }));
    expect(inDev()[0]).toMatch(/^not-applicable .*: the tier asks for no app monitor$/);
    expect(inDev(monitor())).toHaveLength(4);
  });

  it("reports a monitor of something else", () => {
    const other = monitor({ appMonitorConfiguration: { telemetries: ["http"] } });
    expect(failing(other, ...watching())).toEqual([
      expect.stringMatching(/^fail vitals: appMonitorConfiguration.telemetries: found/),
    ]);
    const silent = monitor({ appMonitorConfiguration: null });
    expect(failing(silent, ...watching())[0]).toMatch(/^fail/);
    const open = monitor({ appMonitorConfiguration: UNKNOWN });
    expect(failing(open, ...watching())[0]).toMatch(/^unknown/);
  });

  it("reports each vital that nobody hears of, alarms of another monitor aside", () => {
    const missing = metrics.map((metric) => `fail vitals: found no alarm on ${metric}, wanted one`);
    expect(failing(monitor(), ...watching("other-web")).sort()).toEqual(missing.sort());
  });

  it("cannot tell while the monitor's name, or whose metric an alarm looks at, is not known", () => {
    const open = metrics.map(() => expect.stringMatching(/^unknown/) as string);
    expect(failing(monitor({ name: UNKNOWN }), ...watching())).toEqual(open);
    expect(failing(monitor(), ...watching(UNKNOWN))).toEqual(open);
  });
});
