import { type Properties, type TestCloud } from "../../server/harness";

/** The least that each type of AWS needs that tells people something. `made` is the name of a role that is there. */
export async function alertInputs(cloud: TestCloud): Promise<Record<string, Properties>> {
  const { id: topic } = await cloud.create("aws:sns/topic:Topic", "t", { name: "made" });
  const chat = {
    configurationName: "incidents",
    iamRoleArn: "arn:aws:iam::123456789012:role/made",
    snsTopicArns: [topic],
  };
  return {
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
