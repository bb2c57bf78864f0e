import { describe, expect, it } from "vitest";
import { Alerts, type AlertsArgs } from "../../../components/alerts";
import { find, onMocks, type Registered } from "../../support/mocks";
import { aws, full, smallest } from "./args";

const declare = (args: AlertsArgs, preview = false) =>
  onMocks(() => new Alerts("alerts", args), { ...aws, preview });

const Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
const Composite = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
const Mute = "aws:cloudwatch/alarmMuteRule:AlarmMuteRule";
const topic = "arn:aws:sns:made";

const namesOf = (resources: readonly Registered[], type: string) =>
  resources
    .filter((it) => it.type === type)
    .map(({ name }) => name)
    .sort();

describe("Alerts, what is watched", () => {
  it("has at level basic the alarms of the kind of each service, which speak for themselves", async () => {
    const { resources } = await declare(smallest);
    expect(namesOf(resources, Alarm)).toEqual([
      "alerts-alerts-undelivered",
      "alerts-web-high-error-rate",
      "alerts-web-high-response-time",
    ]);
    expect(namesOf(resources, Composite)).toEqual([]);
    for (const { inputs } of resources.filter(({ type }) => type === Alarm))
      expect(inputs).toMatchObject({ alarmActions: [topic], okActions: [topic] });
  });

  // Requirement: ALRT-01
  it("calls more than 0.1 failures a second over five minutes a high error rate", async () => {
    const { resources } = await declare(smallest);
    expect(find(resources, Alarm, "alerts-web-high-error-rate").inputs).toEqual({
      name: "shop-dev-web-high-error-rate",
      alarmDescription:
        "Requests fail: more than 0.1 5xx answers a second, over 5 min, for 5 min. Why it matters: the steady-state line for outages; the ratio is for the first day of a release. What to do: docs/runbooks/critical.md#high-error-rate Owner: web-team",
      comparisonOperator: "GreaterThanThreshold",
      threshold: 0.1,
      metricQueries: [
        { id: "value", expression: "errors / PERIOD(errors)", returnData: true },
        {
          id: "errors",
          metric: { namespace: "shop/dev/web", metricName: "Errors5xx", stat: "Sum", period: 300 },
        },
      ],
      evaluationPeriods: 1,
      datapointsToAlarm: 1,
      treatMissingData: "notBreaching",
      alarmActions: [topic],
      okActions: [topic],
      tags: {
        product: "shop",
        tier: "dev",
        owner: "web-team",
        service: "web",
        class: "critical",
        severity: "critical",
      },
    });
  });

  // Requirement: ALRT-02
  it("calls more than two seconds at the 95th percentile over five minutes slow", async () => {
    const { resources } = await declare(smallest);
    expect(find(resources, Alarm, "alerts-web-high-response-time").inputs).toMatchObject({
      namespace: "shop/dev/web",
      metricName: "Duration",
      extendedStatistic: "p95",
      comparisonOperator: "GreaterThanThreshold",
      threshold: 2000,
      period: 300,
      evaluationPeriods: 1,
    });
  });

  // Requirement: ALRT-03, CONF-13
  it.each([2, 5, 20])(
    "calls a pool of %i exhausted at so many sessions for two minutes",
    async (size) => {
      const services = { hub: { kind: "container", previewPoolSize: size } } as const;
      const { resources } = await declare({ ...smallest, services });
      const name = "alerts-hub-preview-container-pool-exhausted";
      expect(find(resources, Alarm, name).inputs).toMatchObject({
        metricName: "ActivePreviewSessions",
        statistic: "Maximum",
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        threshold: size,
        period: 60,
        evaluationPeriods: 2,
        alarmActions: [topic],
      });
    },
  );

  // Requirement: ALRT-05, ALRT-18
  it("holds use against what is usual, with value and band both answered", async () => {
    const { resources } = await declare(full);
    const { inputs } = find(resources, Alarm, "alerts-web-user-sessions-unusual");
    expect(inputs).toMatchObject({
      comparisonOperator: "LessThanLowerOrGreaterThanUpperThreshold",
      thresholdMetricId: "usual",
      metricQueries: [
        {
          id: "value",
          metric: {
            namespace: "shop/prod/web",
            metricName: "UserSessions",
            stat: "Sum",
            period: 3600,
          },
          returnData: true,
        },
        {
          id: "usual",
          expression: "ANOMALY_DETECTION_BAND(value, 3)",
          label: "usual",
          returnData: true,
        },
      ],
    });
    expect(inputs).not.toHaveProperty("threshold");
  });

  // Requirement: ALRT-14, CONF-13, DB-13
  it.each([
    ["hub-cpu-high", 70, 300, 2],
    ["hub-connections-high", 80, 60, 5],
    ["database-database-connections-high", 100, 60, 5],
  ])(
    "takes the threshold of %s from the declared limit",
    async (key, threshold, period, periods) => {
      const { resources } = await declare(full);
      expect(find(resources, Alarm, `alerts-${key}`).inputs).toMatchObject({
        threshold,
        period,
        evaluationPeriods: periods,
      });
    },
  );

  it("has no alarm on a limit that nobody declared", async () => {
    const services = { database: { kind: "database" }, hub: { kind: "container" } } as const;
    const { resources } = await declare({ ...full, services });
    expect(
      namesOf(resources, Alarm).filter((name) => /connections-high|preview/.test(name)),
    ).toEqual([]);
  });

  // Requirement: LOG-06
  it("counts security events, told by themselves", async () => {
    const { resources } = await declare(full);
    const told = ["web-sign-ins-refused", "web-access-refused", "hub-privileged-acts"].map(
      (key) => find(resources, Alarm, `alerts-${key}`).inputs,
    );
    for (const { alarmActions, tags } of told) {
      expect(alarmActions).toEqual([topic]);
      expect(tags).toMatchObject({ class: "security" });
    }
  });

  it("watches the topic itself, and tells it by another one", async () => {
    const { resources } = await declare(smallest);
    const { inputs } = find(resources, Alarm, "alerts-alerts-undelivered");
    expect(inputs).toMatchObject({
      namespace: "AWS/SNS",
      metricName: "NumberOfNotificationsFailed",
      dimensions: { TopicName: "shop-dev-alerts-critical" },
      tags: { severity: "warning" },
    });
  });
});

describe("Alerts, one message where there is one cause", () => {
  // Requirement: ALRT-09
  it("tells of slowness and load of a service once, and not while it fails anyway", async () => {
    const { resources } = await declare(full);
    expect(find(resources, Composite, "alerts-hub-unwell").inputs).toMatchObject({
      alarmName: "shop-prod-hub-unwell",
      alarmRule:
        '(ALARM("shop-prod-hub-high-response-time") OR ALARM("shop-prod-hub-cpu-high") OR ALARM("shop-prod-hub-memory-high") OR ALARM("shop-prod-hub-connections-high")) AND NOT (ALARM("shop-prod-hub-high-error-rate"))',
      alarmActions: [topic],
    });
    for (const row of ["high-response-time", "cpu-high", "memory-high", "connections-high"])
      expect(find(resources, Alarm, `alerts-hub-${row}`).inputs).not.toHaveProperty("alarmActions");
  });

  it("wakes somebody once, whichever services fail", async () => {
    const { resources } = await declare(full);
    expect(find(resources, Composite, "alerts-failing").inputs.alarmRule).toBe(
      'ALARM("shop-prod-web-high-error-rate") OR ALARM("shop-prod-hub-high-error-rate") OR ALARM("shop-prod-database-database-errors")',
    );
  });

  // Requirement: ALRT-04, CONF-10, CONF-11
  it("watches a release by errors, time, availability and previews", async () => {
    const { resources } = await declare(full);
    const rule = find(resources, Composite, "alerts-release-watch").inputs.alarmRule as string;
    expect([...rule.matchAll(/shop-prod-([\w-]+)/g)].map(([, key]) => key).sort()).toEqual([
      "hub-high-error-ratio",
      "hub-high-response-time",
      "hub-previews-failing",
      "web-high-error-ratio",
      "web-high-response-time",
      "web-low-availability",
    ]);
    const lines = ["web-high-error-ratio", "web-low-availability", "hub-previews-failing"].map(
      (key) => find(resources, Alarm, `alerts-${key}`).inputs,
    );
    expect(
      lines.map(({ threshold, comparisonOperator }) => [comparisonOperator, threshold]),
    ).toEqual([
      ["GreaterThanThreshold", 1],
      ["LessThanThreshold", 99.5],
      ["LessThanThreshold", 95],
    ]);
  });

  it("can be previewed before anything exists", async () => {
    const { resources } = await declare(full, true);
    expect(namesOf(resources, Composite)).toEqual([
      "alerts-database-unwell",
      "alerts-failing",
      "alerts-hub-unwell",
      "alerts-release-watch",
      "alerts-web-unwell",
    ]);
  });
});

describe("Alerts, what a stack says otherwise", () => {
  it("takes another threshold for one service or for all", async () => {
    const alarms = { "memory-high": { threshold: 80 }, "hub-cpu-high": { threshold: 95 } };
    const { resources } = await declare({ ...full, alarms });
    expect(find(resources, Alarm, "alerts-hub-memory-high").inputs.threshold).toBe(80);
    const cpu = find(resources, Alarm, "alerts-hub-cpu-high").inputs;
    expect(cpu.threshold).toBe(95);
    expect(cpu.alarmDescription).toContain("more than 95 percent of CPU");
  });

  it("lets an alarm of another severity than its composite alarm speak for itself", async () => {
    const alarms = { "hub-memory-high": { severity: "critical" } } as const;
    const { resources } = await declare({ ...full, alarms });
    const { inputs } = find(resources, Alarm, "alerts-hub-memory-high");
    expect(inputs).toMatchObject({ alarmActions: [topic], tags: { severity: "critical" } });
  });

  it("leaves out what is off, here and in what is made of it", async () => {
    const alarms = { "hub-memory-high": { off: "grows by design" } };
    const { resources } = await declare({ ...full, alarms });
    expect(JSON.stringify(resources.filter(({ custom }) => custom))).not.toContain("memory-high");
  });

  // Requirement: OPS-05
  it("is silent in a maintenance window, but for security", async () => {
    const mute = { weekly: { expression: "cron(0 7 * * 0)", duration: "PT1H", reason: "updates" } };
    const { resources } = await declare({ ...full, mute });
    const { inputs, name } = find(resources, Mute);
    expect(name).toBe("alerts-mute-weekly");
    expect(inputs).toMatchObject({
      name: "shop-prod-weekly",
      description: "updates",
      rule: { schedule: { expression: "cron(0 7 * * 0)", duration: "PT1H", timezone: "UTC" } },
    });
    const { alarmNames } = inputs.muteTargets as { alarmNames: string[] };
    expect(alarmNames).toContain("shop-prod-failing");
    expect(alarmNames.filter((it) => /refused|privileged/.test(it))).toEqual([]);
    const told = resources.filter(
      ({ type, inputs: own }) =>
        [Alarm, Composite].includes(type) &&
        own.alarmActions !== undefined &&
        (own.tags as { class: string }).class !== "security",
    );
    expect(alarmNames).toHaveLength(told.length);
  });

  it("lets transforms have the last word on alarms", async () => {
    const transform = { alarm: (args: { unit?: unknown }) => void (args.unit = "Count") };
    const { resources } = await declare({ ...smallest, transform });
    expect(find(resources, Alarm, "alerts-web-high-error-rate").inputs.unit).toBe("Count");
  });
});
