import { allTags, awsAccountId, awsRegion, text } from "../account";
import { ids } from "../ids";
import { type CloudResource } from "../resource";

const poolType = "aws:cognito/identityPool:IdentityPool";

/** Several pools may have one name: AWS tells them apart by ids of its own. */
export const identityPool: CloudResource = {
  type: poolType,
  defaults: { allowClassicFlow: false, allowUnauthenticatedIdentities: false },
  computed: ["arn"],
  derive: ({ inputs, account }) => ({
    region: awsRegion(inputs, account),
    tagsAll: allTags(inputs, account),
  }),
  create: ({ inputs, account }) => {
    const region = awsRegion(inputs, account);
    const id = `${region}:${ids.uuid()}`;
    const arn = `arn:aws:cognito-identity:${region}:${awsAccountId}:identitypool/${id}`;
    return { id, outputs: { arn } };
  },
};

/** Which roles those of a pool get: a pool has one such list. */
export const identityPoolRoles: CloudResource = {
  type: "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
  derive: ({ inputs, account }) => ({ region: awsRegion(inputs, account) }),
  needs: ({ inputs }) => {
    const id = text(inputs["identityPoolId"], "");
    const status = `https response error StatusCode: 400, RequestID: ${ids.uuid()}`;
    const refusal = `creating Cognito Identity Pool Roles Association (${id}): operation error Cognito Identity: SetIdentityPoolRoles, ${status}, ResourceNotFoundException: IdentityPool '${id}' not found.`;
    return [{ type: poolType, id: inputs["identityPoolId"], refusal }];
  },
  create: ({ inputs }) => ({ id: text(inputs["identityPoolId"], "") }),
};
