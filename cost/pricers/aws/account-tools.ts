import { type Pricers, freeOf } from "../../pricer";

/** Tools of an account that AWS asks nothing for. */
export const awsAccountToolPricers: Pricers = {
  ...freeOf(
    [
      "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
      "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration",
    ],
    "chat costs nothing; the topics that it listens to are paid",
    "https://aws.amazon.com/chatbot/pricing/",
  ),
  ...freeOf(
    [
      "aws:costexplorer/anomalyMonitor:AnomalyMonitor",
      "aws:costexplorer/anomalySubscription:AnomalySubscription",
    ],
    "watching for unusual costs is free",
    "https://aws.amazon.com/aws-cost-management/aws-cost-anomaly-detection/",
  ),
};
