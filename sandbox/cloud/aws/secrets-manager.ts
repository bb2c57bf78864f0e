import { allTags, awsAccountId, awsRegion, text } from "../account";
import { ids, pick } from "../ids";
import { type CloudResource } from "../resource";

const secretType = "aws:secretsmanager/secret:Secret";

/** A name is taken once in an account and region. That it stays taken while a deleted secret can be had back is left out. */
export const secret: CloudResource = {
  type: secretType,
  autonamed: true,
  defaults: {
    forceOverwriteReplicaSecret: false,
    namePrefix: "",
    policy: "",
    recoveryWindowInDays: 30,
    replicas: [],
  },
  computed: ["arn"],
  derive: ({ inputs, account }) => ({
    region: awsRegion(inputs, account),
    tagsAll: allTags(inputs, account),
  }),
  claims: ({ inputs, account }) => {
    const name = text(inputs["name"], "");
    const region = awsRegion(inputs, account);
    const status = `https response error StatusCode: 400, RequestID: ${ids.uuid()}`;
    const refusal = `creating Secrets Manager Secret (${name}): operation error Secrets Manager: CreateSecret, ${status}, ResourceExistsException: The operation failed because the secret ${name} already exists.`;
    return [{ key: `aws:secret:${awsAccountId}:${region}:${name}`, refusal }];
  },
  create: ({ inputs, account }) => {
    const name = text(inputs["name"], "");
    const region = awsRegion(inputs, account);
    const arn = `arn:aws:secretsmanager:${region}:${awsAccountId}:secret:${name}-${pick(letters, 6)}`;
    return { id: arn, outputs: { arn } };
  },
};

export const secretVersion: CloudResource = {
  type: "aws:secretsmanager/secretVersion:SecretVersion",
  defaults: { hasSecretStringWo: false, versionStages: ["AWSCURRENT"] },
  computed: ["arn", "secretArn", "versionId"],
  derive: ({ inputs, account }) => ({ region: awsRegion(inputs, account) }),
  needs: ({ inputs }) => {
    const id = text(inputs["secretId"], "");
    const status = `https response error StatusCode: 400, RequestID: ${ids.uuid()}`;
    const refusal = `putting Secrets Manager Secret (${id}) value: operation error Secrets Manager: PutSecretValue, ${status}, ResourceNotFoundException: Secrets Manager can't find the specified secret.`;
    return [{ type: secretType, id: inputs["secretId"], refusal }];
  },
  create: ({ inputs }) => {
    const arn = text(inputs["secretId"], "");
    const versionId = ids.uuid();
    return { id: `${arn}|${versionId}`, outputs: { arn, secretArn: arn, versionId } };
  },
};

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
