import { createHmac } from "node:crypto";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import {
  createHandler,
  type IntakeAnswer,
  type IntakeEvent,
  type LogEvent,
} from "../../../components/logs/intake/handler.mjs";
import { longestLine, mostLines } from "../../../components/logs/intake/lines.mjs";

const drainSecret = "drain-secret-of-the-test-0123456789";
const token = "token-of-the-test";
const now = Date.parse("2026-11-21T12:00:00.000Z");
const settings = {
  groups: { web: "/shop/prod/web", hub: "/shop/prod/hub" },
  drainService: "web",
  environment: "production",
  maxBodyBytes: 1_000_000,
  verification: "code-of-the-team",
};

let stored: { group: string; events: LogEvent[] }[];
let reads: number;
let secrets: () => Promise<{ drainSecret: string; token: string }>;
let clock: number;
let put: (group: string, events: LogEvent[]) => Promise<void>;
let handle: (event: IntakeEvent) => Promise<IntakeAnswer>;

beforeEach(() => {
  [stored, reads, clock] = [[], 0, now];
  secrets = () => Promise.resolve({ drainSecret, token });
  put = (group, events) => Promise.resolve(void stored.push({ group, events }));
  const readSecrets = () => ((reads += 1), secrets());
  const world = {
    now: () => clock,
    readSecrets,
    put: (...order: [string, LogEvent[]]) => put(...order),
  };
  handle = createHandler(settings, world);
});

const post = (body: string, headers: Record<string, string>): IntakeEvent => ({
  requestContext: { http: { method: "POST" } },
  headers,
  body,
});
const textOf = (lines: unknown) => (typeof lines === "string" ? lines : JSON.stringify(lines));
const fromHub = (lines: unknown) => post(textOf(lines), { authorization: `Bearer ${token}` });
const signed = (body: string, secret = drainSecret) =>
  post(body, { "x-vercel-signature": createHmac("sha1", secret).update(body).digest("hex") });
const fromDrain = (lines: unknown) => signed(textOf(lines));
const linesIn = (group: string) =>
  stored
    .filter((it) => it.group === group)
    .flatMap(({ events }) =>
      events.map(({ message }) => JSON.parse(message) as Record<string, unknown>),
    );

// Requirement: LOG-10
describe("the intake lets in", () => {
  it("a drain by the signature over the body", async () => {
    expect((await handle(fromDrain([{ message: "hello" }]))).statusCode).toBe(200);
    expect(linesIn("/shop/prod/web")).toMatchObject([{ service: "web", message: "hello" }]);
  });

  it("a body in base64, whose signature is over what it holds", async () => {
    const event = fromDrain([{ message: "hello" }]);
    const body = Buffer.from(event.body ?? "").toString("base64");
    expect((await handle({ ...event, body, isBase64Encoded: true })).statusCode).toBe(200);
    expect(stored).toHaveLength(1);
  });

  it("a service by its token, in the group that the line names", async () => {
    expect((await handle(fromHub({ service: "hub", message: "hello" }))).statusCode).toBe(200);
    expect(linesIn("/shop/prod/hub")).toMatchObject([{ service: "hub", level: "info" }]);
  });

  it.each(["GET", "HEAD", "POST"])(
    "whoever asks by %s whether the address is ours",
    async (method) => {
      const answer = await handle({ requestContext: { http: { method } }, headers: {} });
      expect(answer).toMatchObject({
        statusCode: 200,
        headers: { "x-vercel-verify": "code-of-the-team" },
      });
      expect(stored).toEqual([]);
    },
  );
});

describe("the intake answers 401 to", () => {
  const body = JSON.stringify([{ service: "web", message: "forged" }]);
  const other = createHmac("sha1", "another-secret").update(body).digest("hex");
  const longer = createHmac("sha1", drainSecret).update(body).digest("hex") + "00";
  const forged: [string, IntakeEvent][] = [
    ["nothing at all", post(body, {})],
    ["a signature with another secret", signed(body, "another-secret")],
    ["a signature over another body", { ...signed(body), body: body.replace("forged", "Forged") }],
    ["a signature that goes on", post(body, { "x-vercel-signature": longer })],
    ["an empty signature", post(body, { "x-vercel-signature": "" })],
    ["another token", post(body, { authorization: "Bearer other" })],
    ["the beginning of the token", post(body, { authorization: `Bearer ${token.slice(0, 5)}` })],
    ["an empty token", post(body, { authorization: "Bearer " })],
    ["the token without its scheme", post(body, { authorization: token })],
    [
      "the right token beside a wrong signature",
      post(body, { authorization: `Bearer ${token}`, "x-vercel-signature": other }),
    ],
  ];

  it.each(forged)("%s", async (_, event) => {
    expect((await handle(event)).statusCode).toBe(401);
    expect(stored).toEqual([]);
  });

  it("everybody while a secret is empty", async () => {
    secrets = () => Promise.resolve({ drainSecret: "", token: "" });
    expect((await handle(signed(body, ""))).statusCode).toBe(401);
    expect((await handle(post(body, { authorization: "Bearer " }))).statusCode).toBe(401);
  });
});

describe("the intake answers", () => {
  it("413 to a body that is too long, before it reads a secret", async () => {
    const answer = await handle(fromDrain("x".repeat(settings.maxBodyBytes + 1)));
    expect([answer.statusCode, reads]).toEqual([413, 0]);
  });

  it("405 to another method that brings something", async () => {
    const event = { ...fromHub({ service: "hub" }), requestContext: { http: { method: "PUT" } } };
    expect((await handle(event)).statusCode).toBe(405);
  });

  it.each([
    ["no JSON", "hello", "line 1 is no JSON object"],
    ["a list of what is no object", "[1]", "line 1 is no JSON object"],
    ["a line that is no JSON", '{"service":"hub"}\nhello', "line 2 is no JSON object"],
    [
      "a service that the stack does not have",
      '{"service":"other"}',
      "service must be one of web, hub",
    ],
    [
      "a service that every object has",
      '{"service":"constructor"}',
      "service must be one of web, hub",
    ],
    ["no service", "{}", "service must be one of web, hub"],
  ])("400 to %s, and keeps nothing of it", async (_, body, message) => {
    expect(await handle(fromHub(body))).toMatchObject({ statusCode: 400, body: `${message}\n` });
    expect(stored).toEqual([]);
  });

  it("400 to more lines than one request may bring", async () => {
    const lines = Array.from({ length: mostLines + 1 }, () => ({}));
    expect(await handle(fromDrain(lines))).toMatchObject({
      statusCode: 400,
      body: `more than ${mostLines} lines\n`,
    });
  });

  it("nothing, but fails, when CloudWatch does, so that the sender tries again", async () => {
    put = () => Promise.reject(new Error("throttled"));
    await expect(handle(fromHub({ service: "hub" }))).rejects.toThrow("throttled");
  });
});

describe("secrets of the intake", () => {
  it("are read once in five minutes, so that a rotated one holds soon", async () => {
    await handle(fromHub({ service: "hub" }));
    await handle(fromHub({ service: "hub" }));
    expect(reads).toBe(1);
    secrets = () => Promise.resolve({ drainSecret, token: "rotated" });
    clock += 300_001;
    expect((await handle(fromHub({ service: "hub" }))).statusCode).toBe(401);
    expect(reads).toBe(2);
  });

  it("are asked for again after they could not be read", async () => {
    secrets = () => Promise.reject(new Error("denied"));
    await expect(handle(fromHub({ service: "hub" }))).rejects.toThrow("denied");
    secrets = () => Promise.resolve({ drainSecret, token });
    expect((await handle(fromHub({ service: "hub" }))).statusCode).toBe(200);
  });
});

// Requirement: LOG-05
describe("a drain of Supabase", () => {
  const line = { id: "1", event_message: "checkpoint complete", timestamp: (now - 1000) * 1000 };
  const headers = { authorization: `Bearer ${token}`, "x-log-service": "hub" };
  const packed = (text: string) => ({
    ...post(gzipSync(text).toString("base64"), { ...headers, "content-encoding": "gzip" }),
    isBase64Encoded: true,
  });

  it("names its service in a header, and counts in microseconds", async () => {
    expect((await handle(post(JSON.stringify([line]), headers))).statusCode).toBe(200);
    expect(linesIn("/shop/prod/hub")).toEqual([
      {
        id: "1",
        timestamp: "2026-11-21T11:59:59.000Z",
        level: "info",
        service: "hub",
        message: "checkpoint complete",
      },
    ]);
  });

  it("may pack what it sends", async () => {
    expect((await handle(packed(JSON.stringify([line])))).statusCode).toBe(200);
    expect(linesIn("/shop/prod/hub")).toHaveLength(1);
  });

  it("is answered 400 to a pack that is broken, or larger than a body may be", async () => {
    const broken = { ...packed("[]"), body: "AAAA" };
    const bomb = packed(" ".repeat(settings.maxBodyBytes + 1));
    expect((await handle(broken)).statusCode).toBe(400);
    expect((await handle(bomb)).statusCode).toBe(400);
  });

  it("cannot name a service that the stack does not have", async () => {
    const event = post(JSON.stringify([line]), { ...headers, "x-log-service": "other" });
    expect((await handle(event)).statusCode).toBe(400);
  });
});

// Requirement: LOG-02
describe("a line of the drain", () => {
  const request = { requestId: "r1", proxy: { statusCode: 503, method: "GET", path: "/api/x" } };

  it("says status, place and time in our words", async () => {
    const entry = { ...request, level: "warning", executionRegion: "yul1", timestamp: now - 1000 };
    await handle(fromDrain([entry]));
    expect(linesIn("/shop/prod/web")).toEqual([
      {
        timestamp: "2026-11-21T11:59:59.000Z",
        level: "warn",
        service: "web",
        environment: "production",
        region: "yul1",
        requestId: "r1",
        method: "GET",
        path: "/api/x",
        status: 503,
      },
    ]);
  });

  it("carries the status once a request, so that a request counts once", async () => {
    await handle(
      fromDrain([request, { ...request, message: "again" }, { ...request, requestId: "r2" }]),
    );
    expect(linesIn("/shop/prod/web").map(({ status }) => status)).toEqual([503, undefined, 503]);
  });

  it("has no status where the function crashed without an answer", async () => {
    await handle(fromDrain([{ requestId: "r", statusCode: -1, level: "fatal" }]));
    expect(linesIn("/shop/prod/web")).toMatchObject([{ level: "error" }]);
    expect(linesIn("/shop/prod/web")[0]).not.toHaveProperty("status");
  });

  it("holds what the app wrote as JSON, and cannot be of another service", async () => {
    const message = JSON.stringify({ event: "sign_in_failed", level: "warn", service: "hub" });
    await handle(fromDrain([{ message, level: "info" }]));
    expect(linesIn("/shop/prod/web")).toMatchObject([
      { event: "sign_in_failed", level: "warn", service: "web" },
    ]);
    expect(linesIn("/shop/prod/hub")).toEqual([]);
  });

  it("takes the duration from the report of a function", async () => {
    await handle(fromDrain([{ message: "REPORT RequestId: r Duration: 23.5 ms Billed" }]));
    expect(linesIn("/shop/prod/web")).toMatchObject([{ durationMs: 23.5 }]);
  });

  it("may come as an object a line", async () => {
    await handle(fromDrain('{"message":"a"}\n\n{"message":"b"}\n'));
    expect(linesIn("/shop/prod/web").map(({ message }) => message)).toEqual(["a", "b"]);
  });
});

describe("a line is kept", () => {
  it.each([
    ["of yesterday's yesterday", now - 2 * 86_400_000],
    ["of the future", now + 60_000],
  ])("under its arrival when it is %s, and says its own time", async (_, timestamp) => {
    await handle(fromHub({ service: "hub", timestamp }));
    expect(stored[0]?.events[0]?.timestamp).toBe(now);
    expect(linesIn("/shop/prod/hub")[0]?.timestamp).toBe(new Date(timestamp).toISOString());
  });

  it.each(["never", "", null, {}, 1e300])(
    "under its arrival when its time is %j",
    async (timestamp) => {
      await handle(fromHub({ service: "hub", timestamp }));
      expect(linesIn("/shop/prod/hub")[0]?.timestamp).toBe(new Date(now).toISOString());
    },
  );

  it("cut when it is too long, with what alarms read", async () => {
    const message = "x".repeat(longestLine);
    await handle(fromHub({ service: "hub", message, status: 500, level: "error" }));
    expect(Buffer.byteLength(stored[0]!.events[0]!.message)).toBeLessThanOrEqual(longestLine);
    expect(linesIn("/shop/prod/hub")).toMatchObject([
      { truncated: true, status: 500, level: "error", service: "hub" },
    ]);
  });
});
