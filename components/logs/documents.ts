import {
  document,
  keyOwner,
  type PolicyDocument,
  type Statement,
  trustOfService,
} from "../policy-document";

/* No action is a pattern: each is written out. */

/** Where the policies hold. Partition `aws`: other partitions need a transform. */
export interface Place {
  account: string;
  region: string;
}

export const groupArn = ({ account, region }: Place, group: string): string =>
  `arn:aws:logs:${region}:${account}:log-group:${group}`;

/** AWS adds six letters and digits of its own to a name. */
export const secretArn = ({ account, region }: Place, name: string): string =>
  `arn:aws:secretsmanager:${region}:${account}:secret:${name}-??????`;

const trailArn = ({ account, region }: Place, trail: string): string =>
  `arn:aws:cloudtrail:${region}:${account}:trail/${trail}`;

/**
 * Lets CloudWatch Logs use the key for these groups, and CloudTrail for this trail. In a key's policy `*` is this key.
 * Sources: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html,
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export function keyPolicy(
  place: Place,
  groups: readonly string[],
  trail: string | undefined,
): PolicyDocument {
  return document(
    keyOwner(place.account, ["kms:Decrypt"]),
    {
      Sid: "Logs",
      Effect: "Allow",
      Principal: { Service: `logs.${place.region}.amazonaws.com` },
      Action: [
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
      ],
      Resource: "*",
      Condition: {
        ArnEquals: {
          "kms:EncryptionContext:aws:logs:arn": groups.map((group) => groupArn(place, group)),
        },
      },
    },
    ...(trail === undefined ? [] : trailUses(place, trail)),
  );
}

function trailUses(place: Place, trail: string): Statement[] {
  const Principal = { Service: "cloudtrail.amazonaws.com" };
  const arn = trailArn(place, trail);
  const ofTrail = { "aws:SourceArn": arn };
  return [
    {
      Sid: "TrailEncrypts",
      Effect: "Allow",
      Principal,
      Action: ["kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext"],
      Resource: "*",
      Condition: {
        StringEquals: { ...ofTrail, "kms:EncryptionContext:aws:cloudtrail:arn": arn },
      },
    },
    {
      Sid: "TrailLooks",
      Effect: "Allow",
      Principal,
      Action: "kms:DescribeKey",
      Resource: "*",
      Condition: { StringEquals: ofTrail },
    },
  ];
}

/** Lets Lambda take the role. */
export const intakeTrust = trustOfService("lambda.amazonaws.com", { Sid: "Lambda" });

/** What the intake does: write to these groups, and read its own secrets. It can neither read nor delete a line. */
export function intakeRights(
  place: Place,
  groups: readonly string[],
  secrets: readonly string[],
): PolicyDocument {
  return document(
    {
      Sid: "WriteLogs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: groups.map((group) => `${groupArn(place, group)}:log-stream:*`),
    },
    {
      Sid: "ReadSecrets",
      Effect: "Allow",
      Action: "secretsmanager:GetSecretValue",
      Resource: [...secrets],
    },
  );
}
