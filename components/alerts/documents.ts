import {
  document,
  keyOwner,
  type PolicyDocument,
  rootOf,
  trustOfService,
} from "../policy-document";

/** AWS services that send messages to the topics of an account. */
export const publishers = [
  "backup.amazonaws.com",
  "budgets.amazonaws.com",
  "cloudwatch.amazonaws.com",
  "costalerts.amazonaws.com",
  "events.amazonaws.com",
] as const;

/** What the account may do with a topic of its own: all that SNS lets an owner do by default. */
const ownerActions = [
  "sns:AddPermission",
  "sns:DeleteTopic",
  "sns:GetTopicAttributes",
  "sns:ListSubscriptionsByTopic",
  "sns:Publish",
  "sns:RemovePermission",
  "sns:SetTopicAttributes",
  "sns:Subscribe",
];

/** Keeps the owner's access, which a policy of one's own replaces, and lets each service in for this account alone. */
export function topicPolicy(topicArn: string, account: string): PolicyDocument {
  return document(
    {
      Sid: "Owner",
      Effect: "Allow",
      Principal: { AWS: rootOf(account) },
      Action: ownerActions,
      Resource: topicArn,
    },
    {
      Sid: "Publishers",
      Effect: "Allow",
      Principal: { Service: [...publishers] },
      Action: ["sns:Publish"],
      Resource: topicArn,
      Condition: from(account),
    },
  );
}

/**
 * Lets the same services encrypt what they send: they may not with SNS's own key, and their messages would be lost. In a
 * key's policy `*` is this key.
 */
export function keyPolicy(account: string): PolicyDocument {
  return document(keyOwner(account, ["kms:Decrypt", "kms:GenerateDataKey"]), {
    Sid: "Publishers",
    Effect: "Allow",
    Principal: { Service: [...publishers] },
    Action: ["kms:Decrypt", "kms:GenerateDataKey"],
    Resource: "*",
    Condition: from(account),
  });
}

/** Lets AWS's chat service, and nobody else, take the role that it reads alarms with. */
export function chatTrust(account: string): PolicyDocument {
  return trustOfService("chatbot.amazonaws.com", { Sid: "Chat", Condition: from(account) });
}

/** What that role may do. These actions know no narrower resource than `*`. */
export const chatRights = document({
  Sid: "ReadAlarms",
  Effect: "Allow",
  Action: [
    "cloudwatch:DescribeAlarms",
    "cloudwatch:GetMetricData",
    "cloudwatch:GetMetricWidgetImage",
  ],
  Resource: "*",
});

const from = (account: string) => ({ StringEquals: { "aws:SourceAccount": account } });
