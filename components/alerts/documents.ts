/* Policy documents as plain objects. */

interface Statement {
  Sid: string;
  Effect: "Allow";
  Principal: Record<string, string | string[]>;
  Action: string[];
  Resource: string;
  Condition?: Record<string, Record<string, string>>;
}

export interface PolicyDocument {
  Version: "2012-10-17";
  Statement: Statement[];
}

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

/** What the account may do with the key, by the IAM policies of whoever asks. Without, nobody could ever change it. */
const keyOwnerActions = [
  "kms:CancelKeyDeletion",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:EnableKey",
  "kms:EnableKeyRotation",
  "kms:GenerateDataKey",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListResourceTags",
  "kms:PutKeyPolicy",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateKeyDescription",
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
  return document(
    {
      Sid: "Owner",
      Effect: "Allow",
      Principal: { AWS: rootOf(account) },
      Action: keyOwnerActions,
      Resource: "*",
    },
    {
      Sid: "Publishers",
      Effect: "Allow",
      Principal: { Service: [...publishers] },
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: "*",
      Condition: from(account),
    },
  );
}

/** Lets AWS's chat service, and nobody else, take the role that it reads alarms with. */
export function chatTrust(account: string): object {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Chat",
        Effect: "Allow",
        Principal: { Service: "chatbot.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: from(account),
      },
    ],
  };
}

/** What that role may do. These actions know no narrower resource than `*`. */
export const chatRights = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "ReadAlarms",
      Effect: "Allow",
      Action: [
        "cloudwatch:DescribeAlarms",
        "cloudwatch:GetMetricData",
        "cloudwatch:GetMetricWidgetImage",
      ],
      Resource: "*",
    },
  ],
};

const document = (...Statement: Statement[]): PolicyDocument => ({
  Version: "2012-10-17",
  Statement,
});

const rootOf = (account: string) => `arn:aws:iam::${account}:root`;

const from = (account: string) => ({ StringEquals: { "aws:SourceAccount": account } });
