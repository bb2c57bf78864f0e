import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type {
  CanaryPart,
  CanaryPlan,
  SmokeRequest,
  Target,
} from "../../components/uptime/canary/plan";
import { runPart } from "../../components/uptime/canary/run";
import { canaryScript } from "../../components/uptime/canary/script";
import { type Identity, selfSigned } from "../support/certificate";

/* Requirement: UPT-01, UPT-02, UPT-03, UPT-04, HDR-12, HDR-13, REL-07 */

const validTo = new Date("2099-06-30T00:00:00Z");
const now = new Date("2026-11-21T12:00:00Z");
const host = "localhost";
const credential = "credential-of-the-test-account";

interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** Never answers. */
  hangs?: boolean;
}

let identity: Identity;
let server: Server;
let port: number;
/** What the server answers, by method and path. */
let replies: Record<string, Reply>;
let received: { route: string; authorization: string | undefined; body: string }[];

beforeAll(async () => {
  identity = selfSigned([host, "app.example.com"], validTo);
  server = createServer({ key: identity.key, cert: identity.certificate }, (request, response) => {
    void (async () => {
      const route = `${request.method} ${request.url}`;
      const { authorization } = request.headers;
      received.push({ route, authorization, body: await bodyOf(request) });
      const { status = 200, headers = {}, body = "", hangs } = replies[route] ?? { status: 404 };
      if (!hangs) response.writeHead(status, headers).end(body);
    })();
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  replies = {};
  received = [];
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

const target = (more: Partial<Target> = {}): Target => ({
  ...{ host, port, path: "/api/health", status: 200, health: false, headers: {} },
  ...more,
});
const report = (more: Record<string, unknown> = {}) =>
  JSON.stringify({
    status: "healthy",
    time: now.toISOString(),
    version: "1.2.3",
    checks: { database: "healthy", orchestrator: { status: "healthy" } },
    ...more,
  });

interface Run {
  part?: CanaryPart;
  at?: Date;
  timeout?: number;
  ca?: string;
}

/** Findings of a run; none when it succeeds. */
async function found(plan: Partial<CanaryPlan>, run: Run = {}): Promise<string[]> {
  const { part = "health", at = now, timeout = 5000, ca = identity.certificate } = run;
  const whole = { targets: [], certificateDays: 21, smoke: [], ...plan };
  const surroundings = { now: () => at, timeout, ca, credential };
  return runPart(part, whole, surroundings).then(
    () => [],
    (error: Error) => error.message.split("\n"),
  );
}

/** Findings about one host that answers so, without the host's name. */
async function judged(reply: Reply, more: Partial<Target> = {}, run: Run = {}): Promise<string[]> {
  replies["GET /api/health"] = reply;
  const all = await found({ targets: [target(more)] }, run);
  return all.map((it) => it.replace(/^localhost: /, ""));
}

describe("a health report", () => {
  const health = { health: true };

  it("of 200 with status, time, version and healthy checks is well", async () => {
    expect(await judged({ body: report() }, health)).toEqual([]);
  });

  it("may call its time timestamp, and have no checks", async () => {
    const body = report({ time: undefined, timestamp: now.toISOString(), checks: undefined });
    expect(await judged({ body }, health)).toEqual([]);
  });

  it.each([
    ["unhealthy", { database: "unhealthy" }],
    ["unknown", { database: { status: "unknown" } }],
    ["unknown", { database: {} }],
    ["unknown", { database: null }],
    ["unknown", { database: "<script>alert(1)</script>" }],
  ])("must not answer 200 while a check is %s: %j", async (state, checks) => {
    expect(await judged({ body: report({ checks }) }, health)).toEqual([
      `database is ${state}`,
      "answers 200 all the same, wanted 503",
    ]);
  });

  it("that answers 503 names what is not well", async () => {
    const body = report({ status: "unhealthy", checks: { database: "unhealthy" } });
    expect(await judged({ status: 503, body }, health)).toEqual([
      "status 503, wanted 200",
      "database is unhealthy",
      "the report's status is unhealthy",
    ]);
  });

  it.each([
    ["the report's status is degraded", { status: "degraded" }],
    ["the report's status is unknown", { status: undefined }],
    ["the report has no time", { time: undefined }],
    ["the report has no time", { time: "yesterday" }],
    ["the report is not of now", { time: "2026-11-21T11:54:59Z" }],
    ["the report is not of now", { time: "2026-11-21T12:05:01Z" }],
    ["the report has no version", { version: "" }],
    ["the report has no version", { version: 3 }],
  ])("%s: %j", async (finding, more) => {
    expect(await judged({ body: report(more) }, health)).toEqual([finding]);
  });

  it.each(["", "OK", "[]", "null", "<html>"])(
    "must be a JSON object, which %j is not",
    async (body) => {
      expect(await judged({ body }, health)).toEqual(["the health report is no JSON object"]);
    },
  );
});

describe("response headers", () => {
  const declared = { "X-Frame-Options": "DENY", "Content-Security-Policy": "default-src 'self'" };

  it("are the same in any case of their names", async () => {
    const headers = { "x-frame-options": "DENY", "CONTENT-SECURITY-POLICY": "default-src 'self'" };
    expect(await judged({ headers }, { headers: declared })).toEqual([]);
  });

  it("must all be there, with the value that is declared", async () => {
    const headers = { "x-frame-options": "SAMEORIGIN" };
    expect(await judged({ headers }, { headers: declared })).toEqual([
      "header X-Frame-Options is not as declared",
      "no header Content-Security-Policy",
    ]);
  });

  it("may have any value where none is declared", async () => {
    const anyPolicy = { "Content-Security-Policy": "" };
    const headers = { "content-security-policy": "script-src 'nonce-1'" };
    expect(await judged({ headers }, { headers: anyPolicy })).toEqual([]);
    expect(await judged({}, { headers: anyPolicy })).toEqual(["no header Content-Security-Policy"]);
  });
});

describe("a redirect", () => {
  const redirect = { status: 308, redirect: "app.example.com" };
  const to = (location: string) => ({ status: 308, headers: { location } });

  it("to the host that is declared is well, by HTTPS", async () => {
    expect(await judged(to("https://app.example.com/api/health"), redirect)).toEqual([]);
  });

  it.each(["http://app.example.com/", "https://app.example.com.evil.test/", "/login"])(
    "to %s is not",
    async (location) => {
      expect(await judged(to(location), redirect)).toEqual([
        `leads to ${location}, wanted https://app.example.com`,
      ]);
    },
  );

  it("that does not come is told", async () => {
    expect(await judged({ status: 200 }, redirect)).toEqual([
      "status 200, wanted 308",
      "leads to nowhere, wanted https://app.example.com",
    ]);
  });
});

describe("a connection", () => {
  it("to a standby asks it in the name of the host", async () => {
    const standby = { host: "app.example.com", connectTo: "127.0.0.1" };
    expect(await judged({}, standby)).toEqual([]);
  });

  it("whose certificate is not for the host is a finding", async () => {
    const standby = { host: "other.example.com", connectTo: "127.0.0.1" };
    expect(await judged({}, standby)).toEqual([
      expect.stringMatching(
        /^other\.example\.com at 127\.0\.0\.1: could not be asked \(Hostname\/IP does not match/,
      ),
    ]);
  });

  it("whose certificate nobody trusts is a finding", async () => {
    const { certificate } = selfSigned(["authority.example"], validTo);
    expect(await judged({}, {}, { ca: certificate })).toEqual([
      expect.stringMatching(/^could not be asked \(.*self-signed certificate/),
    ]);
  });

  it("that gets no answer ends in time", async () => {
    expect(await judged({ hangs: true }, {}, { timeout: 50 })).toEqual(["did not answer in time"]);
  });

  it("that fails does not keep other hosts from being asked", async () => {
    replies["GET /api/health"] = { status: 500 };
    const targets = [target({ path: "/gone" }), target()];
    expect(await found({ targets })).toEqual([
      "localhost: status 404, wanted 200",
      "localhost: status 500, wanted 200",
    ]);
  });
});

describe("a certificate", () => {
  const before = (days: number) => new Date(validTo.getTime() - days * 86_400_000);

  it.each([
    [22, []],
    [21, []],
    [20.99, ["the certificate is valid for 20 days more, fewer than 21"]],
    [0.5, ["the certificate is valid for 0 days more, fewer than 21"]],
  ])("with %s days left", async (days, findings) => {
    const run = { part: "certificates", at: before(days) } as const;
    expect(await judged({ status: 500 }, {}, run)).toEqual(findings);
  });
});

describe("the smoke suite", () => {
  const smoke = (more: Partial<SmokeRequest> = {}): SmokeRequest => ({
    ...{ name: "starts a session", host, port, path: "/sessions/start", method: "POST" },
    ...{ authenticated: true, status: 200, body: { project: "test-project" }, ...more },
  });
  const asked = (...requests: SmokeRequest[]) => found({ smoke: requests }, { part: "smoke" });

  it("sends body and credential, one request after the other", async () => {
    replies["POST /sessions/start"] = {};
    replies["POST /api/auth/login"] = {};
    const login = smoke({
      ...{ name: "signs in", path: "/api/auth/login", authenticated: false },
      body: { email: "smoke@example.com", tokens: ["$CREDENTIAL"] },
    });
    expect(await asked(login, smoke())).toEqual([]);
    expect(received).toEqual([
      {
        route: "POST /api/auth/login",
        authorization: undefined,
        body: JSON.stringify({ email: "smoke@example.com", tokens: [credential] }),
      },
      {
        route: "POST /sessions/start",
        authorization: `Bearer ${credential}`,
        body: '{"project":"test-project"}',
      },
    ]);
  });

  it("proves that a request without a token is turned away", async () => {
    replies["POST /sessions/start"] = { status: 401 };
    const locked = smoke({ name: "wants a token", authenticated: false, status: 401 });
    expect(await asked(locked)).toEqual([]);
    replies["POST /sessions/start"] = { status: 200 };
    expect(await asked(locked)).toEqual(["wants a token: status 200, wanted 401"]);
  });

  it("tells every request that fails, and never the credential", async () => {
    replies["POST /sessions/start"] = { status: 403, body: `no: ${credential}` };
    const told = await asked(smoke(), smoke({ name: "again" }));
    expect(told).toEqual([
      "starts a session: status 403, wanted 200",
      "again: status 403, wanted 200",
    ]);
  });
});

describe("the packaged script", () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), "canary-"))));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The script as Lambda loads it, beside a plan. */
  async function run(environment: Record<string, string>, plan: CanaryPlan): Promise<void> {
    writeFileSync(path.join(folder, "canary.js"), canaryScript);
    writeFileSync(path.join(folder, "plan.json"), JSON.stringify(plan));
    const before = { ...process.env };
    Object.assign(process.env, environment);
    try {
      const script = path.join(folder, "canary.js");
      const { default: loaded } = (await import(script)) as { default: Loaded };
      await loaded.handler();
    } finally {
      process.env = before;
    }
  }
  interface Loaded {
    handler: () => Promise<void>;
  }
  const empty: CanaryPlan = { targets: [], certificateDays: 21, smoke: [] };

  it("succeeds where nothing is wrong", async () => {
    await run({ CANARY_PART: "health" }, empty);
  });

  it("fails with the findings, trusting public authorities alone", async () => {
    const run503 = run({ CANARY_PART: "health" }, { ...empty, targets: [target()] });
    await expect(run503).rejects.toThrow(/^localhost: could not be asked \(.*certificate/);
  });

  it("refuses a part that it does not know", async () => {
    await expect(run({ CANARY_PART: "weather" }, empty)).rejects.toThrow(
      "CANARY_PART is none of health, certificates, smoke",
    );
  });
});
