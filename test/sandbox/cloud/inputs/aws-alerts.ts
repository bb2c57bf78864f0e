import { type Properties, type TestCloud } from "../../server/harness";

const alarm = {
  comparisonOperator: "GreaterThanThreshold",
  evaluationPeriods: 1,
  metricName: "Errors5xx",
  namespace: "shop/prod/web",
  period: 300,
  statistic: "Sum",
  threshold: 1,
};

/** The least that each type of AWS needs that tells people something. `made` is the name of a role that is there. */
export async function alertInputs(cloud: TestCloud): Promise<Record<string, Properties>> {
  const { id: topic } = await cloud.create("aws:sns/topic:Topic", "t", { name: "made" });
  const chat = {
    configurationName: "incidents",
    iamRoleArn: "arn:aws:iam::123456789012:role/made",
    snsTopicArns: [topic],
  };
  await cloud.create("aws:cloudwatch/metricAlarm:MetricAlarm", "a", { ...alarm, name: "made" });
  return {
    "aws:cloudwatch/metricAlarm:MetricAlarm": { ...alarm, name: "other", alarmActions: [topic] },
    "aws:cloudwatch/compositeAlarm:CompositeAlarm": {
      alarmName: "both",
      alarmRule: 'ALARM("made")',
      alarmActions: [topic],
    },
    "aws:cloudwatch/alarmMuteRule:AlarmMuteRule": {
      name: "weekly",
      rule: { schedule: { expression: "cron(0 7 * * 0)", duration: "PT1H" } },
      muteTargets: { alarmNames: ["made"] },
    },
    "aws:cloudwatch/dashboard:Dashboard": { dashboardName: "shop", dashboardBody: "{}" },
    "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration": {
      ...chat,
      slackChannelId: "C0123456789",
      slackTeamId: "T0123456789",
    },
    "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration": {
      ...chat,
      configurationName: "incidents-teams",
      channelId: "19:abc@thread.tacv2",
      teamId: "0a0a0a0a-0000-4000-8000-000000000000",
      tenantId: "0b0b0b0b-0000-4000-8000-000000000000",
    },
    "aws:sns/topic:Topic": { name: "other" },
    "aws:sns/topicPolicy:TopicPolicy": { arn: topic, policy: "{}" },
    "aws:sns/topicSubscription:TopicSubscription": {
      topic,
      protocol: "email",
      endpoint: "a@example.com",
    },
  };
}
