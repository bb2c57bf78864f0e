import { describe, expect, it } from "vitest";
import { vercelLimits } from "../../catalogue/limits/vercel";
import { headerDefaults } from "../../catalogue/headers";
import { defaults as budget } from "../../components/budget/args";
import { defaults as database } from "../../components/database/args";
import { defaults as hosting } from "../../components/hosting/args";
import { defaults as storage } from "../../components/storage/args";
import { defaults as uptime } from "../../components/uptime/args";
import { tierDefaults } from "../../config/defaults";
import { parseSettings } from "../../config/parse";
import { parsePath } from "../../config/path";
import { nodesAt, shapeOfSettings } from "../../config/shape";
import { tiers } from "../../core/profile";

const least = (tier: string) => ({
  stack: { tier, product: "shop", owner: "web-team" },
  hosting: { name: "shop" },
  database: { name: "shop", organizationId: "acme", region: "ca-central-1" },
  uptime: { checks: {} },
  budget: { monthlyUsd: 10, awsUsd: 1, owner: "web-team", emails: ["web@example.com"] },
});

function settingsOf(raw: Record<string, unknown>) {
  const parsed = parseSettings(raw);
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.settings;
}

// Requirement: COMP-06
describe("defaults by tier", () => {
  it.each([
    ["dev", "warn", ["yul1"], false, 3, 10, "basic"],
    ["staging", "fail", ["yul1", "iad1"], false, 2, 25, "standard"],
    ["prod", "fail", ["yul1", "iad1", "sfo1"], true, 2, 48, "enterprise"],
  ] as const)("of %s stand where the file says nothing", (tier, ...wanted) => {
    const [onUnknown, functionDefaultRegions, protect, failureThreshold, poolSize, level] = wanted;
    const payers = { emails: ["web@example.com"] };
    expect(settingsOf(least(tier))).toMatchObject({
      stack: { tier, product: "shop", owner: "web-team" },
      hosting: {
        name: "shop",
        resourceConfig: { functionDefaultRegions, functionDefaultTimeout: 30 },
      },
      database: {
        name: "shop",
        organizationId: "acme",
        region: "ca-central-1",
        protect,
        pooler: { poolSize },
      },
      uptime: { checks: {}, defaults: { requestInterval: 30, failureThreshold } },
      budget: {
        name: `shop-${tier}`,
        monthlyUsd: 10,
        awsUsd: 1,
        owner: "web-team",
        emails: ["web@example.com"],
        shares: { web: 5, database: 5 },
      },
      alerts: {
        product: "shop",
        tier,
        owner: "web-team",
        level,
        routes: { critical: payers, warning: payers, info: payers },
      },
      logs: expect.objectContaining({ product: "shop", tier, owner: "web-team" }) as object,
      storage: { buckets: {} },
      services: {},
      secretRegistry: {},
      policy: { onUnknown, approvalHours: 24, owners: [], waivers: [], rules: {} },
      shared: { owner: "prod" },
    });
  });

  it.each([
    ["dev", false],
    ["staging", false],
    ["prod", true],
  ] as const)("protect the buckets of %s: %s, unless a bucket says otherwise", (tier, protect) => {
    for (const vendor of ["s3", "supabase"]) {
      const files = { vendor, name: "shop-files" };
      const scratch = { vendor, name: "shop-scratch", protect: !protect };
      const buckets = { files, scratch };
      expect(settingsOf({ ...least(tier), storage: { buckets } }).storage.buckets).toEqual({
        files: { ...files, protect },
        scratch,
      });
    }
  });

  // Requirement: DB-02, ENV-08
  it.each<[string, object, object | false]>([
    ["100 connections on a large server", { instanceSize: "large" }, { poolSize: 100 }],
    ["as many as max_connections allow", { database: { max_connections: 50 } }, { poolSize: 40 }],
    ["100 where no number of the server is known", { instanceSize: "24xlarge" }, { poolSize: 100 }],
    ["the size of the file", { pooler: { poolSize: 7 } }, { poolSize: 7 }],
    [
      "the mode of the file besides",
      { pooler: { mode: "session" } },
      { poolSize: 48, mode: "session" },
    ],
    ["nothing where the file wants none", { pooler: false }, false],
  ])("pool in prod %s", (_name, edits, pooler) => {
    const file = least("prod");
    const settings = settingsOf({ ...file, database: { ...file.database, ...edits } });
    expect(settings.database.pooler).toEqual(pooler);
  });

  it("give way to what the file says, key by key", () => {
    const settings = settingsOf({
      ...least("prod"),
      hosting: { name: "shop", resourceConfig: { functionDefaultTimeout: 5 } },
      database: { ...least("prod").database, protect: false },
      uptime: { checks: {}, defaults: { failureThreshold: 1 } },
      budget: { ...least("prod").budget, name: "ours" },
      policy: { onUnknown: "warn" },
    });
    expect(settings.hosting.resourceConfig).toEqual({
      functionDefaultRegions: ["yul1", "iad1", "sfo1"],
      functionDefaultTimeout: 5,
    });
    expect(settings.database.protect).toBe(false);
    expect(settings.uptime.defaults).toEqual({ requestInterval: 30, failureThreshold: 1 });
    expect(settings.budget.name).toBe("ours");
    expect(settings.policy).toEqual({
      onUnknown: "warn",
      approvalHours: 24,
      owners: [],
      waivers: [],
      rules: {},
    });
  });

  it("are not shared between two settings", () => {
    settingsOf(least("dev")).hosting.resourceConfig.functionDefaultRegions.push("iad1");
    expect(settingsOf(least("dev")).hosting.resourceConfig.functionDefaultRegions).toEqual([
      "yul1",
    ]);
  });

  it.each(tiers)("of %s fit Vercel's Pro plan and keep to Canada first", (tier) => {
    const { functionDefaultRegions } = tierDefaults[tier];
    expect(functionDefaultRegions.length).toBeLessThanOrEqual(
      vercelLimits.functionRegions.value.pro,
    );
    expect(functionDefaultRegions[0]).toBe("yul1");
  });
});

describe("defaults that editors show", () => {
  const hsts = headerDefaults.strictTransportSecurity;

  it.each<[string, unknown]>([
    ["hosting.gitRepository.type", hosting.gitRepository.type],
    ["hosting.gitRepository.productionBranch", hosting.gitRepository.productionBranch],
    ["hosting.domains.x.redirectStatusCode", hosting.redirectStatusCode],
    ["hosting.variables.X.targets", hosting.variables.targets],
    ["hosting.variables.X.comment", hosting.variables.comment],
    ["hosting.headers.strictTransportSecurity.maxAge", hsts.maxAge],
    ["hosting.headers.strictTransportSecurity.includeSubDomains", hsts.includeSubDomains],
    ["hosting.headers.strictTransportSecurity.preload", hsts.preload],
    ["hosting.headers.contentTypeOptions", headerDefaults.contentTypeOptions],
    ["hosting.headers.frameOptions", headerDefaults.frameOptions],
    ["hosting.headers.referrerPolicy", headerDefaults.referrerPolicy],
    ["hosting.headers.crossOriginOpenerPolicy", headerDefaults.crossOriginOpenerPolicy],
    ["hosting.headers.crossOriginResourcePolicy", headerDefaults.crossOriginResourcePolicy],
    ["hosting.headers.remove", headerDefaults.remove],
    ["database.passwordLength", database.passwordLength],
    ["database.sslEnforcement", database.sslEnforcement],
    ["database.retainOnDelete", false],
    ["database.pooler.mode", database.poolMode],
    ["database.customHostname.activate", database.activate],
    ["database.functions.x.verifyJwt", database.verifyJwt],
    ["database.auth.password_min_length", 12],
    ["database.auth.external_anonymous_users_enabled", false],
    ["database.timeouts.create", database.timeouts.create],
    ["database.timeouts.update", database.timeouts.update],
    ["uptime.checks.x.resourcePath", uptime.check.resourcePath],
    ["uptime.checks.x.port", uptime.check.port],
    ["uptime.checks.x.measureLatency", uptime.check.measureLatency],
    ["budget.thresholds", budget.thresholds],
    ["storage.buckets.x.purpose", storage.purpose],
    ["storage.buckets.x.versioning", storage.versioning],
    ["storage.buckets.x.encryption.algorithm", storage.algorithm],
    ["storage.buckets.x.encryption.rotationPeriodInDays", storage.rotationPeriodInDays],
    ["storage.buckets.x.objectLock.mode", storage.lockMode],
    ["storage.buckets.x.lifecycle.abortMultipartDays", storage.abortMultipartDays],
    ["storage.buckets.x.replication.timeControl", storage.timeControl],
    ["storage.buckets.x.forceDestroy", storage.forceDestroy],
    ["storage.buckets.x.retainOnDelete", false],
    ["storage.buckets.x.public", false],
    ["storage.buckets.x.ownerFolder", storage.ownerFolder],
    ["policy.owners", []],
    ["policy.waivers", []],
    ["policy.rules", {}],
  ])("are those of the component: %s", (path, value) => {
    const shown = nodesAt(parsePath(path), [shapeOfSettings()]).map((node) => node.default);
    expect(new Set(shown.map((it) => JSON.stringify(it)))).toEqual(
      new Set([JSON.stringify(value)]),
    );
  });
});
