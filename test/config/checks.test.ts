import { describe, expect, it } from "vitest";
import { derivedDns } from "../../config/derived/dns";
import { type Checks, withDerivedChecks } from "../../config/derived/checks";
import { derivedObjectives } from "../../config/derived/objectives";
import { runbooksOf } from "../../config/derived/runbooks";
import { derivedUptime } from "../../config/derived/uptime";
import { parseSettings } from "../../config/parse";
import { edited, sectionsOf } from "./support";

const prod = sectionsOf("Pulumi.prod.yaml");
const service = (app: string, http?: string) =>
  ({ app, checks: http === undefined ? { tcp: {} } : { http: { path: http } } }) as never;

const serves = { "app.shop.example": {} };
const dns = {
  zone: { name: "shop.example" },
  records: {
    "standby.shop.example": { type: "CNAME" as const, values: ["d.cloudfront.net"] },
    "shop.example": { type: "TXT" as const, values: ["v=spf1 -all"] },
    "dev.shop.example": { type: "A" as const, values: ["192.0.2.1"], check: false },
  },
};

function checksOf(file: object): Checks {
  return withDerivedChecks({ hosting: {}, ...file });
}

/** Requirement: UPT-01, UPT-02, UPT-03, ALRT-12 */
describe("checks that follow from the file", () => {
  it("ask a host that serves for its health report and the declared headers", () => {
    expect(checksOf({ hosting: { domains: serves } })).toEqual({
      "app.shop.example": {
        fqdn: "app.shop.example",
        expects: { healthReport: true, responseHeaders: true },
      },
    });
  });

  it("ask a bucket that is served for the object that it has for that", () => {
    const distribution = { host: "files.shop.example" };
    const buckets = { files: { vendor: "s3" as const, name: "shop-files", distribution } };
    expect(checksOf({ storage: { buckets } })).toEqual({
      "files.shop.example": { fqdn: "files.shop.example", resourcePath: "/health.txt" },
    });
  });

  it("ask a host that redirects whether it leads where it should", () => {
    const domains = {
      "www.shop.example": { redirect: "app.shop.example", redirectStatusCode: 301 },
    };
    expect(checksOf({ hosting: { domains } })).toEqual({
      "www.shop.example": {
        ...{ fqdn: "www.shop.example", resourcePath: "/" },
        expects: { status: 301, redirect: "app.shop.example" },
      },
    });
  });

  it("ask a service at the path of its own check, or whether it answers at all", () => {
    const services = { hub: service("shop-hub", "/health"), queue: service("shop-queue") };
    expect(checksOf({ services })).toEqual({
      "shop-hub.fly.dev": {
        ...{ fqdn: "shop-hub.fly.dev", resourcePath: "/health" },
        expects: { healthReport: true },
      },
      "shop-queue.fly.dev": { fqdn: "shop-queue.fly.dev", resourcePath: "/" },
    });
  });

  it("ask further hosts of the zone that lead to a server, unless another stack asks them", () => {
    expect(Object.keys(checksOf({ dns }))).toEqual(["standby.shop.example"]);
  });

  it("ask the host of a failover at its own address, which no switch of DNS changes", () => {
    const failover = { host: "app.shop.example", standby: "standby.shop.example" };
    const checks = checksOf({ hosting: { domains: serves }, dns: { ...dns, failover } });
    expect(checks["app.shop.example"]).toMatchObject({
      ipAddress: "76.76.21.21",
      standby: "standby.shop.example",
    });
  });

  it("give way to the file's own word about a host, key by key", () => {
    const own = {
      fqdn: "app.shop.example",
      requestInterval: 10 as const,
      expects: { status: 204 },
    };
    const checks = checksOf({ hosting: { domains: serves }, uptime: { checks: { app: own } } });
    expect(checks).toEqual({
      app: { ...own, expects: { status: 204, healthReport: true, responseHeaders: true } },
    });
  });

  it("take another path for another page, which is no health report unless the file says so", () => {
    const at = (more: object) =>
      checksOf({
        hosting: { domains: serves },
        uptime: { checks: { app: { fqdn: "app.shop.example", resourcePath: "/", ...more } } },
      }).app?.expects;
    expect(at({})).toEqual({ healthReport: false, responseHeaders: true });
    expect(at({ expects: { healthReport: true } })).toMatchObject({ healthReport: true });
  });

  it("expect no health report where the shared default asks for another page", () => {
    const uptime = { defaults: { resourcePath: "/" } };
    expect(checksOf({ hosting: { domains: serves }, uptime })["app.shop.example"]?.expects).toEqual(
      {
        healthReport: false,
        responseHeaders: true,
      },
    );
  });

  it("leave other hosts of the file alone", () => {
    const own = { fqdn: "partner.example", resourcePath: "/ping" };
    expect(checksOf({ uptime: { checks: { partner: own } } })).toEqual({ partner: own });
  });

  it("come with one more service, without another word", () => {
    const { orchestrator } = prod.services as Record<string, object>;
    const worker = { ...orchestrator, app: "velocity-worker" };
    const more = edited(prod, { "services.worker": worker });
    const parsed = parseSettings(more);
    expect(parsed).toHaveProperty("settings");
    const { uptime } = (parsed as { settings: { uptime: { checks: Checks; objectives: object } } })
      .settings;
    expect(uptime.checks["velocity-worker.fly.dev"]).toMatchObject({ resourcePath: "/health" });
    expect(uptime.objectives).toMatchObject({ worker: 99.9 });
  });

  // Requirement: HOST-15, HOST-16
  it("leave a worker out, which keeps its share of the budget, its log group and its alarms", () => {
    const { image } = (prod.services as Record<string, { image: string }>).orchestrator!;
    const parsed = parseSettings(
      edited(prod, { "services.mailer": { kind: "worker", app: "velocity-mailer", image } }),
    );
    if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
    const { uptime, alerts, logs, budget, services } = parsed.settings;
    expect(JSON.stringify(uptime)).not.toContain("mailer");
    expect(alerts.services["mailer"]).toEqual({ kind: "worker", app: "velocity-mailer" });
    expect(logs.groups["mailer"]).toEqual({
      kind: "worker",
      metrics: ["LogErrors", "CpuPercent", "MemoryPercent"],
    });
    expect(budget.shares["mailer"]).toBeGreaterThan(0);
    // As many as there are regions, in prod too.
    expect(services["mailer"]).toMatchObject({ scale: { min: 3, max: 3 } });
    expect(services["mailer"]?.limits).toEqual({ cpus: 1, memoryMb: 512 });
  });
});

/** Requirement: HOST-13, ENV-16 */
describe("objectives that follow from the file", () => {
  it("are those of each kind of service that users reach, and of previews", () => {
    expect(
      derivedObjectives([
        { name: "web", kind: "hosting" },
        { name: "database", kind: "database" },
        { name: "hub", kind: "container" },
        { name: "functions", kind: "edge-functions" },
        { name: "mailer", kind: "worker" },
      ]),
    ).toEqual({ web: 99.9, database: 99.99, hub: 99.9, functions: 99.9, previews: 99.5 });
  });
});

describe("canaries", () => {
  const stack = { tier: "dev" as const, product: "shop", owner: "web-team" };
  const of = (level: "basic" | "standard" | "enterprise", canary?: false | object) =>
    derivedUptime({ stack, hosting: { name: "shop" }, uptime: { canary } }, level, {
      ...{ requestInterval: 30, failureThreshold: 3 },
    }).canary;

  it("run at the level enterprise, and elsewhere when the file says so", () => {
    expect([of("basic"), of("standard"), of("enterprise")]).toEqual([false, false, {}]);
    expect([of("basic", { interval: 1 }), of("enterprise", false)]).toEqual([
      { interval: 1 },
      false,
    ]);
  });
});

describe("runbooks", () => {
  it.each([
    ["github", "https://github.com/acme/shop/blob/main/docs/runbooks"],
    ["gitlab", "https://gitlab.com/acme/shop/-/blob/main/docs/runbooks"],
    ["bitbucket", "https://bitbucket.org/acme/shop/src/main/docs/runbooks"],
  ] as const)("stand in the repository on %s", (type, address) => {
    expect(runbooksOf({ gitRepository: { type, repo: "acme/shop" } })).toBe(address);
  });

  it("stand in a folder where there is no repository", () => {
    expect(runbooksOf({})).toBe("docs/runbooks");
  });
});

/** Requirement: HOST-06, UPT-05 */
describe("records that follow from the file", () => {
  const stack = { tier: "prod" as const, product: "shop", owner: "web-team" };
  const hosting = {
    name: "shop",
    domains: { ...serves, "shop.example": { redirect: "app.shop.example" }, "other.example": {} },
  };

  it("lead each host of the hosting project in the zone to Vercel, unless the file says where", () => {
    const records = { "app.shop.example": { type: "A" as const, values: ["192.0.2.1"] } };
    const settings = derivedDns({ stack, hosting, dns: { ...dns, records } }, true);
    expect(settings).toEqual({
      ...stack,
      zone: { name: "shop.example", protect: true },
      records: {
        "app.shop.example": { type: "A", values: ["192.0.2.1"] },
        "shop.example": { type: "A", values: ["76.76.21.21"], ttl: 60 },
      },
    });
  });

  it("leave the host of a failover to it", () => {
    const failover = { host: "app.shop.example", standby: "standby.shop.example" };
    const settings = derivedDns({ stack, hosting, dns: { ...dns, failover } }, true);
    expect(settings?.records).not.toHaveProperty(["app.shop.example"]);
    expect(settings?.failover).toEqual({ ...failover, primary: "cname.vercel-dns-0.com" });
  });

  it("lead where the host of the stack's file serves", () => {
    const there = { ...hosting, vendor: "netlify" as const };
    const settings = derivedDns({ stack, hosting: there, dns: { zone: dns.zone } }, true);
    expect(settings?.records).toEqual({
      "app.shop.example": { type: "CNAME", values: ["shop.netlify.app"], ttl: 60 },
      "shop.example": { type: "A", values: ["75.2.60.5"], ttl: 60 },
    });
  });

  it("put a name in front of addresses where a failover asks for one", () => {
    const failover = { host: "app.shop.example", standby: "standby.shop.example" };
    const there = { ...hosting, vendor: "digitalocean" as const };
    const settings = derivedDns({ stack, hosting: there, dns: { ...dns, failover } }, true);
    expect(settings?.failover?.primary).toBe("primary.app.shop.example");
    expect(settings?.records["primary.app.shop.example"]).toMatchObject({ type: "A" });
  });

  it("are none where DNS is kept elsewhere", () => {
    expect(derivedDns({ stack, hosting }, true)).toBeUndefined();
  });
});

/** Requirement: UPT-05 */
describe("a stack file is refused", () => {
  const problemsOf = (edits: Record<string, unknown>) => {
    const parsed = parseSettings(edited(prod, edits));
    return "problems" in parsed ? parsed.problems : [];
  };
  const app = "app.velocity-platform.com";

  it.each<[string, Record<string, unknown>, object]>([
    [
      "with a host that two records answer for",
      { [`dns.records["${app}"]`]: { type: "A", values: ["192.0.2.1"] } },
      {
        path: `groundwork:dns.records["${app}"]`,
        found: "a host that failover answers for",
        fix: "remove one of the two",
      },
    ],
    [
      "with a host outside the zone",
      { 'dns.records["a.example"]': { type: "A", values: ["192.0.2.1"] } },
      {
        path: 'groundwork:dns.records["a.example"]',
        found: "a host outside velocity-platform.com",
        allowed: "a host of the zone",
      },
    ],
    [
      "with two that answer for a zone",
      {
        [`hosting.domains["${app}"]`]: { dns: { vendor: "vercel", zone: "velocity-platform.com" } },
      },
      {
        path: `groundwork:hosting.domains["${app}"].dns`,
        found: "a record of velocity-platform.com, which groundwork:dns answers for",
        fix: "remove it: hosts of the hosting project have their records there without a word",
      },
    ],
    [
      "with failover of a host that only redirects",
      { "dns.failover.host": "www.velocity-platform.com" },
      {
        path: "groundwork:dns.failover.host",
        found: "www.velocity-platform.com",
        allowed: "a host that groundwork:hosting.domains serves the app at",
      },
    ],
    [
      "with a standby that nobody declares",
      { "dns.failover.standby": "gone.velocity-platform.com" },
      {
        path: "groundwork:dns.failover.standby",
        found: "gone.velocity-platform.com",
        allowed: "another host of records",
        fix: "add gone.velocity-platform.com to groundwork:dns.records",
      },
    ],
    [
      "with a check too slow for the switch",
      { "uptime.checks.app.failureThreshold": 3 },
      {
        path: "groundwork:uptime.checks.app",
        found: `${app} counts as down after 90 seconds`,
        allowed: "at most 60: failureThreshold times requestInterval",
      },
    ],
  ])("%s", (_what, edits, problem) => {
    expect(problemsOf(edits)).toEqual([problem]);
  });
});
