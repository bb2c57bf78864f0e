import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readLedger } from "../../../sandbox/client/ledger";
import { type Properties, TestCloud } from "../server/harness";

const types = {
  team: "sentry:index/sentryTeam:SentryTeam",
  project: "sentry:index/sentryProject:SentryProject",
  key: "sentry:index/sentryKey:SentryKey",
  alert: "sentry:index/sentryIssueAlert:SentryIssueAlert",
  channel: "checkly:index/alertChannel:AlertChannel",
  group: "checkly:index/checkGroup:CheckGroup",
  check: "checkly:index/check:Check",
  policy: "pagerduty:index/escalationPolicy:EscalationPolicy",
  service: "pagerduty:index/service:Service",
  integration: "pagerduty:index/serviceIntegration:ServiceIntegration",
} as const;

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await TestCloud.open();
});
afterEach(() => cloud.close());

const make = (type: keyof typeof types, inputs: Properties, as = "it") =>
  cloud.create(types[type], as, inputs);
const organization = "velocity";
const left = () => readLedger(cloud.home).objects.map(({ type }) => type);

const makeProject = async () => {
  await make("team", { organization, name: "Web Team" });
  return make("project", { organization, name: "Shop", teams: ["web-team"] });
};
const mail = {
  ...{ organization, project: "shop", name: "New", actionMatch: "any", filterMatch: "all" },
  ...{ frequency: 30, conditions: [{ id: "first" }], actions: [{ id: "mail" }] },
};

describe("Sentry", () => {
  test("calls teams and projects by slugs that it makes of their names", async () => {
    const { id, properties } = await makeProject();
    expect([id, properties["slug"], properties["status"]]).toEqual(["shop", "shop", "active"]);
    const said = await make("team", { organization, name: "Web Team", slug: "web" }, "other");
    expect(said.id).toBe("web");
  });

  test("refuses the same slug twice, and takes it in another organization", async () => {
    await makeProject();
    const again = { organization, name: "shop", teams: ["web-team"] };
    await expect(make("project", again, "two")).rejects.toThrow(
      "409 A project with this slug already exists. (shop)",
    );
    await make("team", { organization: "other", name: "Web Team" }, "three");
    await make("project", { ...again, organization: "other" }, "four");
  });

  test.each<[keyof typeof types, Properties]>([
    ["key", { organization, project: "shop", name: "app" }],
    ["alert", mail],
  ])("finds nothing where a %s is to be", async (type, inputs) => {
    await expect(make(type, inputs)).rejects.toThrow("404 The requested resource does not exist");
  });

  test("gives a key its addresses, and the ledger none of them", async () => {
    await makeProject();
    const { id, properties } = await make("key", { organization, project: "shop", name: "app" });
    const dsn = properties["dsnPublic"] as string;
    expect(dsn).toMatch(new RegExp(`^https://${id}@o\\d+\\.ingest\\.us\\.sentry\\.io/\\d+$`));
    const other = await make("key", { organization, project: "shop", name: "app" }, "other");
    const host = (address: unknown) => new URL(String(address)).host;
    expect(host(other.properties["dsnPublic"])).toBe(host(dsn));
    const ledger = JSON.stringify(readLedger(cloud.home));
    expect(ledger).toContain('"dsnPublic"');
    expect(ledger).not.toContain(new URL(dsn).host);
  });

  test("takes keys and alerts with their project", async () => {
    const { id } = await makeProject();
    await make("key", { organization, project: "shop", name: "app" });
    const alert = await make("alert", mail);
    expect(alert.id).toMatch(/^velocity\/shop\/\d+$/);
    await cloud.delete(types.project, "it", id);
    expect(left()).toEqual([types.team]);
  });

  test("finds a team that was made, and teams made by hand under one number each", async () => {
    const { properties } = await make("team", { organization, name: "Web Team" });
    const numberOf = async (slug: string) => {
      const inputs = { organization, slug };
      return (await cloud.invoke("sentry:index/getSentryTeam:getSentryTeam", inputs)).result[
        "internalId"
      ];
    };
    expect(await numberOf("web-team")).toBe(properties["internalId"]);
    expect(await numberOf("by-hand")).toBe(await numberOf("by-hand"));
    await expect(numberOf("Web Team")).rejects.toThrow("404");
  });

  test("does not find what is moved to another organization", async () => {
    await make("team", { organization, name: "web" });
    const change = { id: "web", oldInputs: { organization, name: "web" }, olds: {} };
    const news = { organization: "other", name: "web" };
    await expect(cloud.update(types.team, "it", { ...change, news })).rejects.toThrow(
      "404 The requested resource does not exist (organization)",
    );
  });
});

describe("Checkly", () => {
  const check = { name: "app", type: "API", activated: true, frequency: 1 };
  const request = { url: "https://app.example.com" };

  test("calls channels and groups by numbers, and checks by UUIDs", async () => {
    const channel = await make("channel", { email: { address: "web@example.com" } });
    const subscriptions = [{ channelId: Number(channel.id), activated: true }];
    const group = await make("group", {
      ...{ name: "shop", activated: true, concurrency: 1, locations: ["us-east-1"] },
      alertChannelSubscriptions: subscriptions,
    });
    const made = await make("check", { ...check, request, groupId: Number(group.id) });
    expect([channel.id, group.id].every((id) => /^\d{6,7}$/.test(id))).toBe(true);
    expect(made.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(made.properties["alertSettings"]).toMatchObject({ escalationType: "RUN_BASED" });
  });

  test.each<[string, Properties]>([
    ["a group", { groupId: 1 }],
    ["a channel", { alertChannelSubscriptions: [{ channelId: 1, activated: true }] }],
  ])("does not find %s that nobody made", async (_what, more) => {
    await expect(make("check", { ...check, request, ...more })).rejects.toThrow("404");
  });

  test("changes everything in place", async () => {
    const before = { ...check, request };
    const diff = await cloud.diff(types.check, "it", before, { ...before, frequency: 5 });
    expect(diff.replaces).toEqual([]);
  });
});

describe("PagerDuty", () => {
  const targets = [{ id: "PSCHED1", type: "schedule_reference" }];
  const rules = [{ escalationDelayInMinutes: 15, targets }];
  const makeService = async () => {
    const policy = await make("policy", { name: "Shop", rules });
    return {
      policy,
      service: await make("service", { name: "Shop", escalationPolicy: policy.id }),
    };
  };

  test.each<[keyof typeof types, Properties, string]>([
    ["policy", { name: "shop", rules }, "escalation_policies"],
    ["service", { name: "SHOP", escalationPolicy: "PHAND01" }, "services"],
  ])("takes the name of a %s once", async (type, inputs, call) => {
    await makeService();
    await expect(make(type, inputs, "two")).rejects.toThrow(
      `POST API call to https://api.pagerduty.com/${call} failed 400 Bad Request. Code: 2001, Errors: [Name has already been taken]`,
    );
  });

  test("gives an integration its key, and the ledger does not have it", async () => {
    const { service } = await makeService();
    const inputs = { service: service.id, type: "aws_cloudwatch_inbound_integration" };
    const { properties } = await make("integration", { name: "CloudWatch", ...inputs });
    const key = properties["integrationKey"] as string;
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    const ledger = JSON.stringify(readLedger(cloud.home));
    expect(ledger).toContain('"integrationKey"');
    expect(ledger).not.toContain(key);
  });

  test("does not find a service that nobody made", async () => {
    const inputs = { service: "PNOBODY", type: "aws_cloudwatch_inbound_integration" };
    await expect(make("integration", inputs)).rejects.toThrow("404 Not Found. Code: 2100");
  });

  test("keeps a policy that a service uses; integrations go with the service", async () => {
    const { policy, service } = await makeService();
    await make("integration", { service: service.id, type: "aws_cloudwatch_inbound_integration" });
    await expect(cloud.delete(types.policy, "it", policy.id)).rejects.toThrow("in use");
    await cloud.delete(types.service, "it", service.id);
    await cloud.delete(types.policy, "it", policy.id);
    expect(left()).toEqual([]);
  });

  test("moves no integration to another service", async () => {
    const before = { service: "PA", type: "aws_cloudwatch_inbound_integration" };
    const diff = await cloud.diff(types.integration, "it", before, { ...before, service: "PB" });
    expect(diff.replaces).toEqual(["service"]);
  });

  test("finds a policy that was made, and schedules and policies made by hand under one id each", async () => {
    const { policy } = await makeService();
    const idOf = async (name: string, inputs: Properties) =>
      (await cloud.invoke(`pagerduty:index/${name}:${name}`, inputs)).result["id"];
    expect(await idOf("getEscalationPolicy", { name: "Shop" })).toBe(policy.id);
    const schedule = await idOf("getSchedule", { name: "Primary" });
    expect(schedule).toMatch(/^P[0-9A-F]{6}$/);
    expect(await idOf("getSchedule", { name: "Primary" })).toBe(schedule);
    expect(await idOf("getEscalationPolicy", { name: "Primary" })).not.toBe(schedule);
    await expect(idOf("getSchedule", { name: " " })).rejects.toThrow(
      "Unable to locate any schedule",
    );
  });
});
