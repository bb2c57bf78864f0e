import { describe, expect, it } from "vitest";
import { driftWeight } from "../../../catalogue/drift";
import { type Compared, driftFindings } from "../../../operations/drift/findings";
import { type IgnoreEntry, sift } from "../../../operations/drift/ignored";
import { unseenIn } from "../../../operations/drift/unseen";

const urn = (type: string, name: string) => `urn:pulumi:prod::shop::${type}::${name}`;
const compared = (type: string, name: string, over: Partial<Compared> = {}): Compared => ({
  ...{ urn: urn(type, name), type, state: {}, provider: {} },
  ...over,
});
const project = "vercel:index/project:Project";
const web = compared(project, "web", {
  state: { nodeVersion: "22.x", vercelAuthentication: { deploymentType: "all" }, tags: { a: "1" } },
  provider: { nodeVersion: "20.x", vercelAuthentication: { deploymentType: "none" }, tags: {} },
});
const stack = urn("pulumi:pulumi:Stack", "shop-prod");
const ground = { stack, owner: "platform", known: [web.urn], now: new Date("2026-11-21T23:00Z") };
const sifted = (...entries: IgnoreEntry[]) =>
  sift(driftFindings([web], "platform"), entries, ground);
const entry = (over: Partial<IgnoreEntry>): IgnoreEntry => ({
  ...{ resource: "web", reason: "known", until: "2026-11-21" },
  ...over,
});

// Requirement: OPS-06
describe("findings of drift", () => {
  it("weigh what decides who is let in most, and come worst first", () => {
    const told = sifted().findings.map(({ property, severity }) => [property, severity]);
    expect(told).toEqual([
      ["vercelAuthentication.deploymentType", "critical"],
      ["nodeVersion", "medium"],
      ["tags.a", "low"],
    ]);
  });

  it.each([
    ["aws:s3/bucket:Bucket", "critical", "the files in it"],
    ["aws:iam/role:Role", "critical", "who may do what"],
    ["aws:cloudwatch/metricAlarm:MetricAlarm", "high", "somebody hears"],
    ["vercel:index/webhook:Webhook", "high", "how it works"],
    ["digitalocean:index/app:App", "critical", "every deployment that could be rolled back to"],
  ])("say what is gone with %s", (type, severity, says) => {
    const [found] = driftFindings([compared(type, "it", { provider: undefined })], "platform");
    expect(found).toMatchObject({ kind: "gone", severity, owner: "platform" });
    expect(found?.says).toContain(says);
  });

  it.each([
    ["spec.services[0].envs[1].value", "critical"],
    ["spec.staticSites[0].github.branch", "critical"],
    ["spec.domainNames[0].name", "high"],
    ["spec.services[0].instanceCount", "medium"],
  ])("weigh %s of an app as %s", (property, severity) => {
    expect(driftWeight("digitalocean:index/app:App", property).severity).toBe(severity);
  });

  it("name the owner by the resource's tag before the stack's", () => {
    const state = { tags: { owner: "web-team" } };
    const [found] = driftFindings([compared(project, "it", { state, provider: undefined })], "p");
    expect(found?.owner).toBe("web-team");
  });
});

describe("the ignore list", () => {
  it("passes over a property and all below it, until its last day", () => {
    const { findings, ignored } = sifted(entry({ property: "vercelAuthentication" }));
    expect(ignored).toMatchObject([
      { property: "vercelAuthentication.deploymentType", reason: "known", until: "2026-11-21" },
    ]);
    expect(findings).toHaveLength(2);
  });

  it("passes over a whole resource, by name or URN", () => {
    expect(sifted(entry({})).findings).toEqual([]);
    expect(sifted(entry({ resource: web.urn })).findings).toEqual([]);
  });

  it("is itself a finding where a line has expired or names nothing", () => {
    const old = entry({ until: "2026-11-20" });
    const { findings, ignored } = sifted(old, entry({ resource: "wbe" }));
    expect(ignored).toEqual([]);
    const lines = findings.filter(({ kind }) => kind.startsWith("ignore"));
    expect(lines.map(({ kind, name, severity }) => [kind, name, severity])).toEqual([
      ["ignore-expired", "drift.ignore[0]", "medium"],
      ["ignore-unknown", "drift.ignore[1]", "medium"],
    ]);
    expect(findings).toHaveLength(5);
  });
});

describe("what a refresh cannot see", () => {
  const database = compared("supabase:index/project:Project", "db", {
    state: { databasePassword: "[secret]" },
  });
  const variable = "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable";

  it("is told by what the stack holds", () => {
    const sensitive = compared(variable, "key", { state: { sensitive: true } });
    const plain = compared(variable, "url", { state: { sensitive: false } });
    const told = unseenIn([database, sensitive, plain], new Set());
    expect(told.map(({ what, resources }) => [what, resources])).toEqual([
      ["whether the project was deleted", ["db"]],
      ["another password of the database", ["db"]],
      ["other values of sensitive variables", ["key"]],
    ]);
  });

  it("is no longer unseen once a probe told", () => {
    const told = unseenIn([database], new Set([database.urn]));
    expect(told.map(({ what }) => what)).toEqual(["another password of the database"]);
  });
});
