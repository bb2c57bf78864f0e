import { allTags, awsAccountId, awsRegion, list, text } from "../account";
import { ids, pick } from "../ids";
import { type CloudResource, type Order } from "../resource";

const userType = "aws:elasticache/user:User";
const groupType = "aws:elasticache/userGroup:UserGroup";

const arnOf = ({ inputs, account }: Order, what: string): string =>
  `arn:aws:elasticache:${awsRegion(inputs, account)}:${awsAccountId}:${what}`;

const refused = (operation: string, message: string): string =>
  `operation error ElastiCache: ${operation}, https response error StatusCode: 400, RequestID: ${ids.uuid()}, ${message}`;

const tags = ({ inputs, account }: Order) => ({
  region: awsRegion(inputs, account),
  tagsAll: allTags(inputs, account),
});

const claimed = ({ inputs, account }: Order, key: string, refusal: string) => [
  { key: `aws:${key}:${awsAccountId}:${awsRegion(inputs, account)}`, refusal },
];

/** A user's id is taken once in an account and region; its name may be that of another one's. */
export const cacheUser: CloudResource = {
  type: userType,
  computed: ["arn"],
  derive: tags,
  claims: (order) => {
    const id = text(order.inputs["userId"], "");
    const message = `UserAlreadyExists: User ${id} already exists.`;
    const refusal = `creating ElastiCache User (${id}): ${refused("CreateUser", message)}`;
    return claimed(order, `cache-user:${id}`, refusal);
  },
  create: (order) => {
    const id = text(order.inputs["userId"], "");
    return { id, outputs: { arn: arnOf(order, `user:${id}`) } };
  },
};

/** A group of Redis OSS has a user of the name default, and every group only users that are there. */
export const cacheUserGroup: CloudResource = {
  type: groupType,
  computed: ["arn"],
  derive: tags,
  claims: (order) => {
    const id = text(order.inputs["userGroupId"], "");
    const message = `UserGroupAlreadyExists: User Group ${id} already exists.`;
    const refusal = `creating ElastiCache User Group (${id}): ${refused("CreateUserGroup", message)}`;
    return claimed(order, `cache-user-group:${id}`, refusal);
  },
  needs: ({ inputs }) =>
    list(inputs["userIds"]).map((id) => {
      const message = `UserNotFound: User ${text(id, "")} not found.`;
      const refusal = `creating ElastiCache User Group: ${refused("CreateUserGroup", message)}`;
      return { type: userType, id, refusal };
    }),
  forbids: (order, change) => {
    if (change === "delete" || !lacksDefault(order)) return undefined;
    const message =
      "DefaultUserRequired: User group needs to contain a user with the user name default.";
    return `creating ElastiCache User Group: ${refused("CreateUserGroup", message)}`;
  },
  create: (order) => {
    const id = text(order.inputs["userGroupId"], "");
    return { id, outputs: { arn: arnOf(order, `usergroup:${id}`) } };
  },
};

function lacksDefault({ inputs, cloud }: Order): boolean {
  if (text(inputs["engine"], "").toLowerCase() !== "redis") return false;
  return !list(inputs["userIds"]).some(
    (id) => cloud.find(userType, text(id, ""))?.inputs["userName"] === "default",
  );
}

/** A cache's name is unique in its account and region; its group of users is to be there. */
export const serverlessCache: CloudResource = {
  type: "aws:elasticache/serverlessCache:ServerlessCache",
  autonamed: true,
  defaults: { snapshotRetentionLimit: 0, networkType: "ipv4" },
  computed: ["arn", "createTime", "endpoints", "fullEngineVersion", "readerEndpoints", "status"],
  derive: tags,
  claims: (order) => {
    const name = text(order.inputs["name"], "");
    const message = `ServerlessCacheAlreadyExistsFault: Serverless Cache with name ${name} already exists.`;
    const refusal = `creating ElastiCache Serverless Cache (${name}): ${refused("CreateServerlessCache", message)}`;
    return claimed(order, `serverless-cache:${name}`, refusal);
  },
  needs: ({ inputs }) => {
    const id = inputs["userGroupId"];
    if (id === undefined) return [];
    const message = `UserGroupNotFoundFault: User Group ${text(id, "")} not found.`;
    const refusal = `creating ElastiCache Serverless Cache: ${refused("CreateServerlessCache", message)}`;
    return [{ type: groupType, id, refusal }];
  },
  create: (order) => {
    const name = text(order.inputs["name"], "");
    const region = awsRegion(order.inputs, order.account);
    const address = `${name}-${pick("0123456789abcdefghijklmnopqrstuvwxyz", 6)}.serverless.${region}.cache.amazonaws.com`;
    return {
      id: name,
      outputs: {
        arn: arnOf(order, `serverlesscache:${name}`),
        createTime: "2026-11-01T00:00:00Z",
        endpoints: [{ address, port: 6379 }],
        readerEndpoints: [{ address, port: 6380 }],
        fullEngineVersion: `${text(order.inputs["majorEngineVersion"], "8")}.0`,
        status: "available",
      },
    };
  },
};
