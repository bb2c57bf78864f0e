import { describe, expect, it } from "vitest";
import { parseSettings } from "../../../config/parse";
import { edited, sectionsOf, stacks } from "../support";

function parsed(stack: string, edits: Record<string, unknown> = {}) {
  return parseSettings(edited(sectionsOf(`Pulumi.${stack}.yaml`), edits));
}

function alertsOf(stack: string, edits: Record<string, unknown> = {}) {
  const result = parsed(stack, edits);
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result.settings.alerts;
}

function problemOf(edits: Record<string, unknown>) {
  const result = parsed("prod", edits);
  return "problems" in result ? result.problems : [];
}

const path = (end: string) => `groundwork:alerts.${end}`;

describe("alerts that follow from the rest of the file", () => {
  it("watch every service with the limits that the file declares", () => {
    expect(alertsOf("prod").services).toEqual({
      web: { kind: "hosting", appMonitor: "velocity-platform-prod-web-vitals" },
      database: { kind: "database", connections: 100 },
      orchestrator: {
        kind: "container",
        app: "velocity-orchestrator",
        cpu: { above: 70, after: 300 },
        connections: 80,
        previewPoolSize: 20,
      },
    });
  });

  it("watch one more service with one more entry", () => {
    const { orchestrator } = sectionsOf("Pulumi.prod.yaml").services as { orchestrator: object };
    const worker = { ...orchestrator, app: "velocity-worker", previews: undefined };
    const { services } = alertsOf("prod", { "services.worker": worker });
    expect(services.worker).toEqual({
      kind: "container",
      app: "velocity-worker",
      cpu: { above: 70, after: 300 },
      connections: 80,
    });
  });

  it("count the connections of a database without pooler by what its compute has", () => {
    const { database } = alertsOf("prod", { "database.pooler": false }).services;
    expect(database).toEqual({ kind: "database", connections: 160 });
    const small = { "database.pooler": false, "database.database": {} };
    expect(alertsOf("dev", small).services.database).toEqual({ kind: "database", connections: 48 });
  });

  // Requirement: ENV-10, CONF-13
  it.each([
    ["dev", 2],
    ["staging", 5],
    ["prod", 20],
  ])(
    "know the pool of previews of %s, %i, also where the file leaves the number to the tier",
    (stack, size) => {
      expect(alertsOf(stack).services.orchestrator?.previewPoolSize).toBe(size);
      const left = { "services.orchestrator.previews": {} };
      expect(alertsOf(stack, left).services.orchestrator?.previewPoolSize).toBe(size);
    },
  );

  // Requirement: ALRT-10, CONF-25
  it.each(stacks)(
    "tell who pays in %s where the file names nobody, and link to the repository",
    (stack) => {
      const { routes, runbooks, owner } = alertsOf(stack, { alerts: undefined });
      expect(Object.keys(routes)).toEqual(["critical", "warning", "info"]);
      expect(routes.critical?.emails).toContain("platform@velocity-platform.com");
      expect(runbooks).toBe(
        "https://github.com/velocity/velocity-platform/blob/main/docs/runbooks",
      );
      expect(owner).toBe("platform-team");
    },
  );
});

describe("alerts in a stack file are refused", () => {
  it("where nobody hears of what is critical", () => {
    expect(problemOf({ "alerts.routes.critical": undefined })).toEqual([
      {
        path: path("routes.critical"),
        found: "nobody who hears of what is critical",
        allowed: "an e-mail address, a webhook, or a channel of a chat that is authorized",
        fix: "add an address under routes.critical.emails",
      },
    ]);
  });

  it("where a chat that is not authorized is all there is", () => {
    const routes = { critical: { slackChannels: ["C0INCIDENTS"] } };
    const edits = { "alerts.routes": routes, "alerts.chat.slack.authorized": false };
    expect(problemOf(edits).map((it) => it.path)).toEqual([path("routes.critical")]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["a channel has no chat", { "alerts.chat": undefined }, "routes.critical.slackChannels"],
    [
      "a webhook has two addresses",
      {
        "alerts.routes.critical.webhooks.on-call.secret": "JWT_SECRET",
        "secrets.JWT_SECRET": true,
      },
      "routes.critical.webhooks.on-call",
    ],
    [
      "a webhook has no TLS",
      { "alerts.routes.critical.webhooks.on-call.url": "http://a" },
      "routes.critical.webhooks.on-call.url",
    ],
    [
      "a function is none",
      { "alerts.routes.warning.lambdas": ["respond"] },
      "routes.warning.lambdas[0]",
    ],
    [
      "two functions have one name",
      {
        "alerts.routes.warning.lambdas": ["ca-central-1", "us-east-1"].map(
          (region) => `arn:aws:lambda:${region}:123456789012:function:respond`,
        ),
      },
      "routes.warning.lambdas",
    ],
    [
      "a function is of another account",
      {
        "alerts.routes.warning.lambdas": [
          "arn:aws:lambda:ca-central-1:210987654321:function:respond",
        ],
      },
      "routes.warning.lambdas[0]",
    ],
    [
      "a window has six fields",
      { "alerts.mute.weekly.expression": "cron(0 7 ? * SUN *)" },
      "mute.weekly.expression",
    ],
    ["a window has no unit", { "alerts.mute.weekly.duration": "60" }, "mute.weekly.duration"],
    ["a window says not what for", { "alerts.mute.weekly.reason": " " }, "mute.weekly.reason"],
    [
      "an alarm is off without a reason",
      { "alerts.alarms": { failing: { off: "" } } },
      "alarms.failing.off",
    ],
  ])("where %s", (_, edits, end) => {
    expect(problemOf(edits).map((it) => it.path)).toContain(path(end));
  });

  it("where a variable says the size of the pool that previews say", () => {
    const [problem] = problemOf({ "services.orchestrator.env.PREVIEW_POOL_SIZE": "3" });
    expect(problem?.path).toBe("groundwork:services.orchestrator.env");
  });
});
