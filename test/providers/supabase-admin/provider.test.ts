import { describe, expect, test } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { resources } from "../../../providers/supabase-admin/resources";
import { packageSchema } from "../../../providers/supabase-admin/schema";
import * as sdk from "../../../providers/supabase-admin/sdk";
import { refreshed } from "../../../providers/supabase-admin/server/answers";
import { AdminProvider } from "../../../providers/supabase-admin/server/provider";
import { Secret } from "../../../rpc/value";
import { ref } from "./support";

const type = (name: string) =>
  `supabase-admin:index/${name[0]!.toLowerCase()}${name.slice(1)}:${name}`;
const target = (name: string, logical = "x") => ({
  type: type(name),
  urn: `urn:pulumi:dev::test::${type(name)}::${logical}`,
});

function provider(fetch: typeof globalThis.fetch = () => Promise.resolve(Response.json({}))) {
  const sleep = () => Promise.resolve();
  const outside = { fetch, sleep, now: () => 0, random: () => 0 };
  const env = { SUPABASE_ACCESS_TOKEN: "token" };
  const made = new AdminProvider({ name: "supabase-admin", version: "0.1.0" }, resources, {
    outside,
    env,
  });
  made.configure({});
  return made;
}

const failures = (name: string, news: Parameters<AdminProvider["check"]>[1]) =>
  provider()
    .check(target(name), { projectRef: ref, ...news })
    .failures.map(({ property }) => property);

describe("inputs", () => {
  test.each([
    ["Pooler", {}, "defaultPoolSize"],
    ["Pooler", { defaultPoolSize: 3001 }, "defaultPoolSize"],
    ["Pooler", { defaultPoolSize: 1.5 }, "defaultPoolSize"],
    ["Pooler", { poolMode: "statement" }, "poolMode"],
    ["Pooler", { poolMode: "session", projectRef: "db" }, "projectRef"],
    ["Pooler", { poolMode: "session", pool_size: 4 }, "pool_size"],
    ["PitrAddon", { variant: "pitr_30" }, "variant"],
    ["PitrAddon", {}, "variant"],
    ["ReadReplica", { region: "mars-1" }, "region"],
    ["BackupSchedule", { scheduleFor: "24:00:00" }, "scheduleFor"],
    ["BackupSchedule", { scheduleFor: "03:00" }, "scheduleFor"],
    ["CustomHostname", { hostname: "https://api.example.com" }, "hostname"],
    ["RealtimeConfig", { connectionPool: 101 }, "connectionPool"],
    ["RealtimeConfig", { presenceEnabled: "yes" }, "presenceEnabled"],
    ["Bucket", { name: "a/b" }, "name"],
    ["Bucket", { name: "x".repeat(101) }, "name"],
    ["Bucket", { name: "a", fileSizeLimit: 0 }, "fileSizeLimit"],
    ["Bucket", { name: "a", allowedMimeTypes: [1] }, "allowedMimeTypes"],
    ["BucketPolicies", { bucket: "a", policies: [] }, "policies"],
    ["BucketPolicies", { bucket: "a", policies: [{ name: "p", create: "c" }] }, "policies"],
    ["FunctionJwt", { slug: "hook" }, "verifyJwt"],
    ["FunctionJwt", { slug: "1hook", verifyJwt: true }, "slug"],
  ])("of %s are refused: %j", (name, news, property) => {
    expect(failures(name, news)).toEqual([property]);
  });

  test("that are not known yet are not judged", () => {
    const news = { projectRef: UNKNOWN, name: UNKNOWN, fileSizeLimit: UNKNOWN } as const;
    expect(failures("Bucket", news)).toEqual([]);
  });

  test("get their defaults: a bucket is private", () => {
    const { inputs } = provider().check(target("Bucket"), { projectRef: ref, name: "a" });
    expect(inputs).toEqual({ projectRef: ref, name: "a", public: false });
  });
});

describe("a difference", () => {
  test.each([
    ["Bucket", { name: "a" }, { name: "b" }, { name: "name", kind: "update", replaces: true }],
    [
      "Bucket",
      { public: true },
      { public: false },
      { name: "public", kind: "update", replaces: false },
    ],
    [
      "Bucket",
      { fileSizeLimit: 1 },
      {},
      { name: "fileSizeLimit", kind: "delete", replaces: false },
    ],
    ["PitrAddon", {}, { projectRef: UNKNOWN }, { name: "projectRef", kind: "add", replaces: true }],
  ] as const)("of %s from %j to %o is seen", (name, olds, news, change) => {
    expect(provider().diff(target(name), olds, news)).toEqual([change]);
  });

  test("is none when nothing changed", () => {
    const inputs = { projectRef: ref, name: "a", allowedMimeTypes: ["image/png"] };
    expect(provider().diff(target("Bucket"), inputs, structuredClone(inputs))).toEqual([]);
  });
});

describe("one thing declared twice", () => {
  const inputs = { projectRef: ref, slug: "hook", verifyJwt: false };

  test("is refused by the name of who has it", async () => {
    const one = provider();
    await one.create(target("FunctionJwt", "first"), inputs);
    const second = one.create(target("FunctionJwt", "second"), inputs);
    await expect(second).rejects.toThrow("FunctionJwt::first already");
  });

  test("stays when its old half is deleted after it was made again", async () => {
    const calls: string[] = [];
    const one = provider((_url, init) => {
      calls.push(String(init?.body as string));
      return Promise.resolve(Response.json({}));
    });
    const { id } = await one.create(target("FunctionJwt", "renamed"), inputs);
    await one.delete(target("FunctionJwt", "old"), { id, inputs });
    expect(calls).toEqual(['{"verify_jwt":false}']);
  });
});

describe("a refresh", () => {
  const found = { id: ref, inputs: { a: 1, b: 2 }, outputs: { c: 3 } };

  test("tells only of what is managed", () => {
    expect(refreshed(found, { a: 9 })).toEqual({ inputs: { a: 1 }, properties: { a: 1, c: 3 } });
  });

  test("tells of everything on an import", () => {
    expect(refreshed(found, {}).inputs).toEqual({ a: 1, b: 2 });
  });

  test("keeps secret what was", () => {
    expect(refreshed(found, { a: new Secret(9) }).inputs["a"]).toEqual(new Secret(1));
  });
});

describe("the schema", () => {
  const schema = packageSchema({ name: "supabase-admin", version: "0.1.0" }, resources) as {
    config: { variables: Record<string, { secret?: boolean }> };
    resources: Record<string, { properties: object; requiredInputs: string[] }>;
  };

  test("has every class of the SDK under its token, and no other", () => {
    const tokens = Object.values(sdk).map((each) => each.__pulumiType);
    expect(Object.keys(schema.resources).sort()).toEqual(tokens.sort());
  });

  test("marks the access token secret", () => {
    expect(schema.config.variables["accessToken"]?.secret).toBe(true);
  });

  test("requires a project for every resource", () => {
    for (const { requiredInputs } of Object.values(schema.resources)) {
      expect(requiredInputs).toContain("projectRef");
    }
  });
});
