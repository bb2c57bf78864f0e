import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { pageScript } from "../../components/uptime/checkly/page-script";
import { find, listOf, type Registered } from "../support/mocks";
import { type Args, Component, declare } from "./uptime-declared";

const types = {
  channel: "checkly:index/alertChannel:AlertChannel",
  group: "checkly:index/checkGroup:CheckGroup",
  check: "checkly:index/check:Check",
} as const;
const app = { fqdn: "app.example.com", expects: { healthReport: true } };
const www = {
  ...{ fqdn: "www.example.com", resourcePath: "/" },
  expects: { status: 308, redirect: "app.example.com" },
};
const routes = { critical: { emails: ["web@example.com"] } };

const declared = (args: Partial<Args> = {}, preview = false) =>
  declare({ overall: undefined, vendor: "checkly", routes, checks: { app }, ...args }, preview);
const checkOf = (resources: readonly Registered[], name: string) =>
  find(resources, types.check, `uptime-${name}`).inputs;

// Requirement: UPT-01, UPT-02, UPT-03, UPT-04, ALRT-12
describe("checks at Checkly", () => {
  it("are one for each host, one of the main page, in a group, and told to somebody", async () => {
    const { resources } = await declared({ checks: { app, www } });
    expect(listOf(resources)).toEqual([
      `${types.channel} uptime-channel-email-web-at-example-com`,
      `${types.check} uptime-app`,
      `${types.check} uptime-main-page`,
      `${types.check} uptime-www`,
      `${types.group} uptime-group`,
      `${Component} uptime`,
    ]);
  });

  it("ask by HTTPS, and hold status, time and health report to what is expected", async () => {
    const { resources } = await declared();
    expect(checkOf(resources, "app")).toEqual({
      name: "shop-prod app",
      type: "API",
      ...{ frequency: 1, activated: true, muted: false, doubleCheck: true },
      locations: ["us-east-1", "eu-central-1", "ap-southeast-2"],
      tags: ["shop", "prod"],
      groupId: Number.NaN,
      useGlobalAlertSettings: false,
      alertSettings: {
        escalationType: "RUN_BASED",
        runBasedEscalations: [{ failedRunThreshold: 2 }],
      },
      alertChannelSubscriptions: [{ channelId: Number.NaN, activated: true }],
      degradedResponseTime: 3000,
      maxResponseTime: 10_000,
      request: {
        url: "https://app.example.com/api/health",
        ...{ method: "GET", followRedirects: false, skipSsl: false },
        assertions: [
          { source: "STATUS_CODE", comparison: "EQUALS", target: "200" },
          { source: "RESPONSE_TIME", comparison: "LESS_THAN", target: "10000" },
          { source: "JSON_BODY", property: "$.status", comparison: "EQUALS", target: "healthy" },
        ],
      },
    });
  });

  it("follow no redirect, and look where it leads", async () => {
    const { resources } = await declared({ checks: { app, www } });
    expect(checkOf(resources, "www")).toMatchObject({
      request: {
        url: "https://www.example.com/",
        assertions: [
          { source: "STATUS_CODE", comparison: "EQUALS", target: "308" },
          { source: "RESPONSE_TIME" },
          {
            ...{ source: "HEADERS", property: "location", comparison: "CONTAINS" },
            target: "https://app.example.com",
          },
        ],
      },
    });
  });

  it("ask for the declared response headers, whatever their value where it differs", async () => {
    const { resources } = await declared({
      checks: { app: { ...app, expects: { responseHeaders: true } } },
      responseHeaders: { "X-Frame-Options": "DENY", "Content-Security-Policy": "" },
    });
    const { assertions } = checkOf(resources, "app")["request"] as { assertions: unknown[] };
    expect(assertions.slice(2)).toEqual([
      { source: "HEADERS", property: "x-frame-options", comparison: "EQUALS", target: "DENY" },
      { source: "HEADERS", property: "content-security-policy", comparison: "NOT_EMPTY" },
    ]);
  });

  it("open the main page of the first host that serves, or of another", async () => {
    const { resources } = await declared({ checks: { www, app } });
    expect(checkOf(resources, "main-page")).toMatchObject({
      ...{ type: "BROWSER", frequency: 10, script: pageScript("https://app.example.com/") },
    });
    const other = await declared({
      checks: { app, docs: { fqdn: "docs.example.com", port: 8443 } },
      checkly: { page: { check: "docs", path: "/welcome", everyMinutes: 60 } },
    });
    expect(checkOf(other.resources, "main-page")).toMatchObject({
      ...{ frequency: 60, script: pageScript("https://docs.example.com:8443/welcome") },
    });
    const none = await declared({ checkly: { page: false } });
    expect(listOf(none.resources)).not.toContain(`${types.check} uptime-main-page`);
  });

  it("tell of certificates that end, of failures and of what is slow", async () => {
    const { resources } = await declared({ checkly: { certificateDays: 14 } });
    expect(find(resources, types.channel).inputs).toEqual({
      email: { address: "web@example.com" },
      ...{ sendFailure: true, sendRecovery: true, sendDegraded: true },
      ...{ sslExpiry: true, sslExpiryThreshold: 14 },
    });
  });

  it("tell each whom its severity is for, each address once, and seal what is secret", async () => {
    const hook = { hook: { secret: "HOOK" } };
    const { resources } = await declared({
      checks: { app, docs: { fqdn: "docs.example.com", severity: "warning" } },
      routes: {
        critical: { emails: ["web@example.com"], webhooks: hook },
        warning: { emails: ["web@example.com"] },
        info: { emails: ["nobody@example.com"] },
      },
      secrets: { HOOK: "https://hooks.example.com/secret" },
    });
    const told = (name: string) =>
      (checkOf(resources, name)["alertChannelSubscriptions"] as unknown[]).length;
    expect([told("app"), told("docs")]).toEqual([2, 1]);
    const channels = resources.filter(({ type }) => type === types.channel);
    expect(channels.map(({ name }) => name)).toEqual([
      "uptime-channel-email-web-at-example-com",
      "uptime-channel-webhook-hook",
    ]);
    expect(channels[1]).toMatchObject({
      inputs: { webhook: { name: "shop-prod webhook-hook", method: "POST" } },
      secretInputs: ["webhook"],
    });
    const components = resources.filter(({ custom }) => !custom);
    expect(JSON.stringify(components)).not.toContain("hooks.example.com");
  });

  it("promise what Route 53's do, and are declared in a preview", async () => {
    const { resources, result } = await declared({ objectives: { web: 99.9 } }, true);
    expect(result.objectives).toEqual({ web: { percent: "99.9", errorBudgetMinutes: "43.2" } });
    expect(result.healthCheckOf("app.example.com")).toBeUndefined();
    expect(find(resources, Component).outputs).toEqual({ objectives: result.objectives });
  });
});

describe("checks at Checkly are refused", () => {
  const smallPlan = "ca-central-1, which the plan starter does not have";

  it.each<[string, Partial<Args>, string]>([
    [
      "of which nobody is told",
      { routes: { critical: { slackChannels: ["C0123456789"] } } },
      "uptime.checks.app: nobody whom Checkly can tell of what is critical",
    ],
    ["beside a check over all others", { overall: {} }, "uptime.overall: one check over all"],
    ["beside canaries", { canary: {} }, "uptime.canary: scripts on CloudWatch Synthetics beside"],
    [
      "of an address in the host's name",
      { checks: { app: { ...app, ipAddress: "203.0.113.10" } } },
      "uptime.checks.app.ipAddress: an address asked in the host's name",
    ],
    [
      "of a page that no check has",
      { checkly: { page: { check: "x" } } },
      "uptime.checkly.page.check: x",
    ],
    [
      "of a page without a path",
      { checkly: { page: { path: "x" } } },
      "uptime.checkly.page.path: x",
    ],
    [
      "from where the plan has none",
      { checkly: { plan: "starter", locations: ["us-east-1", "ca-central-1"] } },
      `uptime.checkly.locations: ${smallPlan}`,
    ],
    ["from nowhere", { checkly: { locations: [] } }, "uptime.checkly.locations: none"],
    [
      "with a certificate's notice that Checkly does not give",
      { checkly: { certificateDays: 31 } },
      "uptime.checkly.certificateDays: 31; expected a whole number from 1 to 30",
    ],
    [
      "at a pace that Checkly does not have",
      { checkly: { everyMinutes: 2 as 1 } },
      "uptime.checkly.everyMinutes: 2; expected one of 1, 5, 10, 15, 30, 60, 720, 1440",
    ],
    [
      "where Route 53 asks",
      { vendor: "route53", checkly: {} },
      "uptime.checkly: said of Checkly, though Route 53 asks",
    ],
  ])("%s", async (_what, args, message) => {
    await expect(declared(args)).rejects.toThrow(message);
  });
});

describe("the script of the main page", () => {
  it("is JavaScript that names the page as it is, whatever stands in it", () => {
    const url = 'https://app.example.com/"quoted"';
    const script = pageScript(url);
    expect(() => transformSync(script, { loader: "js" })).not.toThrow();
    expect(script).toContain(JSON.stringify(url));
  });
});
