import * as pulumi from "@pulumi/pulumi";
import { cacheUrlFault } from "../../catalogue/cache";
import { isStandIn } from "../../core/stand-in";
import { tokens } from "../../core/tokens";
import { Component, refuse } from "../component";
import type { CacheSettings } from "./args";
import { type CacheTransforms, declareElasticache } from "./aws";
import { cacheProblems } from "./problems";
import { cacheSpec, type CacheSpec } from "./spec";

export * from "./args";
export { credentialOf } from "./spec";

export interface CacheArgs extends CacheSettings {
  /**
   * Value of the secret that the cache needs: of `external` the URL, which is only looked at; of `elasticache` the token
   * that services sign in with. Never among the component's inputs and outputs.
   */
  credential: pulumi.Input<string>;
  /** The last word on each child. */
  transform?: CacheTransforms | undefined;
}

// Requirement: CAP-06
/**
 * The product's cache: a Redis that somebody else runs, or a serverless cache of AWS. Reached by TLS alone, with a password
 * from the secret registry; what is kept there is stale after a time that services are told.
 *
 * A serverless cache of AWS is reached from inside its VPC only, and no host of services is in one: say how they get there.
 *
 * @example
 * new Cache("cache", {
 *   product: "shop", tier: "dev", owner: "web-team",
 *   services: ["hub"],
 *   fallbacks: { hub: "answers come from the database" },
 *   external: { host: "eu1-wise-fox-30123.upstash.io" },
 *   credential: secrets.lent.REDIS_URL,
 * });
 *
 * @example
 * new Cache("cache", {
 *   product: "shop", tier: "prod", owner: "web-team",
 *   vendor: "elasticache",
 *   ttlSeconds: 600,
 *   services: ["hub"],
 *   fallbacks: { hub: "answers come from the database" },
 *   elasticache: {
 *     engine: "valkey",
 *     majorEngineVersion: "8",
 *     subnetIds: ["subnet-0a1b2c3d", "subnet-4e5f6a7b"],
 *     securityGroupIds: ["sg-0a1b2c3d"],
 *     reachedThrough: "the WireGuard gateway of the VPC",
 *     kmsKeyId: "arn:aws:kms:ca-central-1:123456789012:key/5b1c7e0a-3d52-4f86-9a41-0c8e2f6d7b93",
 *     dataGb: { max: 5 },
 *     ecpuPerSecond: { min: 1000, max: 10000 },
 *     snapshotDays: 7,
 *   },
 *   credential: secrets.lent.CACHE_AUTH_TOKEN,
 * });
 */
export class Cache extends Component {
  /** Where services reach it: `host:port`, always by TLS. */
  readonly endpoint: pulumi.Output<string>;

  constructor(
    name: string,
    { credential, transform = {}, ...args }: CacheArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    refuse(name, cacheProblems(args));
    const spec = cacheSpec(args);
    super(tokens.cache, name, { ...spec }, opts);
    const secret = pulumi.secret(credential);
    this.endpoint = endpointOf({ parent: this, spec, secret, transform });
    this.registerOutputs({ endpoint: this.endpoint });
  }
}

interface Declared {
  parent: Cache;
  spec: CacheSpec;
  secret: pulumi.Output<string>;
  transform: CacheTransforms;
}

function endpointOf({ parent, spec, secret, transform }: Declared): pulumi.Output<string> {
  const { elasticache, external } = spec;
  if (elasticache) {
    const site = { parent, token: secret, transforms: transform };
    return declareElasticache({ ...site, spec: { ...spec, elasticache } });
  }
  const { host, port } = external!;
  // The URL decides nothing but whether this is refused, so what comes of it is no secret.
  const checked = secret.apply((url) => {
    const fault = isStandIn(url) ? undefined : cacheUrlFault(url, { host, port });
    if (fault) refuse(parent.logicalName, [{ where: { path: "credential" }, ...fault }]);
    return `${host}:${port}`;
  });
  return pulumi.unsecret(checked);
}
