import { describe, expect, it } from "vitest";
import { Database, type DatabaseArgs } from "../../components/database";
import { find, listOf, onMocks, valueOf } from "../support/mocks";

const smallest: DatabaseArgs = { name: "shop", organizationId: "acme", region: "ca-central-1" };
const paid: Partial<DatabaseArgs> = { plan: "pro", instanceSize: "small" };

const admin = (kind: string) =>
  `supabase-admin:index/${kind.charAt(0).toLowerCase()}${kind.slice(1)}:${kind}`;
const Function = "supabase:index/edgeFunction:EdgeFunction";
const Settings = "supabase:index/settings:Settings";
const Component = "groundwork:database:Database";

const declare = (args: Partial<DatabaseArgs> = {}, preview = false) =>
  onMocks(() => new Database("db", { ...smallest, ...args }), {
    preview,
    outputs: {
      [Function]: { localChecksum: "known-checksum" },
      [admin("CustomHostname")]: { status: "2_initiated", verification: { type: "txt" } },
    },
  });

const full: Partial<DatabaseArgs> = {
  ...paid,
  database: { max_connections: 200 },
  pooler: { poolSize: 100, mode: "session" },
  pitr: { days: 14 },
  readReplicas: ["us-east-1", "ca-central-1"],
  backupSchedule: "03:00:00",
  customHostname: { hostname: "api.example.com" },
  realtime: { privateOnly: true, maxConcurrentUsers: 500, suspend: undefined },
  functions: {
    orders: { entrypoint: "orders.ts" },
    webhook: {
      entrypoint: "webhook.ts",
      verifyJwt: { enabled: false, reason: "Stripe signs each call" },
    },
  },
};

const ours = ({ resources }: Awaited<ReturnType<typeof declare>>) =>
  listOf(resources.filter(({ type }) => type.startsWith("supabase-admin:")));

// Requirement: DB-02, DB-06, DB-07, DB-14, DR-07
describe("what a Database declares through our own provider", () => {
  it("is nothing when nothing is said", async () => {
    expect(ours(await declare())).toEqual([]);
  });

  it("is one child for each setting, and one for each replica and function", async () => {
    expect(ours(await declare(full))).toEqual([
      `${admin("BackupSchedule")} db-backups`,
      `${admin("CustomHostname")} db-hostname`,
      `${admin("FunctionJwt")} db-function-orders-jwt`,
      `${admin("FunctionJwt")} db-function-webhook-jwt`,
      `${admin("PitrAddon")} db-pitr`,
      `${admin("Pooler")} db-pooler`,
      `${admin("ReadReplica")} db-replica-ca-central-1`,
      `${admin("ReadReplica")} db-replica-us-east-1`,
      `${admin("RealtimeConfig")} db-realtime`,
    ]);
  });

  it.each<[string, string, object]>([
    ["Pooler", "db-pooler", { defaultPoolSize: 100, poolMode: "session" }],
    ["PitrAddon", "db-pitr", { variant: "pitr_14" }],
    ["ReadReplica", "db-replica-us-east-1", { region: "us-east-1" }],
    ["BackupSchedule", "db-backups", { scheduleFor: "03:00:00" }],
    ["CustomHostname", "db-hostname", { hostname: "api.example.com", activate: false }],
    ["RealtimeConfig", "db-realtime", { privateOnly: true, maxConcurrentUsers: 500 }],
    [
      "FunctionJwt",
      "db-function-orders-jwt",
      { slug: "orders", verifyJwt: true, deployment: "known-checksum" },
    ],
    [
      "FunctionJwt",
      "db-function-webhook-jwt",
      { slug: "webhook", verifyJwt: false, deployment: "known-checksum" },
    ],
  ])("gives %s %s its inputs", async (kind, name, inputs) => {
    const { resources } = await declare(full);
    expect(find(resources, admin(kind), name).inputs).toEqual({ projectRef: "db-id", ...inputs });
  });

  it("never sets the pooler where Supabase's provider drops it", async () => {
    const { resources } = await declare(full);
    expect(find(resources, Settings).inputs).not.toHaveProperty("pooler");
  });

  it("pools by the transaction, and leaves the size to Supabase, when neither is said", async () => {
    const { resources } = await declare({ pooler: {} });
    expect(find(resources, admin("Pooler")).inputs).toEqual({
      projectRef: "db-id",
      poolMode: "transaction",
    });
  });

  it("leaves the pooler alone when told to, and Realtime when no limit is said", async () => {
    expect(ours(await declare({ pooler: false, realtime: { suspend: undefined } }))).toEqual([]);
  });

  it("comes after the settings, a replica after the recovery, a check after its function", async () => {
    const { resources } = await declare(full);
    const before = (kind: string, name: string) => find(resources, admin(kind), name).options;
    for (const { type, name, options } of resources) {
      if (!type.startsWith("supabase-admin:")) continue;
      expect(options.dependsOn, name).toEqual(expect.arrayContaining(["db", "db-settings"]));
    }
    expect(before("ReadReplica", "db-replica-us-east-1").dependsOn).toContain("db-pitr");
    expect(before("FunctionJwt", "db-function-orders-jwt").dependsOn).toContain(
      "db-function-orders",
    );
    expect(before("Pooler", "db-pooler").dependsOn).toEqual(["db", "db-settings"]);
  });

  it("is known at preview but for the project that does not exist yet", async () => {
    const { resources } = await declare(full, true);
    expect(find(resources, admin("Pooler")).inputs).toMatchObject({
      defaultPoolSize: 100,
      poolMode: "session",
    });
    expect(find(resources, admin("PitrAddon")).inputs).toMatchObject({ variant: "pitr_14" });
  });

  it("tells how far the hostname is, and nothing where there is none", async () => {
    const { result, resources } = await declare(full);
    expect(await valueOf(result.customHostname!.status)).toBe("2_initiated");
    expect(find(resources, Component).outputs).toMatchObject({
      customHostname: { status: "2_initiated", verification: { type: "txt" } },
    });
    const without = await declare();
    expect(without.result.customHostname).toBeUndefined();
    expect(find(without.resources, Component).outputs).not.toHaveProperty("customHostname");
  });

  it("shows policies and auditors every exception from the check of callers, with its reason", async () => {
    const { resources } = await declare(full);
    expect(find(resources, Component).inputs).toMatchObject({
      functions: { webhook: { verifyJwt: { enabled: false, reason: "Stripe signs each call" } } },
    });
  });

  it("gives transforms the last word on each of them", async () => {
    const seen: string[] = [];
    const note = (_args: unknown, _opts: unknown, name: string) => void seen.push(name);
    await declare({
      ...full,
      transform: {
        ...{ pooler: note, pitr: note, readReplica: note, backupSchedule: note },
        ...{ customHostname: note, realtime: note, functionJwt: note },
      },
    });
    expect(seen.sort()).toEqual([
      "db-backups",
      "db-function-orders-jwt",
      "db-function-webhook-jwt",
      "db-hostname",
      "db-pitr",
      "db-pooler",
      "db-realtime",
      "db-replica-ca-central-1",
      "db-replica-us-east-1",
    ]);
  });

  it("stays at Supabase when asked to", async () => {
    const { resources } = await declare({ ...full, retainOnDelete: true });
    const left = resources.filter(({ type }) => type.startsWith("supabase-admin:"));
    expect(left.every(({ options }) => options.retainOnDelete)).toBe(true);
  });
});

describe("a Database refuses", () => {
  const replicas = (...readReplicas: NonNullable<DatabaseArgs["readReplicas"]>) => ({
    ...paid,
    pitr: { days: 7 as const },
    readReplicas,
  });

  it.each<[string, Partial<DatabaseArgs>, string]>([
    [
      "recovery to a point in time on Free",
      { plan: "free", pitr: { days: 7 } },
      "pitr: asked for; expected no recovery to a point in time on the free plan; remove it, or change the plan",
    ],
    [
      "replicas on Free",
      { plan: "free", readReplicas: ["us-east-1"] },
      "readReplicas: asked for; expected no read replica on the free plan; remove it, or change the plan",
    ],
    [
      "an hour of backups on Free",
      { plan: "free", backupSchedule: "03:00:00" },
      "backupSchedule: asked for; expected no daily backup to schedule on the free plan; remove it, or change the plan",
    ],
    [
      "a hostname on Free",
      { plan: "free", customHostname: { hostname: "api.example.com" } },
      "customHostname: asked for; expected no hostname of one's own on the free plan; remove it, or change the plan",
    ],
    [
      "more clients of Realtime than Free has",
      { plan: "free", realtime: { maxConcurrentUsers: 201 } },
      "realtime.maxConcurrentUsers: 201; expected at most 200 on the free plan; lower it, or change the plan",
    ],
    [
      "recovery on Micro",
      { plan: "pro", instanceSize: "micro", pitr: { days: 7 } },
      "pitr: micro compute; expected at least small compute; set instanceSize to small or larger, or remove it",
    ],
    [
      "recovery where no compute is said",
      { pitr: { days: 7 } },
      "pitr: the smallest compute, since no instanceSize is given; expected at least small compute; set instanceSize to small or larger, or remove it",
    ],
    [
      "replicas on Micro",
      { plan: "pro", instanceSize: "micro", readReplicas: ["us-east-1"] },
      "readReplicas: micro compute; expected at least small compute; set instanceSize to small or larger, or remove it",
    ],
    [
      "replicas without recovery",
      { ...paid, readReplicas: ["us-east-1"] },
      "readReplicas: no pitr; expected replicas of a database with physical backups, which come with pitr; add pitr: { days: 7 }, or remove the replicas",
    ],
    [
      "a third replica below XL",
      replicas("us-east-1", "us-west-1", "eu-west-1"),
      "readReplicas: 3 replicas; expected at most 2 on small compute; remove some, or choose a larger instanceSize",
    ],
    [
      "a second replica in a region",
      replicas("us-east-1", "us-east-1"),
      "readReplicas: us-east-1 twice; expected each region once; remove one",
    ],
    [
      "a pool as large as the server",
      { database: { max_connections: 100 }, pooler: { poolSize: 100 } },
      "pooler.poolSize: 100 connections; expected fewer than the 100 connections of the server; lower it to 80, raise database.max_connections, or choose a larger instanceSize",
    ],
    [
      "a pool larger than the compute has by itself",
      { pooler: { poolSize: 60 } },
      "pooler.poolSize: 60 connections; expected fewer than the 60 connections of the server; lower it to 48, raise database.max_connections, or choose a larger instanceSize",
    ],
    [
      "an exception from the check of callers with a blank reason",
      { functions: { hook: { entrypoint: "a.ts", verifyJwt: { enabled: false, reason: " " } } } },
      "functions.hook.verifyJwt.reason: no reason; expected why anybody may call it, and how it knows its callers; write it out, or remove verifyJwt",
    ],
  ])("%s", async (_name, args, message) => {
    const refused: unknown = await declare(args).catch((error: unknown) => error);
    expect(String(refused)).toBe(`UserError: db.${message}`);
  });

  it.each<[string, Partial<DatabaseArgs>]>([
    ["an empty list of replicas on Free", { plan: "free", readReplicas: [] }],
    ["a pool on Free", { plan: "free", pooler: { poolSize: 10 } }],
    ["200 clients of Realtime on Free", { plan: "free", realtime: { maxConcurrentUsers: 200 } }],
    [
      "any number of clients on Enterprise",
      { plan: "enterprise", realtime: { maxConcurrentUsers: 50_000 } },
    ],
    [
      "five replicas on XL",
      {
        ...replicas("us-east-1", "us-east-2", "us-west-1", "us-west-2", "eu-west-1"),
        instanceSize: "xlarge",
      },
    ],
    [
      "a large pool on compute of which no number is known",
      {
        instanceSize: "24xlarge",
        pooler: { poolSize: 3000 },
      },
    ],
    ["recovery on Small, whatever the plan", { instanceSize: "small", pitr: { days: 28 } }],
  ])("but not %s", async (_name, args) => {
    expect((await declare(args)).result).toBeInstanceOf(Database);
  });
});
