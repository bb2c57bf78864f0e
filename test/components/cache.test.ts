import { describe, expect, it } from "vitest";
import { cacheUrlFault } from "../../catalogue/cache";
import { Cache, type CacheArgs, credentialOf } from "../../components/cache";
import { find, listOf, onMocks } from "../support/mocks";

const password = "not-for-anybody-0123456789";
const url = `rediss://default:${password}@wise-fox.upstash.io:6379`;

const external: CacheArgs = {
  product: "shop",
  tier: "dev",
  owner: "web-team",
  services: ["hub"],
  fallbacks: { hub: "answers come from the database" },
  external: { host: "wise-fox.upstash.io" },
  credential: url,
};

const made = {
  subnetIds: ["subnet-0a1b2c3d", "subnet-4e5f6a7b"],
  securityGroupIds: ["sg-0a1b2c3d"],
  reachedThrough: "the WireGuard gateway of the VPC",
  dataGb: { max: 5 },
  ecpuPerSecond: { max: 10_000 },
  snapshotDays: 7,
};

const elasticache: CacheArgs = {
  ...external,
  tier: "prod",
  vendor: "elasticache",
  elasticache: made,
  credential: password,
};

const types = {
  component: "groundwork:cache:Cache",
  cache: "aws:elasticache/serverlessCache:ServerlessCache",
  user: "aws:elasticache/user:User",
  users: "aws:elasticache/userGroup:UserGroup",
};

const endpoints = [{ address: "shop-prod-cache.serverless.cac1.cache.amazonaws.com", port: 6379 }];

const declare = (args: CacheArgs, preview = false) =>
  onMocks(() => new Cache("cache", args), { preview, outputs: { [types.cache]: { endpoints } } });

// Requirement: CAP-06
describe("Cache, of somebody else", () => {
  it("declares nothing in any cloud, and says where it is, by TLS, and when it is stale", async () => {
    const { resources } = await declare(external);
    expect(listOf(resources)).toEqual([`${types.component} cache`]);
    expect(find(resources, types.component).inputs).toEqual({
      product: "shop",
      tier: "dev",
      owner: "web-team",
      vendor: "external",
      ttlSeconds: 300,
      urlSecret: "REDIS_URL",
      tls: true,
      services: ["hub"],
      fallbacks: { hub: "answers come from the database" },
      external: { host: "wise-fox.upstash.io", port: 6379 },
    });
    expect(JSON.stringify(resources)).not.toContain(password);
  });

  it("carries only the part of the vendor that was chosen", async () => {
    const both = { ...external, elasticache: made, ttlSeconds: 60 };
    const { resources } = await declare({
      ...both,
      external: { host: "a.example", port: 6380, provider: "upstash" },
      credential: "rediss://a.example:6380",
    });
    const { inputs } = find(resources, types.component);
    expect(inputs).not.toHaveProperty("elasticache");
    expect(inputs).toMatchObject({
      ttlSeconds: 60,
      external: { host: "a.example", port: 6380, provider: "upstash" },
    });
  });

  it.each([
    ["without TLS", url.replace("rediss:", "redis:"), "an address without TLS, or none"],
    ["that is no address", "rediss://::", "no address"],
    ["of another host", url.replace("wise-fox", "sly-fox"), "the address of another host or port"],
    ["of another port", url.replace(":6379", ":6380"), "the address of another host or port"],
  ])("does not take a URL %s, and does not tell it", (_, given, found) => {
    const fault = cacheUrlFault(given, { host: "wise-fox.upstash.io", port: 6379 });
    expect(fault?.found).toContain(found);
    expect(JSON.stringify(fault)).not.toContain(password);
    const own = cacheUrlFault("rediss://a:b@a.example", { host: "a.example", port: 6379 });
    expect(own).toBeUndefined();
  });

  it("takes a stand-in, and what is not known yet", async () => {
    const { resources } = await declare({
      ...external,
      credential: "stand-in-for-secrets-REDIS_URL",
    });
    expect(listOf(resources)).toHaveLength(1);
  });
});

// Requirement: CAP-06
describe("Cache, of AWS", () => {
  it("is a serverless cache in subnets, with limits, snapshots and a user of its own", async () => {
    const { resources } = await declare(elasticache);
    expect(listOf(resources).sort()).toEqual(
      [
        `${types.component} cache`,
        `${types.cache} cache`,
        `${types.user} cache-user`,
        `${types.users} cache-users`,
      ].sort(),
    );
    const tags = { product: "shop", tier: "prod", owner: "web-team", service: "cache" };
    expect(find(resources, types.cache).inputs).toEqual({
      name: "shop-prod-cache",
      description: "Cache of shop, prod. Owner: web-team",
      engine: "valkey",
      majorEngineVersion: "8",
      subnetIds: made.subnetIds,
      securityGroupIds: made.securityGroupIds,
      cacheUsageLimits: {
        dataStorage: { unit: "GB", maximum: 5 },
        ecpuPerSeconds: [{ maximum: 10_000 }],
      },
      snapshotRetentionLimit: 7,
      dailySnapshotTime: "09:00",
      userGroupId: "shop-prod-cache",
      tags,
    });
    expect(find(resources, types.users).inputs).toEqual({
      engine: "valkey",
      userGroupId: "shop-prod-cache",
      userIds: ["shop-prod-cache-app"],
      tags,
    });
  });

  it("lets the product read and write, and nobody block the others", async () => {
    const { resources } = await declare(elasticache);
    const { inputs } = find(resources, types.user);
    expect(inputs).toMatchObject({ userId: "shop-prod-cache-app", userName: "app" });
    expect(inputs["accessString"]).toMatch(/^on ~\* resetchannels -@all .*-@dangerous/);
  });

  it("keeps the token out of its own inputs", async () => {
    const { resources } = await declare(elasticache);
    const own = resources.filter(({ type }) => type !== types.user);
    expect(JSON.stringify(own)).not.toContain(password);
  });

  it("turns the default user off on Redis OSS, which has to have one", async () => {
    const { resources } = await declare({
      ...elasticache,
      elasticache: { ...made, engine: "redis" },
    });
    const closed = resources.find(({ name }) => name === "cache-default-user");
    expect(closed?.inputs).toMatchObject({
      userName: "default",
      accessString: "off ~* resetchannels -@all",
      authenticationMode: { type: "no-password-required" },
    });
    expect(find(resources, types.users).inputs).toMatchObject({
      engine: "redis",
      userIds: ["shop-prod-cache-app", "shop-prod-cache-off"],
    });
  });

  it("takes what is kept ready, a key, another user, and no snapshots", async () => {
    const kmsKeyId = "arn:aws:kms:ca-central-1:123456789012:key/5b1c7e0a";
    const all = { ...made, dataGb: { min: 1, max: 5 }, snapshotDays: 0, kmsKeyId, userName: "hub" };
    const { resources } = await declare({ ...elasticache, elasticache: all });
    const { inputs } = find(resources, types.cache);
    expect(inputs).toMatchObject({
      kmsKeyId,
      snapshotRetentionLimit: 0,
      cacheUsageLimits: { dataStorage: { unit: "GB", minimum: 1, maximum: 5 } },
    });
    expect(inputs).not.toHaveProperty("dailySnapshotTime");
    expect(find(resources, types.user).inputs).toMatchObject({ userName: "hub" });
  });

  it("can be previewed before anything exists, and lets transforms have the last word", async () => {
    const transform = {
      cache: (args: object) => ({ ...args, engine: "redis", networkType: "ipv6" }),
    };
    const { resources } = await declare({ ...elasticache, transform }, true);
    expect(find(resources, types.cache).inputs).toMatchObject({ networkType: "ipv6" });
  });
});

describe("Cache refuses", () => {
  it.each<[string, Partial<CacheArgs>, string]>([
    ["no TTL at all", { ttlSeconds: 0 }, "whole seconds from 1 to 2592000"],
    [
      "a service that cannot do without",
      { fallbacks: {} },
      "what users get while the cache is down",
    ],
    ["a vendor that is not described", { elasticache: undefined }, "nothing, and it is the vendor"],
    ["a name too long", { product: "s".repeat(40) }, "at most 40, which is what ElastiCache takes"],
    ["one subnet", { elasticache: { ...made, subnetIds: ["subnet-0a1b2c3d"] } }, "two or three"],
    ["no security group", { elasticache: { ...made, securityGroupIds: [] } }, "one to five"],
    ["too much data", { elasticache: { ...made, dataGb: { max: 5001 } } }, "from 1 to 5000"],
    [
      "more kept ready than there may be",
      { elasticache: { ...made, ecpuPerSecond: { min: 9000, max: 8000 } } },
      "the least no more than the most",
    ],
    ["snapshots for ever", { elasticache: { ...made, snapshotDays: 36 } }, "0 to 35 days"],
  ])("%s", async (_, args, words) => {
    await expect(declare({ ...elasticache, ...args })).rejects.toThrow(words);
  });

  it("tells all of it at once", async () => {
    const args = { ...elasticache, ttlSeconds: 0, fallbacks: {} };
    await expect(declare(args)).rejects.toThrow(/ttlSeconds[\s\S]*fallbacks\.hub/);
  });
});

describe("the secret that a cache needs", () => {
  it("is the URL of one that is there, the token of one that is made", () => {
    expect(credentialOf(external)).toBe("REDIS_URL");
    expect(credentialOf({ ...external, urlSecret: "CACHE_URL" })).toBe("CACHE_URL");
    expect(credentialOf(elasticache)).toBe("CACHE_AUTH_TOKEN");
  });
});
