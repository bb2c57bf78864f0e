import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TestCloud } from "../server/harness";

const types = {
  user: "aws:elasticache/user:User",
  users: "aws:elasticache/userGroup:UserGroup",
  cache: "aws:elasticache/serverlessCache:ServerlessCache",
};

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await TestCloud.open();
});
afterEach(() => cloud.close());

const user = (userId: string, userName: string, engine = "redis") =>
  cloud.create(types.user, userId, { userId, userName, engine, accessString: "on ~* -@all" });

// Requirement: CAP-06
describe("ElastiCache on the sandbox", () => {
  it("makes a group of Redis OSS with a user of the name default alone", async () => {
    await user("app", "app");
    const group = { engine: "redis", userGroupId: "users", userIds: ["app"] };
    await expect(cloud.create(types.users, "users", group)).rejects.toThrow("DefaultUserRequired");
    await user("off", "default");
    const whole = { ...group, userIds: ["app", "off"] };
    expect((await cloud.create(types.users, "users", whole)).id).toBe("users");
  });

  it("makes a group of Valkey without one, of users that are there", async () => {
    const group = { engine: "valkey", userGroupId: "users", userIds: ["app"] };
    await expect(cloud.create(types.users, "users", group)).rejects.toThrow("UserNotFound");
    await user("app", "app", "valkey");
    expect((await cloud.create(types.users, "users", group)).id).toBe("users");
  });

  it("gives a cache an address, and takes its name once", async () => {
    const inputs = { name: "shop-prod-cache", engine: "valkey" };
    const { id, properties } = await cloud.create(types.cache, "cache", inputs);
    expect(id).toBe("shop-prod-cache");
    expect(JSON.stringify(properties)).toContain("serverless.us-east-1.cache.amazonaws.com");
    await expect(cloud.create(types.cache, "again", inputs)).rejects.toThrow(
      "ServerlessCacheAlreadyExistsFault",
    );
    const lost = { ...inputs, name: "other", userGroupId: "gone" };
    await expect(cloud.create(types.cache, "lost", lost)).rejects.toThrow("UserGroupNotFoundFault");
  });
});
