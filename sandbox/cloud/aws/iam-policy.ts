import { allTags, awsAccountId, text } from "../account";
import { ids, pick } from "../ids";
import { type CloudResource } from "../resource";

/** A customer managed policy: its name is unique in the account, whatever its path. */
export const iamPolicy: CloudResource = {
  type: "aws:iam/policy:Policy",
  autonamed: true,
  defaults: { namePrefix: "", path: "/" },
  computed: ["arn", "attachmentCount", "policyId"],
  derive: ({ inputs, account }) => ({ tagsAll: allTags(inputs, account) }),
  claims: ({ inputs }) => {
    const name = text(inputs["name"], "");
    const status = `https response error StatusCode: 409, RequestID: ${ids.uuid()}`;
    const refusal = `creating IAM Policy (${name}): operation error IAM: CreatePolicy, ${status}, EntityAlreadyExists: A policy called ${name} already exists. Duplicate names are not allowed.`;
    return [{ key: `aws:policy:${name}`.toLowerCase(), refusal }];
  },
  create: ({ inputs }) => {
    const name = text(inputs["name"], "");
    const arn = `arn:aws:iam::${awsAccountId}:policy${text(inputs["path"], "/")}${name}`;
    const policyId = `ANPA${pick("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 17)}`;
    return { id: arn, outputs: { arn, attachmentCount: 0, policyId } };
  },
};
