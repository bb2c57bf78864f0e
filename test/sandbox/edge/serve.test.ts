import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Breakage } from "../../../sandbox/edge/breakage/breakage";
import { Breakages } from "../../../sandbox/edge/breakage/breakages";
import { Machines } from "../../../sandbox/edge/deployments/machines";
import { Deployments } from "../../../sandbox/edge/deployments/store";
import { Windows } from "../../../sandbox/edge/routing/firewall";
import type { EdgeRequest } from "../../../sandbox/edge/routing/request";
import { type EdgeWorld, serve, upgraded } from "../../../sandbox/edge/serve";
import {
  app,
  asks,
  banner,
  derive,
  domain,
  fly,
  handMade,
  rollingRelease,
  standby,
} from "./hand-made";

function cloud(more: Parameters<typeof handMade>[0] = []) {
  const { home, ledger, estate } = handMade(more);
  let at = Date.parse("2026-03-01T12:00:00Z");
  let healthy = true;
  const now = () => new Date(at);
  const world: EdgeWorld = {
    ...{ estate, now, windows: new Windows(now), isHealthy: () => healthy },
    deployments: new Deployments(ledger, derive, now),
    machines: new Machines(ledger, derive, now),
    breakages: new Breakages(join(home, "breakages.json")),
  };
  const answer = (request: EdgeRequest, address?: string) => {
    const served = serve(request, world, address);
    if ("cut" in served) throw new Error("the connection was cut");
    return served.answer;
  };
  return {
    ...{ world, answer, get: (path: string, host = app) => answer(asks(path, { host })) },
    project: () => estate().projects[0]!,
    breaks: (breakage: Partial<Breakage>) =>
      world.breakages.add({ kind: "health", host: app, ...breakage }),
    pass: (seconds: number) => void (at += seconds * 1000),
    fail: () => void (healthy = false),
  };
}

const headersOf = ({ headers }: { headers: Record<string, string> }) => headers;

// Requirement: HDR-12
describe("a host of the project", () => {
  test("carries the declared headers, without those that a rule takes away", () => {
    expect(cloud().get("/")).toMatchObject({
      status: 200,
      headers: { "x-frame-options": "DENY", "cache-control": "private", server: "Vercel" },
    });
    expect(headersOf(cloud().get("/"))).not.toHaveProperty("x-powered-by");
  });

  test("redirects a domain to another, with path and query, and without the project's headers", () => {
    const answer = cloud().answer(asks("/a", { host: domain, query: "?b=1" }));
    expect(answer).toMatchObject({ status: 308, headers: { location: `https://${app}/a?b=1` } });
    expect(answer.headers).not.toHaveProperty("x-frame-options");
  });

  test("redirects by a rule, with the parts of the path, unless a condition forbids it", () => {
    const { answer } = cloud();
    expect(answer(asks("/old/shoes"))).toMatchObject({
      status: 307,
      headers: { location: "/new/shoes" },
    });
    expect(answer(asks("/old/shoes", { headers: { cookie: "a=b; stay=1" } })).status).toBe(404);
  });

  // Requirement: HDR-14
  test("lets a client ask so often in a window, and another one meanwhile", () => {
    const { answer, pass } = cloud();
    const statuses = (client: string) =>
      [1, 2, 3].map(() => answer(asks("/api/auth/me", { client })).status);
    expect(statuses("1.1.1.1")).toEqual([404, 404, 429]);
    expect(answer(asks("/api/auth/me", { client: "1.1.1.1" })).headers["retry-after"]).toBe("60");
    expect(statuses("2.2.2.2")).toEqual([404, 404, 429]);
    pass(61);
    expect(statuses("1.1.1.1")).toEqual([404, 404, 429]);
  });

  // Requirement: UPT-07
  test("shows the maintenance banner, as text", () => {
    expect(cloud([banner]).get("/").body).toContain('<p role="alert">Back at &lt;noon&gt;</p>');
    expect(cloud().get("/").body).not.toContain("alert");
  });

  // Requirement: UPT-01, UPT-02
  test("reports health with version, time and checks", () => {
    const { status, body } = cloud().get("/api/health");
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({
      ...{ status: "healthy", time: "2026-03-01T12:00:00.000Z" },
      version: expect.stringMatching(/^[0-9a-f]{40}$/) as string,
      checks: { database: { status: "healthy" } },
    });
  });

  test("serves the scripts of its build, and lists no folder", () => {
    const { get } = cloud();
    const [, script = ""] = /src="([^"]+)"/.exec(get("/").body) ?? [];
    expect(get(script)).toMatchObject({
      status: 200,
      headers: { "content-type": "application/javascript; charset=utf-8" },
    });
    expect(get("/_next/static/chunks/").status).toBe(404);
  });

  // Requirement: REL-07
  test.each([
    ["/api/auth/login", { email: "a@b.example", password: "x" }, false, 200],
    ["/api/auth/login", {}, false, 400],
    ["/api/projects", { name: "smoke" }, true, 201],
    ["/api/projects", { name: "smoke" }, false, 401],
    ["/api/preview/start", { projectId: "test" }, true, 200],
    ["/api/preview/start", { projectId: "test" }, false, 401],
  ])("answers POST %s of %o, with a token: %s, with %i", (path, body, hasToken, status) => {
    const headers: Record<string, string> = hasToken ? { authorization: "Bearer any" } : {};
    const request = asks(path, { method: "POST", headers, body: JSON.stringify(body) });
    expect(cloud().answer(request).status).toBe(status);
  });

  test("answers a preflight with what is declared alone", () => {
    const answer = cloud().answer(
      asks("/api/projects", { method: "OPTIONS", headers: { origin: "https://evil.example" } }),
    );
    expect(answer.status).toBe(204);
    expect(answer.headers).not.toHaveProperty("access-control-allow-origin");
  });
});

describe("another host", () => {
  test("of a service is its app, by its own name and by a record", () => {
    const { get } = cloud();
    for (const host of [fly, `api.${domain}`]) {
      expect(JSON.parse(get("/health", host).body)).toMatchObject({
        status: "healthy",
        version: expect.stringContaining("shop-hub") as string,
      });
    }
  });

  test("that nobody declared is no deployment", () => {
    expect(cloud().get("/", "nobody.example")).toMatchObject({
      status: 404,
      headers: { "x-vercel-error": "DEPLOYMENT_NOT_FOUND" },
    });
  });

  test.each([
    [app, 308],
    [fly, 301],
  ])("by HTTP is sent to HTTPS: %s with %i", (host, status) => {
    const { world } = cloud();
    const location = `https://${host}/a?b`;
    expect(upgraded(asks("/a", { host, query: "?b" }), world)).toMatchObject({
      status,
      headers: { location },
    });
  });
});

// Requirement: UPT-05
describe("a failover", () => {
  test("leads visitors to the standby, and whoever asks the address still to the app", () => {
    const { get, answer, fail } = cloud();
    fail();
    expect(get("/").body).toContain(standby);
    expect(answer(asks("/api/health"), "76.76.21.21").body).toContain("healthy");
  });

  test("does not carry what is broken at the app to the standby", () => {
    const { get, breaks, fail } = cloud();
    breaks({ kind: "down" });
    expect(() => get("/")).toThrow("cut");
    fail();
    expect(get("/").status).toBe(200);
  });
});

// Requirement: REL-04, DR-11
describe("a release", () => {
  const made = { sha: "b".repeat(40), ref: "main", target: "production", meta: {} } as const;

  test("is served once it is promoted, and what is broken in it goes with a rollback", () => {
    const { get, world, project, breaks } = cloud();
    const { deployments } = world;
    const version = () => (JSON.parse(get("/api/health").body) as { version: string }).version;
    const first = version();
    const { id, url } = deployments.create(project(), made);
    expect(version()).toBe(first);
    expect(get("/api/health", url).body).toContain(made.sha);
    expect(deployments.promote(project(), id)).toBe(true);
    expect(version()).toBe(made.sha);
    breaks({ kind: "header", header: "X-Frame-Options", value: "ALLOWALL", release: id });
    breaks({ release: id });
    expect(get("/api/health")).toMatchObject({
      status: 503,
      headers: { "x-frame-options": "ALLOWALL" },
    });
    deployments.rollback(project(), deployments.production(project()).previous!);
    expect(get("/api/health")).toMatchObject({
      status: 200,
      headers: { "x-frame-options": "DENY" },
    });
    expect(version()).toBe(first);
  });

  // Requirement: REL-05
  test("rolls out by stages: to the same visitors, by the clock, and at once when it is approved", () => {
    const { answer, world, project, pass } = cloud([rollingRelease]);
    const { deployments } = world;
    const { id } = deployments.create(project(), made);
    expect(deployments.promote(project(), id)).toBe(false);
    const served = () =>
      Array.from({ length: 400 }, (_, index) => index).filter((index) =>
        answer(asks("/api/health", { client: `10.0.0.${index}` })).body.includes(made.sha),
      );
    const tenth = served();
    expect(tenth.length).toBeGreaterThan(15);
    expect(tenth.length).toBeLessThan(75);
    pass(601);
    const half = served();
    expect(half).toEqual(expect.arrayContaining(tenth));
    expect(half.length).toBeGreaterThan(150);
    expect(half.length).toBeLessThan(250);
    deployments.approve(project());
    expect(served()).toHaveLength(400);
    expect(deployments.production(project())).toMatchObject({ deployment: id, rolling: undefined });
  });

  // Requirement: DR-12
  test("of a service is another image on its machines", () => {
    const { get, world, breaks } = cloud();
    const named = world.estate().flyApps.get("shop-hub")!;
    const machines = () => world.machines.of("shop-hub", named);
    breaks({ host: fly, release: machines()[0]!.image });
    expect(get("/health", fly).status).toBe(503);
    for (const machine of machines()) world.machines.update(machine, "ghcr.io/a/b:c", named);
    expect(get("/health", fly)).toMatchObject({ status: 200 });
    expect(get("/health", fly).body).toContain("ghcr.io/a/b:c");
  });
});

describe("something broken on purpose", () => {
  test("is refused where it cannot be, all mistakes at once", () => {
    const { breaks } = cloud();
    expect(() => breaks({ kind: "header" })).toThrow("expected the name of a response header");
    expect(() => breaks({ kind: "magic" as "down", host: "https://x" })).toThrow(
      /kind: got "magic".*\n.*host: got "https:\/\/x"/,
    );
  });

  test("takes its time, loses a header, and is mended", () => {
    const { world, breaks, get } = cloud();
    breaks({ kind: "latency", delayMs: 250 });
    breaks({ kind: "header", header: "x-frame-options" });
    expect(serve(asks("/"), world)).toMatchObject({ delayMs: 250 });
    expect(headersOf(get("/"))).not.toHaveProperty("x-frame-options");
    expect(world.breakages.mend({ host: "other.example" })).toBe(0);
    expect(world.breakages.mend({ host: app })).toBe(2);
    expect(get("/").headers["x-frame-options"]).toBe("DENY");
  });
});
