import { describe, expect, it } from "vitest";
import { derivedLogs, withCopies, withTrail } from "../../../config/derived/logs";
import { tierDefaults } from "../../../config/defaults";
import { parseSettings } from "../../../config/parse";
import { monitoringLevels } from "../../../core/alerts";
import type { ProductService } from "../../../core/service";
import { sectionsOf } from "../support";

const services: ProductService[] = [
  { name: "web", kind: "hosting" },
  { name: "database", kind: "database" },
];
const stack = { tier: "prod", product: "shop", owner: "web-team" } as const;
const defaults = { retentionInDays: 365, encrypted: true } as const;
const logsOf = (logs: Parameters<typeof derivedLogs>[0]["logs"], level = "basic" as const) =>
  derivedLogs({ stack, logs }, services, level, defaults);

// Requirement: LOG-01, LOG-04, ENV-11
describe("the logs of a stack", () => {
  it("have a group for each service, which publishes what its level reads", () => {
    expect(logsOf(undefined)).toEqual({
      product: "shop",
      tier: "prod",
      owner: "web-team",
      retentionInDays: 365,
      encrypted: true,
      groups: {
        web: { kind: "hosting", metrics: ["Errors5xx", "Duration"] },
        database: { kind: "database", metrics: ["DatabaseConnections"] },
      },
    });
  });

  it.each([
    ["dev", 7, false],
    ["staging", 30, false],
    ["prod", 365, true],
  ] as const)("of %s are kept for %i days (own key: %s)", (tier, retentionInDays, encrypted) => {
    expect(tierDefaults[tier].logs).toEqual({ retentionInDays, encrypted });
  });

  it("are what the file says, where it says something", () => {
    const groups = {
      web: { kind: "hosting", metrics: [] },
      mail: { kind: "container" },
    } as const;
    const { retentionInDays, groups: all } = logsOf({
      retentionInDays: 30,
      groups: { web: { ...groups.web, metrics: [] }, mail: groups.mail },
    });
    expect(retentionInDays).toBe(30);
    expect(all.web).toEqual(groups.web);
    expect(Object.keys(all)).toEqual(["web", "database", "mail"]);
    expect(all.mail?.metrics).toContain("ActivePreviewSessions");
  });

  it.each(monitoringLevels)(
    "publish no metric of a kind that has no such lines, at %s",
    (level) => {
      const { groups } = derivedLogs({ stack }, services, level, defaults);
      expect(groups.database?.metrics).not.toContain("Requests");
      expect(groups.web?.metrics).not.toContain("CpuPercent");
    },
  );
});

const audit = { vendor: "s3", name: "shop-audit", purpose: "audit" } as const;

// Requirement: LOG-07
describe("the bucket that the trail writes to", () => {
  const storage = { buckets: { audit, other: { ...audit, name: "shop-other" } } };

  it("lets the stack's trail in, and no other bucket does", () => {
    const logs = { trail: { bucket: "audit", prefix: "calls" } };
    expect(withTrail({ stack, storage, logs })).toEqual({
      audit: { ...audit, cloudTrail: { name: "shop-prod", prefix: "calls" } },
      other: storage.buckets.other,
    });
  });

  it("keeps what the file says of the trail", () => {
    const own = { ...audit, cloudTrail: { name: "of-the-account" } };
    const logs = { trail: { bucket: "audit" } };
    expect(withTrail({ stack, storage: { buckets: { audit: own } }, logs })).toEqual({
      audit: own,
    });
  });

  it("lets nobody in without a trail", () => {
    expect(withTrail({ stack, storage })).toBe(storage.buckets);
    expect(withTrail({ stack })).toEqual({});
  });
});

describe("a stack file is refused that", () => {
  const prod = sectionsOf("Pulumi.prod.yaml");
  const problemsOf = (sections: object) => {
    const parsed = parseSettings({ ...prod, ...sections });
    return "problems" in parsed ? parsed.problems : [];
  };
  const allowed = "the key of a bucket of vendor s3 and purpose audit";
  const inManager = "a secret of groundwork:secretRegistry with the destination awsSecretsManager";

  it.each([
    ["toString", "toString, no bucket"],
    ["backups", "backups, which is not an S3 bucket of purpose audit"],
    ["projects", "projects, which is not an S3 bucket of purpose audit"],
  ])("sends the trail to the bucket %s", (bucket, found) => {
    expect(problemsOf({ logs: { trail: { bucket } } })).toEqual([
      {
        path: "groundwork:logs.trail.bucket",
        found,
        allowed,
        fix: "add one to groundwork:storage.buckets",
      },
    ]);
  });

  it.each([
    ["toString", "toString, no bucket"],
    ["projects", "projects, which is not on S3"],
    ["assets", "assets, which a key of KMS encrypts"],
  ])("copies metrics to the bucket %s", (bucket, found) => {
    const { storage } = prod as { storage: { buckets: { assets: object } } };
    const assets = { ...storage.buckets.assets, encryption: { algorithm: "aws:kms" } };
    const sections = {
      storage: { buckets: { ...storage.buckets, assets } },
      logs: { metricCopies: { bucket } },
    };
    expect(problemsOf(sections)).toEqual([
      {
        path: "groundwork:logs.metricCopies.bucket",
        found,
        allowed: "the key of a bucket of vendor s3 that S3's own keys encrypt",
        fix: "add one to groundwork:storage.buckets",
      },
    ]);
  });

  it.each(["/metrics", "metrics/", "!{timestamp:yyyy}"])("copies metrics below %s", (prefix) => {
    expect(problemsOf({ logs: { metricCopies: { bucket: "metrics", prefix } } })).toMatchObject([
      { path: "groundwork:logs.metricCopies.prefix" },
    ]);
  });

  it.each([
    ["drainSecret", "NOBODY", "NOBODY, no secret"],
    ["tokenSecret", "CRON_SECRET", "CRON_SECRET, which AWS Secrets Manager does not get"],
  ])("gives the intake as %s a secret it cannot read: %s", (key, name, found) => {
    expect(problemsOf({ logs: { intake: { [key]: name } } })).toEqual([
      {
        path: `groundwork:logs.intake.${key}`,
        found,
        allowed: inManager,
        fix: `give ${name} that destination`,
      },
    ]);
  });

  it.each([0, 10, -1, 366, "7"])("keeps logs for %j days", (retentionInDays) => {
    expect(problemsOf({ logs: { retentionInDays } })).toMatchObject([
      { path: "groundwork:logs.retentionInDays" },
    ]);
  });
});

// Requirement: ALRT-19
describe("copies of metrics", () => {
  const copies = { metricCopies: { bucket: "metrics" } };
  const namespaces = (cache?: { vendor?: "elasticache" | "external" }, more = {}) =>
    derivedLogs(
      { stack, cache, logs: { metricCopies: { ...copies.metricCopies, ...more } } },
      services,
      "basic",
      defaults,
    ).metricCopies?.awsNamespaces;

  it("are of what browsers measure where they do", () => {
    const { metricCopies } = derivedLogs(
      { stack, webVitals: {}, logs: copies },
      services,
      "basic",
      defaults,
    );
    expect(metricCopies?.awsNamespaces).toEqual(["AWS/SNS", "AWS/RUM"]);
  });

  it("are of what alarms look at: of a cache only where AWS runs it", () => {
    expect(namespaces()).toEqual(["AWS/SNS"]);
    expect(namespaces({ vendor: "external" })).toEqual(["AWS/SNS"]);
    expect(namespaces({ vendor: "elasticache" })).toEqual(["AWS/SNS", "AWS/ElastiCache"]);
    expect(namespaces({ vendor: "elasticache" }, { awsNamespaces: [] })).toEqual([]);
  });

  it("are not made unless the file says so", () => {
    expect(logsOf(undefined)).not.toHaveProperty("metricCopies");
  });

  const s3 = { vendor: "s3", name: "shop-metrics" } as const;
  it("stay as long as logs do, unless their bucket says otherwise", () => {
    const kept = (bucket: object, retentionInDays?: 30) =>
      withCopies(
        { metrics: { ...s3, ...bucket }, files: s3 },
        { ...copies, ...(retentionInDays && { retentionInDays }) },
        defaults,
      );
    expect(kept({})["metrics"]).toEqual({ ...s3, lifecycle: { expirationDays: 365 } });
    expect(kept({}, 30)["metrics"]).toMatchObject({ lifecycle: { expirationDays: 30 } });
    expect(kept({ lifecycle: { expirationDays: 90, noncurrentDays: 1 } })["metrics"]).toMatchObject(
      { lifecycle: { expirationDays: 90, noncurrentDays: 1 } },
    );
    expect(kept({})["files"]).toEqual(s3);
  });

  it("leave every bucket as it is where there are none", () => {
    const buckets = { metrics: s3 };
    expect(withCopies(buckets, undefined, defaults)).toBe(buckets);
    expect(withCopies(buckets, { metricCopies: { bucket: "none" } }, defaults)).toBe(buckets);
  });
});
