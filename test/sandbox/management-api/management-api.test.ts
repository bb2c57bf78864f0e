import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TestCloud } from "../server/harness";

const projectType = "supabase:index/project:Project";
const inputs = {
  name: "db",
  organizationId: "acme",
  region: "eu-west-1",
  databasePassword: "a-long-password",
  instanceSize: "small",
};

let cloud: TestCloud;
let ref: string;

beforeEach(async () => {
  cloud = await TestCloud.open();
  ref = (await cloud.create(projectType, "db", inputs)).id;
});

afterEach(() => cloud.close());

async function ask(method: string, path: string, body?: unknown, token = "any") {
  const response = await fetch(`${cloud.host.supabaseEndpoint}${path}`, {
    method,
    headers: token ? { authorization: `Bearer ${token}` } : {},
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

const api = (method: string, path: string, body?: unknown) =>
  ask(method, `/v1/projects/${ref}${path}`, body);

async function storage(method: string, path: string, body?: unknown) {
  const keys = (await api("GET", "/api-keys")).body as { api_key: string }[];
  return ask(method, `/${ref}/storage/v1${path}`, body, keys[0]!.api_key);
}

test("a project tells what it is, and nothing secret", async () => {
  expect(await api("GET", "")).toEqual({
    status: 200,
    body: {
      ...{ id: ref, ref, name: "db", organization_id: "acme", region: "eu-west-1" },
      status: "ACTIVE_HEALTHY",
    },
  });
  expect((await ask("GET", "/v1/projects/aaaaaaaaaaaaaaaaaaaa")).status).toBe(404);
});

describe("a call is refused", () => {
  test("without a token", async () => {
    const path = `/v1/projects/${ref}/config/realtime`;
    expect((await ask("GET", path, undefined, "")).status).toBe(401);
  });

  test("on a project that is not there", async () => {
    const path = "/v1/projects/aaaaaaaaaaaaaaaaaaaa/config/realtime";
    expect(await ask("GET", path)).toEqual({ status: 404, body: { message: "Project not found" } });
  });

  test("on storage without the project's own key", async () => {
    expect(await ask("GET", `/${ref}/storage/v1/bucket/a`)).toMatchObject({
      status: 400,
      body: { statusCode: "403" },
    });
  });

  test.each([
    ["GET", "/nothing", undefined, 404],
    ["DELETE", "/config/realtime", undefined, 404],
    ["PATCH", "/config/database/pooler", { default_pool_size: 3001 }, 400],
    ["PATCH", "/config/database/pooler", { pool_mode: "statement" }, 400],
    ["PATCH", "/config/realtime", {}, 400],
    ["PATCH", "/database/backups/schedule", { schedule_for: "3 o'clock" }, 400],
    ["PATCH", "/billing/addons", { addon_type: "pitr", addon_variant: "pitr_30" }, 400],
    ["PATCH", "/billing/addons", { addon_type: "pitr" }, 400],
    ["DELETE", "/billing/addons/pitr_7", undefined, 404],
    ["POST", "/read-replicas/setup", { read_replica_region: "eu-north-1" }, 400],
    ["POST", "/read-replicas/remove", { database_identifier: "x" }, 404],
    ["POST", "/custom-hostname/initialize", { custom_hostname: "api.example.com" }, 400],
    ["DELETE", "/custom-hostname", undefined, 404],
    ["GET", "/functions/hook", undefined, 404],
    ["PATCH", "/functions/hook", { verify_jwt: false }, 404],
    ["POST", "/database/query", {}, 400],
    ["POST", "/database/query", { query: "drop table users" }, 400],
  ] as const)("as %s %s with %j", async (method, path, body, status) => {
    expect((await api(method, path, body)).status).toBe(status);
  });
});

test("a bucket of a name that is taken is refused as a duplicate", async () => {
  expect((await storage("POST", "/bucket", { name: "a" })).status).toBe(200);
  expect(await storage("POST", "/bucket", { name: "a" })).toMatchObject({
    status: 400,
    body: { statusCode: "409", error: "Duplicate" },
  });
});

test("SQL that fails in the middle changes nothing", async () => {
  const make = 'create policy "one" on storage.objects for select using (true)';
  const query = `begin; ${make}; drop policy "two" on storage.objects; commit;`;
  expect((await api("POST", "/database/query", { query })).status).toBe(400);
  const list = "select policyname as name from pg_policies";
  expect((await api("POST", "/database/query", { query: list })).body).toEqual([]);
});

test("all that a project holds goes with it", async () => {
  await storage("POST", "/bucket", { name: "a" });
  await api("PATCH", "/config/realtime", { private_only: true });
  expect(cloud.host.services.ledger.objects.all()).toHaveLength(3);
  await cloud.delete(projectType, "db", ref);
  expect(cloud.host.services.ledger.objects.all()).toEqual([]);
});

describe("a fault", () => {
  const fault = { type: "supabase:api/bucket:bucket", op: "create", nth: 1 } as const;
  const buckets = () => cloud.host.services.ledger.objects.all().length - 1;

  test.each([429, 500, 503])("answers %i before anything is done", async (status) => {
    cloud.host.services.faults.arm({ ...fault, mode: "fail", when: "before", status });
    expect((await storage("POST", "/bucket", { name: "a" })).status).toBe(status);
    expect(buckets()).toBe(0);
  });

  test("drops the reply after everything is done", async () => {
    cloud.host.services.faults.arm({ ...fault, mode: "drop-reply", when: "after" });
    await expect(storage("POST", "/bucket", { name: "a" })).rejects.toThrow("fetch failed");
    expect(buckets()).toBe(1);
  });
});
