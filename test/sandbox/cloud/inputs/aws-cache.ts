import { type Properties, type TestCloud } from "../../server/harness";

const user: Properties = { engine: "valkey", userName: "app", accessString: "on ~* -@all +@read" };

/** The least that each type of ElastiCache needs. */
export async function cacheInputs(cloud: TestCloud): Promise<Record<string, Properties>> {
  await cloud.create("aws:elasticache/user:User", "kept", { ...user, userId: "kept" });
  return {
    "aws:elasticache/user:User": { ...user, userId: "other" },
    "aws:elasticache/userGroup:UserGroup": {
      engine: "valkey",
      userGroupId: "users",
      userIds: ["kept"],
    },
    "aws:elasticache/serverlessCache:ServerlessCache": { name: "cache", engine: "valkey" },
  };
}
