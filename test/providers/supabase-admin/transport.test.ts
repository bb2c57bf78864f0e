import { describe, expect, test } from "vitest";
import { ApiError, LostReply } from "../../../providers/supabase-admin/http/errors";
import { limits, waitBefore } from "../../../providers/supabase-admin/http/retry";
import { FakeSupabase, ref, serviceKey, token } from "./support";

const read = (fake: FakeSupabase) => fake.api.get(ref, "/config/realtime");
const post = (fake: FakeSupabase) =>
  fake.api.project(ref, "/read-replicas/setup", { method: "POST" });

async function failureOf(call: Promise<unknown>): Promise<Error> {
  return call.then(
    () => {
      throw new Error("it succeeded");
    },
    (error: Error) => error,
  );
}

describe("a call that can be repeated", () => {
  test.each([408, 429, 500, 502, 503, 504])("is tried again after %i", async (status) => {
    const fake = new FakeSupabase((_, count) => (count < 3 ? { status } : { body: { ok: 1 } }));
    expect(await read(fake)).toEqual({ ok: 1 });
    expect(fake.calls).toHaveLength(3);
    expect(fake.waits).toEqual([500, 1000]);
  });

  test.each(["lost", "timeout"] as const)("is tried again after a %s reply", async (reply) => {
    const fake = new FakeSupabase((_, count) => (count === 1 ? reply : { body: [] }));
    expect(await read(fake)).toEqual([]);
    expect(fake.waits).toEqual([500]);
  });

  test.each([400, 401, 402, 403, 404, 409, 422])("is not tried again after %i", async (status) => {
    const fake = new FakeSupabase(() => ({ status, body: { message: "no" } }));
    expect(await failureOf(read(fake))).toMatchObject({ status, reason: "no" });
    expect(fake.calls).toHaveLength(1);
  });

  test("is given up after six tries with waits that double", async () => {
    const fake = new FakeSupabase(() => ({ status: 503 }));
    expect(await failureOf(read(fake))).toBeInstanceOf(ApiError);
    expect(fake.calls).toHaveLength(limits.attempts);
    expect(fake.waits).toEqual([500, 1000, 2000, 4000, 8000]);
  });
});

describe("a call that must not be repeated", () => {
  test("is tried again after 429 alone, which says that nothing was done", async () => {
    const fake = new FakeSupabase((_, count) => (count === 1 ? { status: 429 } : {}));
    await post(fake);
    expect(fake.calls).toHaveLength(2);
  });

  test.each(["lost", "timeout", 500, 502, 503] as const)("is in doubt after %s", async (reply) => {
    const fake = new FakeSupabase(() => (typeof reply === "number" ? { status: reply } : reply));
    expect(await failureOf(post(fake))).toBeInstanceOf(LostReply);
    expect(fake.calls).toHaveLength(1);
  });
});

describe("Retry-After", () => {
  test.each([
    ["7", 7_000],
    ["0", 0],
    ["Thu, 01 Jan 2026 00:00:09 GMT", 9_000],
    ["Thu, 01 Jan 2026 00:00:00 GMT", 0],
    ["soon", 500],
  ])("%s waits %i ms", async (header, wait) => {
    const headers = { "retry-after": header };
    const fake = new FakeSupabase((_, count) => (count === 1 ? { status: 429, headers } : {}));
    await read(fake);
    expect(fake.waits).toEqual([wait]);
  });

  test("of more than two minutes is not waited for", async () => {
    const fake = new FakeSupabase(() => ({ status: 429, headers: { "retry-after": "121" } }));
    expect(await failureOf(read(fake))).toMatchObject({ status: 429 });
    expect(fake.waits).toEqual([]);
  });
});

test("a wait is between half and all of its length, and never above 30 s", () => {
  expect(waitBefore(1, null, { now: 0, random: 0 })).toBe(250);
  expect(waitBefore(1, null, { now: 0, random: 1 })).toBe(500);
  expect(waitBefore(20, null, { now: 0, random: 1 })).toBe(30_000);
});

describe("an error", () => {
  const leaks = {
    "the access token": token,
    "the token in base64": Buffer.from(token).toString("base64"),
    "another access token": "sbp_fedcba9876543210",
    "a secret key": "sb_secret_abcDEF012345",
    "a JWT": "eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoieCJ9.c2ln",
    "a password in a URL": "hunter2hunter2",
  };

  test.each(Object.entries(leaks))("does not show %s that the API repeats", async (name, leak) => {
    const said = name.includes("URL") ? `bad postgresql://postgres:${leak}@host/db` : `bad ${leak}`;
    const fake = new FakeSupabase(() => ({ status: 400, body: { message: said, secret: leak } }));
    const { message } = await failureOf(read(fake));
    expect(message).toMatch(/^Supabase answered 400 to GET .*: bad /);
    expect(message).not.toContain(leak);
  });

  test("does not show the service key of a project", async () => {
    const body = { statusCode: "403", message: `bad ${serviceKey}` };
    const fake = new FakeSupabase(() => ({ status: 400, body }));
    const error = await failureOf(fake.api.storage(ref, "/bucket/a", { method: "GET" }));
    expect(error).toMatchObject({ status: 403, reason: "bad [secret]" });
    expect(fake.authorizations).toEqual([`Bearer ${serviceKey}`]);
  });

  test("shows neither what was sent nor the cause of a lost connection", async () => {
    const fake = new FakeSupabase(() => "lost");
    const request = { method: "POST", body: { password: "of-the-body" } } as const;
    const { message } = await failureOf(fake.api.project(ref, "/x", request));
    expect(message).toContain("the connection failed (ECONNRESET)");
    expect(message).not.toContain(token);
    expect(message).not.toContain("of-the-body");
  });

  test("without a token says how to set one, and sends nothing", async () => {
    const fake = new FakeSupabase(() => ({}), { accessToken: undefined });
    const error = await failureOf((async () => read(fake))());
    expect(error.message).toContain("pulumi config set --secret supabase-admin:accessToken");
    expect(fake.calls).toEqual([]);
  });
});
