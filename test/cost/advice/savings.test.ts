import { describe, expect, it } from "vitest";
import { advice } from "../../../cost/advice";
import { savings } from "../../../cost/advice/savings";
import type { CostInputs } from "../../../core/costs";
import type { Tier } from "../../../core/profile";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import type { Value } from "../../../core/value";
import { costs, declared } from "../stand-ins";

const database = declared(tokens.database, "db", { plan: "pro", organizationId: "o" });
const project = (instanceSize: string) =>
  declared("supabase:index/project:Project", "db-project", { instanceSize }, database);
const pitr = (variant: string) =>
  declared("supabase-admin:index/pitrAddon:PitrAddon", "db-pitr", { variant }, database);
const replica = () =>
  declared("supabase-admin:index/readReplica:ReadReplica", "db-replica", {}, database);
const pooler = (defaultPoolSize: number) =>
  declared("supabase-admin:index/pooler:Pooler", "db-pooler", { defaultPoolSize }, database);
const health = (inputs: Record<string, Value>) =>
  declared("aws:route53/healthCheck:HealthCheck", "check", {
    ...{ type: "HTTPS", fqdn: "app.example.com", ...inputs },
  });

interface Trial {
  tier?: Tier;
  over?: Partial<CostInputs>;
}

function saved(
  resources: readonly DeclaredResource[],
  { tier = "staging", over = {} }: Trial = {},
) {
  const stack = { stack: "trial", tier, resources, costs: costs(over) };
  return savings(stack, () => true).map(
    ({ id, setting, usd }) => `${id} ${usd.toFixed(2)} ${setting}`,
  );
}

// Requirement: COST-03
describe("savings", () => {
  it("of recovery outside prod: 0.137 USD an hour × 730 = 100.01", () => {
    const resources = [database, project("small"), pitr("pitr_7")];
    expect(saved(resources)).toEqual(["recovery-outside-prod 100.01 database.pitr: leave it out"]);
    expect(saved(resources, { tier: "prod" })).toEqual([]);
  });

  it("of recovery are not told while a replica stands on it, which is told instead", () => {
    const resources = [database, project("small"), pitr("pitr_7"), replica()];
    expect(saved(resources).map((one) => one.split(" ")[0])).toEqual(["replica-outside-prod"]);
  });

  it("of a shorter time to go back in, where rules allow it", () => {
    const resources = [database, project("small"), pitr("pitr_28")];
    expect(saved(resources, { tier: "prod" })[0]).toMatch(
      /^recovery-window \d+\.\d\d database\.pitr\.days: 7$/,
    );
    const stack = { stack: "trial", tier: "prod" as const, resources, costs: costs() };
    const longer = savings(stack, (_, { setting }) => !setting.endsWith(" 7"));
    expect(longer.map(({ setting }) => setting)).toEqual(["database.pitr.days: 14"]);
    expect(savings(stack, () => false)).toEqual([]);
  });

  it("of compute: the smallest size whose connections are enough for the pool", () => {
    // 48 / 0.8 = 60 connections: micro has 60. 49 / 0.8 = 62: small has 90.
    const at = (pool: number) => saved([database, project("large"), pooler(pool)])[0];
    expect(at(48)).toMatch(/^compute-size .* database\.instanceSize: micro$/);
    expect(at(49)).toMatch(/^compute-size .* database\.instanceSize: small$/);
    expect(saved([database, project("large")])).toEqual([]);
  });

  it("of compute: never below what recovery and replicas run on", () => {
    const resources = [database, project("large"), pooler(10), pitr("pitr_7")];
    expect(saved(resources, { tier: "prod" })[0]).toMatch(/instanceSize: small$/);
  });

  it("of compute: what the settings say of connections counts", () => {
    const said = declared(tokens.database, "db", {
      ...{ plan: "pro", organizationId: "o", database: { max_connections: 200 } },
    });
    expect(saved([said, project("xlarge"), pooler(10)])).toEqual([]);
  });

  it("of a canary: from every minute to what the tier needs", () => {
    const canary = declared("aws:synthetics/canary:Canary", "canary", {
      startCanary: true,
      schedule: { expression: "rate(1 minute)" },
    });
    // 43,800 runs a month at 1, 8,760 at 5, 2,920 at 15, 730 at 60.
    expect(saved([canary], { tier: "prod" })[0]).toMatch(/every 5 minutes$/);
    expect(saved([canary])[0]).toMatch(/^canary-interval .* every 15 minutes$/);
    expect(saved([canary], { tier: "dev" })[0]).toMatch(/every 60 minutes$/);
  });

  it("of health checks: fast and with latency are 2 USD each at a host elsewhere", () => {
    expect(saved([health({ requestInterval: 10, measureLatency: true })])).toEqual([
      "health-check-extras 4.00 requestInterval: 30 and no measured latency in uptime",
    ]);
    expect(saved([health({ requestInterval: 30 })])).toEqual([]);
  });

  it("of log lines kept longer: 0.03 USD a GB-month, 15 % of what comes in", () => {
    const group = declared("aws:cloudwatch/logGroup:LogGroup", "logs", { retentionInDays: 365 });
    // 1,000 GB × 0.15 × (365 - 7) / 30 = 1,790 GB-months less × 0.03 = 53.70 USD.
    const over = { usage: { "logs.ingestedGb": 1000 } };
    expect(saved([group], { over })[0]).toBe("log-retention 53.70 logs.retentionInDays: 7");
  });

  it("of a bucket without a colder class", () => {
    const bucket = declared("aws:s3/bucket:Bucket", "files", { bucket: "files" });
    const rules = (more: Record<string, Value>) =>
      declared("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "rules", {
        ...{ bucket: "files", rules: [{ id: "all", filter: {}, status: "Enabled", ...more }] },
      });
    const over = { usage: { "storage.storedGb": 2000, "storage.transitions": 0 } };
    expect(saved([bucket, rules({})], { over })[0]).toMatch(/^bucket-classes \d/);
    const moved = { transitions: [{ days: 30, storageClass: "GLACIER" }] };
    expect(saved([bucket, rules(moved)], { over })).toEqual([]);
    expect(saved([bucket, rules({ expiration: { days: 20 } })], { over })).toEqual([]);
  });

  it("of seats: as many as are said, less the members that are declared", () => {
    const repository = declared(tokens.repository, "repository", {
      plan: "enterprise",
      visibility: "public",
      teams: {
        a: { members: { ann: "member", bob: "member" } },
        b: { members: { ann: "member" } },
      },
    });
    // 5 seats at 21 USD, 2 people: 3 × 21 = 63.
    expect(saved([repository], { over: { usage: { "seats.github": 5 } } })).toEqual([
      "seats 63.00 give 3 back at the vendor, then costs.usage.seats.github: 2",
    ]);
    expect(saved([repository], { over: { usage: { "seats.github": 2 } } })).toEqual([]);
  });

  it("come largest first, only above a dollar, and never by what then has no price", () => {
    const both = [database, project("small"), pitr("pitr_7"), health({ requestInterval: 10 })];
    expect(saved(both).map((one) => one.split(" ")[0])).toEqual([
      "recovery-outside-prod",
      "health-check-extras",
    ]);
    const atAws = health({ requestInterval: 10, fqdn: "x.execute-api.amazonaws.com" });
    expect(saved([atAws])).toEqual([]);
  });

  it("are kinds with a name of their own, a title and what is lost", () => {
    expect(new Set(advice.map(({ id }) => id)).size).toBe(advice.length);
    for (const { id, title, lost } of advice) {
      expect(id).toMatch(/^[a-z-]+$/);
      expect(title && lost).not.toBe("");
    }
  });
});
