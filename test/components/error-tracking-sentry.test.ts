import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { ErrorTracking, type ErrorTrackingArgs } from "../../components/error-tracking";
import { find, listOf, onMocks, valueOf } from "../support/mocks";

const types = {
  team: "sentry:index/sentryTeam:SentryTeam",
  project: "sentry:index/sentryProject:SentryProject",
  key: "sentry:index/sentryKey:SentryKey",
  alert: "sentry:index/sentryIssueAlert:SentryIssueAlert",
} as const;
const dsn = "https://abc@o1.ingest.us.sentry.io/2";
const smallest: ErrorTrackingArgs = {
  ...({ kind: "sentry", product: "shop", tier: "prod", events: "send" } as const),
  organization: "acme",
  variables: ["NEXT_PUBLIC_SENTRY_DSN", "SENTRY_ENVIRONMENT", "SENTRY_RELEASE"],
  thirdParties: ["sentry"],
};

const declare = (more: object = {}, preview = false) =>
  onMocks(() => new ErrorTracking("errors", { ...smallest, ...more }), {
    preview,
    outputs: {
      [types.team]: { internalId: "77" },
      ...(!preview && { [types.key]: { dsnPublic: dsn } }),
    },
    calls: {
      "sentry:index/getSentryTeam:getSentryTeam": ({ organization, slug }) => ({
        ...{ organization, slug, id: slug, internalId: "42" },
      }),
    },
  });

// Requirement: ALRT-06, CONF-01
describe("a project of the stack's own at Sentry", () => {
  it("has a team, a key and two rules, called after product and tier", async () => {
    const { resources } = await declare();
    expect(listOf(resources)).toEqual([
      "groundwork:errors:ErrorTracking errors",
      `${types.alert} errors-frequent-errors`,
      `${types.alert} errors-new-errors`,
      `${types.key} errors-key`,
      `${types.project} errors-project`,
      `${types.team} errors-team`,
    ]);
    const place = { organization: "acme", name: "shop-prod", slug: "shop-prod" };
    expect(find(resources, types.team).inputs).toEqual(place);
    expect(find(resources, types.project).inputs).toEqual({
      ...place,
      platform: "javascript-nextjs",
      teams: ["shop-prod"],
    });
    expect(find(resources, types.key).inputs).toEqual({
      organization: "acme",
      project: "shop-prod",
      name: "app",
    });
  });

  it("mails the team about what is new or came back, and about what happens often", async () => {
    const { resources } = await declare();
    const conditions = "sentry.rules.conditions";
    const common = {
      ...{ organization: "acme", project: "shop-prod", frequency: 30 },
      ...{ actionMatch: "any", filterMatch: "all" },
      actions: [
        {
          id: "sentry.mail.actions.NotifyEmailAction",
          targetType: "Team",
          targetIdentifier: "77",
        },
      ],
    };
    expect(find(resources, types.alert, "errors-new-errors").inputs).toEqual({
      ...common,
      name: "New errors, and errors that came back",
      conditions: [
        { id: `${conditions}.first_seen_event.FirstSeenEventCondition` },
        { id: `${conditions}.regression_event.RegressionEventCondition` },
      ],
    });
    expect(find(resources, types.alert, "errors-frequent-errors").inputs).toEqual({
      ...common,
      name: "Errors seen 100 times in an hour",
      conditions: [
        {
          ...{ id: `${conditions}.event_frequency.EventFrequencyCondition`, interval: "1h" },
          ...{ comparisonType: "count", value: "100" },
        },
      ],
    });
  });

  it("takes a team that is there, another name, another platform and other rules", async () => {
    const { resources } = await declare({
      ...{ team: "web", project: "shop", platform: "node" },
      alerts: { frequencyMinutes: 60, eventsPerHour: 5 },
    });
    expect(resources.some(({ type }) => type === types.team)).toBe(false);
    expect(find(resources, types.project).inputs).toMatchObject({
      ...{ slug: "shop", platform: "node", teams: ["web"] },
    });
    expect(find(resources, types.alert, "errors-frequent-errors").inputs).toMatchObject({
      name: "Errors seen 5 times in an hour",
      frequency: 60,
      actions: [{ targetIdentifier: "42" }],
    });
  });

  it("keeps its project from being deleted where it is asked to", async () => {
    const { resources } = await declare({ protect: true });
    expect(find(resources, types.project).options).toMatchObject({ protect: true });
    const open = await declare();
    expect(find(open.resources, types.project).options).not.toHaveProperty("protect");
  });

  it("mails nobody where alerts are false", async () => {
    const { resources } = await declare({ alerts: false });
    expect(resources.some(({ type }) => type === types.alert)).toBe(false);
  });

  it("gives out the address of its key as a secret, and seals it in the state", async () => {
    const { resources, result } = await declare();
    expect(await pulumi.isSecret(result.dsn!)).toBe(true);
    expect(await valueOf(result.dsn!)).toBe(dsn);
    expect(find(resources, types.key).options).toMatchObject({
      additionalSecretOutputs: ["dsnPublic", "dsnCsp", "dsnSecret", "secret"],
    });
    expect(JSON.stringify(resources.filter(({ custom }) => !custom))).not.toContain(dsn);
  });

  it("is declared in a preview, where nothing has an address yet", async () => {
    const { resources } = await declare({}, true);
    expect(resources).toHaveLength(6);
  });

  it("lets the last word change each child", async () => {
    const { resources } = await declare({
      transform: { key: (args: { rateLimitCount?: number }) => void (args.rateLimitCount = 100) },
    });
    expect(find(resources, types.key).inputs).toMatchObject({ rateLimitCount: 100 });
  });

  it("is none where no organization is given", async () => {
    const { resources, result } = await declare({ organization: undefined });
    expect(listOf(resources)).toEqual(["groundwork:errors:ErrorTracking errors"]);
    expect(result.dsn).toBeUndefined();
  });
});

describe("a project at Sentry is refused", () => {
  it.each([
    [{ tracesSampleRate: 2 }, "errors.tracesSampleRate: 2; expected 0 to 1"],
    [{ project: "My Shop" }, "errors.project: My Shop; expected a slug of small letters"],
    [{ alerts: { frequencyMinutes: 1 } }, "errors.alerts.frequencyMinutes: 1; expected 5 to 43200"],
    [{ alerts: { eventsPerHour: 0 } }, "errors.alerts.eventsPerHour: 0; expected 1 to 1000000"],
    [
      { organization: undefined, team: "web" },
      "errors.team: said of a project at Sentry, though no organization is given",
    ],
  ])("with %o", async (more, message) => {
    await expect(declare(more)).rejects.toThrow(message);
  });
});
