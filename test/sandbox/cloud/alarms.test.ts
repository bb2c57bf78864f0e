import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Properties, TestCloud } from "../server/harness";

const Topic = "aws:sns/topic:Topic";
const Policy = "aws:sns/topicPolicy:TopicPolicy";
const Subscription = "aws:sns/topicSubscription:TopicSubscription";
const Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
const Composite = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
const Mute = "aws:cloudwatch/alarmMuteRule:AlarmMuteRule";
const Dashboard = "aws:cloudwatch/dashboard:Dashboard";
const Slack = "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration";
const Teams = "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration";

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await TestCloud.open();
  await cloud.configure("aws", { region: "ca-central-1" });
});
afterEach(() => cloud.close());

const alarm = (more: Properties = {}): Properties => ({
  name: "slow",
  comparisonOperator: "GreaterThanThreshold",
  evaluationPeriods: 1,
  metricName: "Duration",
  namespace: "shop",
  period: 60,
  statistic: "Sum",
  threshold: 1,
  ...more,
});

describe("topics", () => {
  test("are their ARN in region and account, and answer their owner", async () => {
    const { id, properties } = await cloud.create(Topic, "t", { name: "critical" });
    expect(id).toBe("arn:aws:sns:ca-central-1:123456789012:critical");
    expect(properties).toMatchObject({ arn: id, owner: "123456789012" });
  });

  test("leave an address unconfirmed, and not a webhook that confirms by itself", async () => {
    const { id: topic } = await cloud.create(Topic, "t", { name: "critical" });
    const pending = async (inputs: Properties) =>
      (await cloud.create(Subscription, "s", { topic, ...inputs })).properties.pendingConfirmation;
    expect(await pending({ protocol: "email", endpoint: "a@b.example" })).toBe(true);
    const webhook = { protocol: "https", endpoint: "https://b.example" };
    expect(await pending({ ...webhook, endpointAutoConfirms: true })).toBe(false);
    expect(await pending(webhook)).toBe(true);
  });

  test.each([
    [Policy, { arn: "arn:aws:sns:ca-central-1:123456789012:gone", policy: "{}" }],
    [
      Subscription,
      {
        topic: "arn:aws:sns:ca-central-1:123456789012:gone",
        protocol: "email",
        endpoint: "a@b.example",
      },
    ],
  ])("have to be there for %s", async (type, inputs) => {
    await expect(cloud.create(type, "x", inputs)).rejects.toThrow(
      "NotFound: Topic does not exist.",
    );
  });
});

describe("alarms", () => {
  test("send to topics of their own region that are there, and to no others", async () => {
    const { id: here } = await cloud.create(Topic, "t", { name: "critical" });
    const { id: there } = await cloud.create(Topic, "g", { name: "critical", region: "us-east-1" });
    await cloud.create(Alarm, "a", alarm({ alarmActions: [here] }));
    await cloud.create(
      Alarm,
      "b",
      alarm({ name: "far", alarmActions: [there], region: "us-east-1" }),
    );
    await expect(
      cloud.create(Alarm, "c", alarm({ name: "astray", okActions: [there] })),
    ).rejects.toThrow("Invalid region us-east-1 specified. Only ca-central-1 is supported.");
    const gone = "arn:aws:sns:ca-central-1:123456789012:gone";
    await expect(
      cloud.create(Alarm, "d", alarm({ name: "deaf", alarmActions: [gone] })),
    ).rejects.toThrow(`Topic ${gone} does not exist.`);
  });

  test("are made of alarms that are there in the same region, metric or composite", async () => {
    await cloud.create(Alarm, "a", alarm());
    await cloud.create(Composite, "c", { alarmName: "one", alarmRule: 'ALARM("slow")' });
    await cloud.create(Composite, "d", {
      alarmName: "two",
      alarmRule: 'ALARM("one") AND NOT OK("slow")',
    });
    const missing = { alarmName: "three", alarmRule: 'ALARM("slow") OR ALARM("fast")' };
    await expect(cloud.create(Composite, "e", missing)).rejects.toThrow(
      "AlarmRule refers to an alarm that does not exist: fast",
    );
    const elsewhere = { alarmName: "four", alarmRule: 'ALARM("slow")', region: "us-east-1" };
    await expect(cloud.create(Composite, "f", elsewhere)).rejects.toThrow("does not exist: slow");
  });

  test("have to be complete: a band needs value and band answered, anything else one query", async () => {
    const query = (id: string, more: Properties) => ({ id, returnData: true, ...more });
    const value = query("value", {
      metric: { metricName: "A", namespace: "b", period: 60, stat: "Sum" },
    });
    const band = query("usual", { expression: "ANOMALY_DETECTION_BAND(value, 2)" });
    const base = {
      name: "odd",
      comparisonOperator: "GreaterThanUpperThreshold",
      evaluationPeriods: 1,
    };
    const check = async (more: Properties) =>
      (await cloud.check(Alarm, "a", { ...base, ...more })).failures.map(({ reason }) => reason);
    expect(await check({ thresholdMetricId: "usual", metricQueries: [value, band] })).toEqual([]);
    const alone = {
      thresholdMetricId: "usual",
      metricQueries: [value, { ...band, returnData: false }],
    };
    expect(await check(alone)).toEqual(["exactly two queries must have returnData: true; got 1"]);
    expect(await check({ threshold: 1, metricQueries: [value, band] })).toEqual([
      "exactly one query must have returnData: true; got 2",
    ]);
  });

  test("are silent on a schedule, a hundred of them at most", async () => {
    const reasons = async (expression: string, alarms: number) => {
      const alarmNames = Array.from({ length: alarms }, (_, i) => `a${i}`);
      const rule = { schedule: { duration: "PT1H", expression } };
      const inputs = { name: "weekly", rule, muteTargets: { alarmNames } };
      return (await cloud.check(Mute, "m", inputs)).failures.map(({ property }) => property);
    };
    expect(await reasons("cron(0 7 * * 0)", 100)).toEqual([]);
    expect(await reasons("every Sunday", 100)).toEqual(["rule.schedule.expression"]);
    expect(await reasons("at(2027-01-31T07:00)", 101)).toEqual(["muteTargets.alarmNames"]);
  });

  test("are silent again and again, or once", async () => {
    const kind = async (expression: string) =>
      (
        await cloud.create(Mute, "m", {
          name: expression.slice(0, 2),
          rule: { schedule: { duration: "PT1H", expression } },
        })
      ).properties.muteType;
    expect(await kind("cron(0 7 * * 0)")).toBe("RECURRING");
    expect(await kind("at(2027-01-31T07:00)")).toBe("ONE_TIME");
  });
});

describe("what a second program would overwrite is refused", () => {
  test.each<[string, Properties, string]>([
    [Topic, { name: "critical" }, "two programs would share it"],
    [
      Alarm,
      alarm(),
      "one of this name already exists in ca-central-1. CloudWatch would overwrite it",
    ],
    [Composite, { alarmName: "both", alarmRule: "TRUE" }, "CloudWatch would overwrite it"],
    [Mute, { name: "weekly", rule: {} }, "CloudWatch would overwrite it"],
    [Dashboard, { dashboardName: "shop", dashboardBody: "{}" }, "CloudWatch would overwrite it"],
  ])("%s", async (type, inputs, refusal) => {
    await cloud.create(type, "first", inputs, { stack: "prod" });
    await expect(cloud.create(type, "second", inputs, { stack: "dev" })).rejects.toThrow(refusal);
  });

  test.each([
    [Slack, { slackChannelId: "C0123456789", slackTeamId: "T0123456789" }],
    [Teams, { channelId: "19:a", teamId: "t", tenantId: "u" }],
  ])("%s", async (type, own) => {
    await cloud.create("aws:iam/role:Role", "r", { name: "chat", assumeRolePolicy: "{}" });
    const iamRoleArn = "arn:aws:iam::123456789012:role/chat";
    const inputs = { configurationName: "incidents", iamRoleArn, ...own };
    await cloud.create(type, "first", inputs);
    await expect(cloud.create(type, "second", inputs)).rejects.toThrow(
      "ConflictException: ChatConfiguration with name incidents already exists.",
    );
    const without = {
      ...inputs,
      configurationName: "b",
      iamRoleArn: "arn:aws:iam::123456789012:role/gone",
    };
    await expect(cloud.create(type, "third", without)).rejects.toThrow("The role does not exist");
    const topics = ["arn:aws:sns:ca-central-1:123456789012:gone"];
    await expect(
      cloud.create(type, "fourth", { ...inputs, configurationName: "c", snsTopicArns: topics }),
    ).rejects.toThrow("The SNS topic does not exist");
  });
});
