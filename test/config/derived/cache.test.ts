import { describe, expect, it } from "vitest";
import { derivedCache, watchedCache, withCache } from "../../../config/derived/cache";
import { parseSettings } from "../../../config/parse";
import { sectionsOf } from "../support";

const prod = sectionsOf("Pulumi.prod.yaml");
const registered = { owner: "platform-team", source: "required", rotationDays: 180 };
const made = {
  subnetIds: ["subnet-0a1b2c3d", "subnet-4e5f6a7b"],
  securityGroupIds: ["sg-0a1b2c3d"],
  reachedThrough: "the WireGuard gateway of the VPC",
};

type Sections = Record<string, Record<string, unknown>>;

/** The file of prod with a cache, a secret for it, and what its service does without. */
function withSections(cache: object, changes: Sections = {}) {
  const file = prod as unknown as Sections;
  const orchestrator = { ...(file["dependencies"]?.["orchestrator"] as object) };
  return parseSettings({
    ...file,
    cache,
    secretRegistry: {
      ...file["secretRegistry"],
      REDIS_URL: registered,
      ...changes["secretRegistry"],
    },
    dependencies: {
      ...file["dependencies"],
      orchestrator: { ...orchestrator, cache: { fallback: "the database answers" } },
      ...changes["dependencies"],
    },
  });
}

function settingsOf(cache: object) {
  const parsed = withSections(cache);
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.settings;
}

function problemsOf(cache: object, changes?: Sections) {
  const parsed = withSections(cache, changes);
  return "problems" in parsed ? parsed.problems : [];
}

// Requirement: CAP-06
describe("the cache of a stack", () => {
  it("is none where the file has none", () => {
    const parsed = parseSettings(prod);
    expect("settings" in parsed && parsed.settings.cache).toBeUndefined();
  });

  it("is stale after five minutes, which each service is told with the name of the URL", () => {
    const { cache, services } = settingsOf({ external: { host: "wise-fox.upstash.io" } });
    expect(cache).toMatchObject({
      vendor: "external",
      ttlSeconds: 300,
      services: ["orchestrator"],
      fallbacks: { orchestrator: "the database answers" },
    });
    const { env, secrets } = services["orchestrator"]!;
    expect(env).toMatchObject({ CACHE_TTL_SECONDS: "300", NODE_ENV: "production" });
    expect(secrets?.filter((name) => name === "REDIS_URL")).toEqual(["REDIS_URL"]);
  });

  it("gives a service that does not use it nothing, and leaves what the file says itself", () => {
    const cache = { vendor: "external", ttlSeconds: 60, urlSecret: "URL", services: ["a"] };
    const services = { a: { env: { CACHE_TTL_SECONDS: "5" } }, b: {} };
    expect(withCache(services as never, cache as never)).toEqual({
      a: { env: { CACHE_TTL_SECONDS: "5" }, secrets: ["URL"] },
      b: {},
    });
    expect(withCache(services as never, undefined)).toBe(services);
  });

  it("has the limits and snapshots of its tier on AWS, and is watched there alone", () => {
    const described = { external: { host: "wise-fox.upstash.io" }, elasticache: made };
    const stack = { product: "shop", tier: "staging", owner: "web-team" } as const;
    const defaults = { dataGb: { max: 1 }, ecpuPerSecond: { max: 5000 }, snapshotDays: 1 };
    const elsewhere = derivedCache({ stack, cache: described }, defaults);
    const ours = derivedCache({ stack, cache: { ...described, vendor: "elasticache" } }, defaults);
    expect(ours?.elasticache).toEqual({ ...made, ...defaults });
    expect(watchedCache(elsewhere)).toEqual({});
    expect(watchedCache(ours)).toEqual({
      cache: { kind: "cache", cache: { name: "shop-staging-cache", dataGb: 1 } },
    });
  });
});

describe("a cache that does not fit the file", () => {
  const host = { external: { host: "wise-fox.upstash.io" } };
  const token = { ...registered, source: "generated" };

  it.each<[string, object, Sections, { path: string; found: string }]>([
    [
      "a vendor without its part",
      {},
      {},
      { path: "groundwork:cache.external", found: "nothing, and it is the vendor" },
    ],
    [
      "a secret that is not registered",
      { ...host, urlSecret: "CACHE_URL" },
      {},
      { path: "groundwork:cache.urlSecret", found: "CACHE_URL, no secret" },
    ],
    [
      "a URL that nobody sets",
      host,
      { secretRegistry: { REDIS_URL: token } },
      { path: "groundwork:cache.urlSecret", found: "REDIS_URL, which is generated" },
    ],
    [
      "a token too long",
      { vendor: "elasticache", elasticache: made },
      { secretRegistry: { CACHE_AUTH_TOKEN: { ...token, bytes: 65 } } },
      {
        path: "groundwork:cache.elasticache.tokenSecret",
        found: "CACHE_AUTH_TOKEN, of 130 characters",
      },
    ],
    [
      "a service that is not there",
      { ...host, services: ["hub"] },
      {},
      { path: "groundwork:cache.services[0]", found: "hub" },
    ],
    [
      "a service that says nothing of the time without",
      host,
      { dependencies: { orchestrator: {} } },
      {
        path: "groundwork:dependencies.orchestrator.cache",
        found: "nothing, and the service uses the cache",
      },
    ],
  ])("is refused: %s", (_, cache, changes, problem) => {
    expect(problemsOf(cache, changes)).toEqual([expect.objectContaining(problem)]);
  });
});
