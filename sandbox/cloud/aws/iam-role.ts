import { allTags, awsAccountId, text } from "../account";
import { ids, pick } from "../ids";
import { type CloudResource } from "../resource";

const roleType = "aws:iam/role:Role";

export const iamRole: CloudResource = {
  type: roleType,
  autonamed: true,
  defaults: { inlinePolicies: [], managedPolicyArns: [], namePrefix: "" },
  computed: ["arn", "createDate", "uniqueId"],
  derive: ({ inputs, account }) => ({ tagsAll: allTags(inputs, account) }),
  claims: ({ inputs }) => {
    const name = text(inputs["name"], "");
    const status = `https response error StatusCode: 409, RequestID: ${ids.uuid()}`;
    const refusal = `creating IAM Role (${name}): operation error IAM: CreateRole, ${status}, EntityAlreadyExists: Role with name ${name} already exists.`;
    return [{ key: `aws:role:${name}`.toLowerCase(), refusal }];
  },
  create: ({ inputs }) => {
    const name = text(inputs["name"], "");
    return {
      id: name,
      outputs: {
        arn: `arn:aws:iam::${awsAccountId}:role${text(inputs["path"], "/")}${name}`,
        createDate: `${new Date().toISOString().slice(0, 19)}Z`,
        uniqueId: `AROA${pick("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 17)}`,
      },
    };
  },
};

export const iamRolePolicy: CloudResource = {
  type: "aws:iam/rolePolicy:RolePolicy",
  autonamed: true,
  defaults: { namePrefix: "" },
  needs: ({ inputs }) => {
    const role = text(inputs["role"], "");
    const status = `https response error StatusCode: 404, RequestID: ${ids.uuid()}`;
    const refusal = `putting IAM Role (${role}) Policy (${text(inputs["name"], "")}): operation error IAM: PutRolePolicy, ${status}, NoSuchEntity: The role with name ${role} cannot be found.`;
    return [{ type: roleType, id: inputs["role"], refusal }];
  },
  create: ({ inputs }) => ({ id: `${text(inputs["role"], "")}:${text(inputs["name"], "")}` }),
};
