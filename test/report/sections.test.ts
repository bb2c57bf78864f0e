import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { UNKNOWN } from "../../core/value";
import { buildReport } from "../../report/build";
import type { Report } from "../../report/model";
import { situations } from "./situations";
import { declare, renderedStack, smallSections, smallStack, urnOf } from "./small-stack";

function reportOf(resources: readonly DeclaredResource[], more: object = {}): Report {
  const { clean } = situations;
  if (!clean) throw new Error("no situation");
  return buildReport({ ...clean, results: [], resources, ...more });
}

/** The small stack without some of its resources, by name, and with others. */
const stackBut = (left: readonly string[], more: readonly DeclaredResource[] = []) => [
  ...smallStack().filter(({ name }) => !left.includes(name)),
  ...more,
];
const hosts = (resources: readonly DeclaredResource[]) =>
  Object.fromEntries(reportOf(resources).coverage.hosts.map(({ host, state }) => [host, state]));

describe("coverage", () => {
  it("follows a public host to its check, the alarm, who is told and what to do", () => {
    const { coverage } = reportOf(smallStack());
    expect(coverage.hosts[1]).toMatchObject({
      host: "shop.example.com",
      state: "watched",
      checks: [{ address: "https://shop.example.com/api/health", everySeconds: 30 }],
    });
    expect(coverage.alarms).toMatchObject([
      {
        name: "uptime-shop-alarm",
        class: "uptime",
        severity: "critical",
        owner: "web-team",
        runbook: "https://example.com/uptime.md",
        routes: ["e-mail oncall@example.com"],
      },
    ]);
  });

  it.each([
    ["no check", ["uptime-shop"]],
    ["no alarm", ["uptime-shop-alarm"]],
    ["unheard", ["critical-email"]],
  ])("says how far the way goes: %s", (state, left) => {
    expect(hosts(stackBut(left))["shop.example.com"]).toBe(state);
  });

  // Requirement: UPT-03, ALRT-10
  it("takes a check at Checkly that tells a channel for the whole way", () => {
    const channel = declare("checkly:index/alertChannel:AlertChannel", "channel", {
      email: { address: "oncall@example.com" },
    });
    const group = (activated: boolean) =>
      declare(
        "checkly:index/checkGroup:CheckGroup",
        "group",
        { alertChannelSubscriptions: [{ activated, channelId: UNKNOWN }] },
        { alertChannelSubscriptions: [channel.urn] },
      );
    const check = declare(
      "checkly:index/check:Check",
      "checkly-bare",
      {
        ...{ activated: true, muted: false, frequency: 5 },
        request: { url: "https://api.example.com/health" },
      },
      { groupId: [group(true).urn] },
    );
    const record = declare("aws:route53/record:Record", "api", {
      name: "api.example.com",
      type: "A",
    });
    const { coverage } = reportOf([record, channel, group(true), check]);
    expect(coverage.hosts).toMatchObject([
      {
        state: "watched",
        checks: [{ address: "https://api.example.com/health", everySeconds: 300 }],
      },
    ]);
    expect(coverage.alarms).toMatchObject([
      { name: "checkly-bare", class: "uptime", routes: ["e-mail oncall@example.com"] },
    ]);
    expect(hosts([record, channel, group(false), check])).toEqual({
      "api.example.com": "no alarm",
    });
    const off = { ...check, inputs: { ...check.inputs, activated: false } };
    expect(hosts([record, channel, group(true), off])).toEqual({ "api.example.com": "no check" });
  });

  it("calls PagerDuty by its name, whose address is a secret", () => {
    const integration = urnOf("pagerduty:index/serviceIntegration:ServiceIntegration", "sns");
    const paged = declare(
      "aws:sns/topicSubscription:TopicSubscription",
      "critical-pager",
      { protocol: "https", endpoint: UNKNOWN },
      { topic: [urnOf("aws:sns/topic:Topic", "critical")], endpoint: [integration] },
    );
    const { coverage } = reportOf(stackBut(["critical-email"], [paged]));
    expect(coverage.alarms[0]?.routes).toEqual(["PagerDuty"]);
  });

  it("knows hosts of records, services and APIs, and which of them another stack asks", () => {
    const dns = declare(tokens.dns, "dns", { records: { "dev.example.com": { check: false } } });
    const record = (name: string, type: string) => ({
      ...declare("aws:route53/record:Record", `record-${name}`, { name, type }),
      parent: dns.urn,
    });
    const found = hosts([
      dns,
      record("dev.example.com", "CNAME"),
      record("API.example.com", "A"),
      record("_acme.example.com", "CNAME"),
      record("mail.example.com", "MX"),
      declare(tokens.containerService, "services", {
        services: { api: { app: "shop-api" }, jobs: { app: "shop-jobs", kind: "worker" } },
      }),
      declare("aws:apigatewayv2/domainName:DomainName", "logs", { domainName: "logs.example.com" }),
      declare("vercel:index/projectDomain:ProjectDomain", "any", { domain: "*.example.com" }),
      declare("vercel:index/projectDomain:ProjectDomain", "later", { domain: UNKNOWN }),
      declare("vercel:index/projectDomain:ProjectDomain", "old", {
        domain: "old.example.com",
        redirect: "api.example.com",
      }),
    ]);
    expect(found).toEqual({
      "api.example.com": "no check",
      "dev.example.com": "elsewhere",
      "logs.example.com": "no check",
      "old.example.com": "redirects",
      "shop-api.fly.dev": "no check",
    });
  });

  it("tells through which alarm another one is told, and never the path of a webhook", () => {
    const composite = declare(
      "aws:cloudwatch/compositeAlarm:CompositeAlarm",
      "failing",
      { alarmName: "failing", alarmRule: 'ALARM("slow") AND NOT ALARM("shop-down")' },
      { alarmActions: [urnOf("aws:sns/topic:Topic", "critical")] },
    );
    const slow = declare("aws:cloudwatch/metricAlarm:MetricAlarm", "slow", {
      name: "slow",
      tags: { class: "performance", severity: "info" },
    });
    const webhook = declare(
      "aws:sns/topicSubscription:TopicSubscription",
      "hook",
      { protocol: "https", endpoint: "https://hooks.example.com/T0/key" },
      { topic: [urnOf("aws:sns/topic:Topic", "critical")] },
    );
    const { alarms } = reportOf(stackBut([], [composite, slow, webhook])).coverage;
    const byName = Object.fromEntries(alarms.map((one) => [one.name, one]));
    expect(byName["slow"]).toMatchObject({
      class: "performance",
      severity: "info",
      through: ["failing"],
      routes: ["e-mail oncall@example.com", "webhook hooks.example.com"],
    });
    expect(byName["uptime-shop-alarm"]?.through).toEqual([]);
  });
});

describe("residency", () => {
  const where = (one: DeclaredResource, ...more: DeclaredResource[]) =>
    reportOf([...smallStack(), one, ...more]).residency.find(({ urn }) => urn === one.urn);

  it("takes a resource's own region, with its country, what it keeps and whether that is personal", () => {
    const files = smallStack().find(({ name }) => name === "files") as DeclaredResource;
    expect(reportOf(smallStack()).residency.find(({ urn }) => urn === files.urn)).toMatchObject({
      said: "declared",
      places: [{ region: "eu-central-1", place: "Frankfurt, Germany", country: "Germany" }],
      holds: "the files in it",
      personalData: true,
    });
  });

  it("else its provider's, its project's, or says that nobody chose one", () => {
    const project = declare("supabase:index/project:Project", "db", { region: "ap-southeast-2" });
    const pooler = declare(
      "supabase-admin:index/pooler:Pooler",
      "pool",
      {},
      { projectRef: [project.urn] },
    );
    expect(where(declare("aws:sqs/queue:Queue", "jobs"))).toMatchObject({
      said: "provider",
      places: [{ region: "ca-central-1", country: "Canada" }],
    });
    expect(where(pooler, project)).toMatchObject({
      said: "project",
      places: [{ country: "Australia" }],
    });
    expect(where(declare("aws:iam/user:User", "eve"))).toMatchObject({
      said: "global",
      places: [],
    });
    expect(where(declare("github:index/repository:Repository", "code"))?.said).toBe("vendor");
  });

  it("names every region of functions and of services, and leaves a region that it does not know without a country", () => {
    const services = declare(tokens.containerService, "services", {
      services: { api: { vendor: "fly", primaryRegion: "yyz", regions: ["lhr", "yyz"] } },
    });
    expect(where(services)).toMatchObject({
      vendor: "fly",
      places: [{ country: "United Kingdom" }, { country: "Canada" }],
    });
    const web = declare("vercel:index/project:Project", "web", {
      resourceConfig: { functionDefaultRegions: ["mars1", "cdg1"] },
    });
    expect(where(web)?.places).toEqual([
      { region: "cdg1", place: "Paris, France", country: "France" },
      { region: "mars1" },
    ]);
    expect(where(declare("random:index/randomPassword:RandomPassword", "pw"))).toBeUndefined();
  });
});

// Requirement: CONF-02, HOST-14, HOST-15, HOST-16
describe("what hosts are told by files", () => {
  const web = declare(tokens.hostingProject, "web");
  const [site, services] = renderedStack(web.urn);
  const report = reportOf([web, ...renderedStack(web.urn)]);
  const byUrn = <T extends { urn: string }>(all: readonly T[], one = site) =>
    all.find(({ urn }) => urn === one?.urn);

  it("is called rendered, not managed, with its host", () => {
    const note = "rendered, not managed";
    expect(byUrn(report.resources)).toMatchObject({ note, rendered: ["Netlify"] });
    expect(byUrn(report.resources, services)).toMatchObject({
      note,
      rendered: ["hub (Fly)", "api (Render)"],
    });
    expect(byUrn(report.resources, web)).not.toHaveProperty("note");
    const managed = {
      ...site!,
      inputs: { ...site!.inputs, vendor: "digitalocean", managed: true },
    };
    expect(byUrn(reportOf([managed]).resources)).not.toHaveProperty("rendered");
  });

  it("has its public hosts and its places, by its host's own regions", () => {
    const hosts = report.coverage.hosts.map(({ host, state }) => [host, state]);
    expect(Object.fromEntries(hosts)).toMatchObject({
      "shop.example.com": "no check",
      "example.com": "redirects",
    });
    expect(byUrn(report.residency)).toMatchObject({
      vendor: "netlify",
      said: "declared",
      places: [{ region: "yul", place: "Montréal, Canada", country: "Canada" }],
    });
    expect(byUrn(report.residency, services)?.places).toMatchObject([
      { region: "ohio", country: "USA" },
      { region: "yyz", country: "Canada" },
    ]);
  });
});

describe("access", () => {
  it("tells of teams, environments and branches who may do what, and who may pass by", () => {
    const { access } = reportOf(smallStack(), smallSections(urnOf("x:y/z:Z", "route")));
    expect(access.teams).toMatchObject([
      { team: "web-team", permission: "push", members: [{ name: "ada", role: "maintainer" }] },
    ]);
    expect(access.environments).toMatchObject([
      {
        environment: "production",
        reviewers: ["team web-team"],
        waitMinutes: 5,
        adminBypass: true,
      },
    ]);
    expect(access.branches).toMatchObject([
      { pattern: "main", approvals: 2, adminBypass: false, bypassers: ["/release-bot"] },
    ]);
    expect(access.roles).toMatchObject([{ name: "deploy", policies: ["ReadOnly"] }]);
  });

  it("takes what GitHub does where nothing is said", () => {
    const bare = [
      declare("github:index/team:Team", "guests"),
      declare("github:index/repositoryEnvironment:RepositoryEnvironment", "live"),
      declare("github:index/branchProtection:BranchProtection", "trunk"),
    ];
    expect(reportOf(bare).access).toMatchObject({
      teams: [{ team: "guests", permission: "none", members: [] }],
      environments: [{ adminBypass: true, selfReview: true, waitMinutes: 0, reviewers: [] }],
      branches: [{ adminBypass: true, approvals: 0, codeOwners: false }],
    });
  });
});

describe("changes", () => {
  const urn = urnOf("aws:s3/bucket:Bucket", "files");
  const changesOf = (...operations: string[]) =>
    reportOf([], { changes: operations.map((operation) => ({ urn, operation })) }).changes;

  it("are one a resource, whatever steps the engine takes", () => {
    expect(changesOf("create-replacement", "replace", "delete-replaced")).toMatchObject([
      { operation: "replace", name: "files", properties: [], meaning: [] },
    ]);
    expect(changesOf("delete", "create failed")).toMatchObject([
      { operation: "create", failed: true },
    ]);
  });

  it("are left out where nothing was compared", () => {
    expect(reportOf([])).not.toHaveProperty("changes");
    expect(changesOf()).toEqual([]);
  });
});

it("sections are the same whatever the order of what they are made of", () => {
  const sections = smallSections(urnOf("x:y/z:Z", "route"));
  const one = reportOf(smallStack(), sections);
  const other = reportOf(smallStack().toReversed(), {
    headers: sections.headers.map((route) => ({ ...route, headers: route.headers.toReversed() })),
    roles: sections.roles.toReversed(),
    changes: sections.changes.toReversed(),
  });
  expect(JSON.stringify(other)).toBe(JSON.stringify(one));
});
