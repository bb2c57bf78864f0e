import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { cacheAccess, closedAccess } from "../../catalogue/cache";
import { child, type Component, type Transform } from "../component";
import { tagsOf } from "../tags";
import type { CacheRangeArgs } from "./args";
import type { CacheSpec, ElasticacheSpec } from "./spec";

/** The last word on each child. */
export interface CacheTransforms {
  /** Called for the cache. */
  cache?: Transform<aws.elasticache.ServerlessCacheArgs> | undefined;
  /** Called for each user. */
  user?: Transform<aws.elasticache.UserArgs> | undefined;
  /** Called for the group of users. */
  users?: Transform<aws.elasticache.UserGroupArgs> | undefined;
}

interface CacheSite {
  parent: Component;
  spec: CacheSpec & { elasticache: ElasticacheSpec };
  /** What services sign in with; secret. */
  token: pulumi.Output<string>;
  transforms: CacheTransforms;
}

// Requirement: CAP-06
/** Declares the cache, and that nobody gets in but with the token. A serverless cache takes TLS alone. Answers host:port. */
export function declareElasticache(site: CacheSite): pulumi.Output<string> {
  const { parent, spec, transforms } = site;
  const { elasticache } = spec;
  const args: aws.elasticache.ServerlessCacheArgs = {
    name: elasticache.name,
    description: `Cache of ${spec.product}, ${spec.tier}. Owner: ${spec.owner}`,
    engine: elasticache.engine,
    majorEngineVersion: elasticache.majorEngineVersion,
    subnetIds: elasticache.subnetIds,
    securityGroupIds: elasticache.securityGroupIds,
    ...(elasticache.kmsKeyId !== undefined && { kmsKeyId: elasticache.kmsKeyId }),
    cacheUsageLimits: {
      dataStorage: { unit: "GB", ...rangeOf(elasticache.dataGb) },
      ecpuPerSeconds: [rangeOf(elasticache.ecpuPerSecond)],
    },
    snapshotRetentionLimit: elasticache.snapshotDays,
    ...(elasticache.snapshotDays > 0 && { dailySnapshotTime: elasticache.snapshotTime }),
    userGroupId: declareUsers(site),
    tags: tagsOf(spec, "cache"),
  };
  const { endpoints } = new aws.elasticache.ServerlessCache(
    ...child(parent, "", args, { transform: transforms.cache }),
  );
  return endpoints.apply(([first]) => (first ? `${first.address}:${first.port}` : ""));
}

function rangeOf({ min, max }: CacheRangeArgs) {
  return { maximum: max, ...(min !== undefined && { minimum: min }) };
}

/** The group has the product's own user; on Redis OSS also a default one, which is turned off. */
function declareUsers({ parent, spec, token, transforms }: CacheSite): pulumi.Output<string> {
  const { name, engine, userName } = spec.elasticache;
  const tags = tagsOf(spec, "cache");
  const user = (role: string, args: Omit<aws.elasticache.UserArgs, "engine" | "tags">) =>
    new aws.elasticache.User(
      ...child(parent, role, { engine, tags, ...args }, { transform: transforms.user }),
    ).userId;
  const passwords = [token];
  const app = user("user", {
    userId: `${name}-app`,
    userName,
    accessString: cacheAccess,
    authenticationMode: { type: "password", passwords },
  });
  const closed = () =>
    user("default-user", {
      userId: `${name}-off`,
      userName: "default",
      accessString: closedAccess,
      authenticationMode: { type: "no-password-required" },
    });
  const args: aws.elasticache.UserGroupArgs = {
    engine,
    userGroupId: name,
    userIds: engine === "redis" ? [app, closed()] : [app],
    tags,
  };
  return new aws.elasticache.UserGroup(
    ...child(parent, "users", args, { transform: transforms.users }),
  ).userGroupId;
}
