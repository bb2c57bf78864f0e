import { describe, expect, it } from "vitest";
import { referencedSecrets } from "../../config/secrets";
import { parseSettings } from "../../config/parse";
import { checkStackFile } from "../../config/stack-file";
import { edited, sectionsOf, textOf } from "./support";

const prod = sectionsOf("Pulumi.prod.yaml");

function problemsOf(edits: Record<string, unknown>) {
  const parsed = parseSettings(edited(prod, edits));
  return "problems" in parsed ? parsed.problems : [];
}

const regions = "hosting.resourceConfig.functionDefaultRegions";
const drain = { endpoint: "https://logs.example.com/api" };
const flag = {
  kind: "boolean",
  variants: { old: false, new: true },
  environments: {
    production: { defaultVariant: "old", disabledVariant: "old" },
    preview: { defaultVariant: "new", disabledVariant: "old" },
    development: { defaultVariant: "new", disabledVariant: "old" },
  },
};
/** Prod without what the smallest plan lacks. */
const bare = {
  "hosting.plan": "hobby",
  [regions]: ["yul1"],
  "hosting.rollingRelease": undefined,
  "hosting.skewProtection": undefined,
  "hosting.logDrain": undefined,
  "hosting.webhook": undefined,
  "costs.usage.hosting": undefined,
};

describe("the plan of a stack file", () => {
  it("refuses a fourth function region on pro, and says which plan has it", () => {
    expect(problemsOf({ [regions]: ["yul1", "iad1", "sfo1", "lhr1"] })).toEqual([
      {
        path: `groundwork:${regions}`,
        found: "4 function regions",
        allowed: "at most 3 on plan pro",
        fix: "come down to 3, or say plan: enterprise if the team has it",
      },
    ]);
  });

  it("is pro when nothing is said", () => {
    expect(
      problemsOf({ "hosting.plan": undefined, [regions]: ["yul1", "iad1", "sfo1", "lhr1"] }),
    ).toHaveLength(1);
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ["two function regions", { [regions]: ["yul1", "iad1"] }, regions, "at most 1 on plan hobby"],
    [
      "a custom environment",
      { "hosting.customEnvironments": { qa: {} } },
      "hosting.customEnvironments",
      "no custom environments on plan hobby",
    ],
    [
      "a log drain",
      { "hosting.logDrain": drain },
      "hosting.logDrain",
      "no log drain on plan hobby",
    ],
    [
      "a webhook",
      { "hosting.webhook": { ...drain, events: ["deployment.error"] } },
      "hosting.webhook",
      "no webhook on plan hobby",
    ],
    [
      "skew protection",
      { "hosting.skewProtection": "1 day" },
      "hosting.skewProtection",
      "no skew protection on plan hobby",
    ],
    [
      "a function of six minutes",
      { "hosting.resourceConfig.functionDefaultTimeout": 360 },
      "hosting.resourceConfig.functionDefaultTimeout",
      "at most 300 on plan hobby",
    ],
  ])("refuses %s on hobby", (_what, edits, path, allowed) => {
    expect(problemsOf({ ...bare, ...edits })).toMatchObject([
      { path: `groundwork:${path}`, allowed },
    ]);
  });

  it("refuses use that is reckoned with and that hobby stops at, however busy a month may get", () => {
    const requests = (low: number, expected: number, high: number) =>
      problemsOf({ ...bare, "costs.usage.hosting": { requests: { low, expected, high } } });
    expect(requests(0, 1_000_000, 9_000_000)).toEqual([]);
    expect(requests(0, 1_000_001, 9_000_000)).toEqual([
      {
        path: "groundwork:costs.usage.hosting.requests",
        found: "1000001 a month",
        allowed: "at most 1000000 on plan hobby, beyond which Vercel pauses the project",
        fix: "reckon with less, or say plan: pro if the team has it",
      },
    ]);
    expect(problemsOf({ ...bare, "costs.usage.hosting": { transferGb: 101 } })).toHaveLength(1);
    expect(problemsOf({ "costs.usage.hosting": { requests: 900_000_000 } })).toEqual([]);
  });

  it("cuts the tier's default regions down to what it allows", () => {
    const parsed = parseSettings(edited(prod, { ...bare, [regions]: undefined }));
    expect("settings" in parsed && parsed.settings.hosting.resourceConfig).toMatchObject({
      functionDefaultRegions: ["yul1"],
    });
  });

  it("is judged in the file, with the line", () => {
    const text = textOf("Pulumi.prod.yaml").replace(
      "[yul1, iad1, sfo1]",
      "[yul1, iad1, sfo1, lhr1]",
    );
    const line = text.split("\n").findIndex((it) => it.includes("[yul1, iad1, sfo1, lhr1]")) + 1;
    expect(checkStackFile(text, "Pulumi.prod.yaml", "groundwork")).toMatchObject([
      { where: { file: "Pulumi.prod.yaml", line }, found: "4 function regions" },
    ]);
  });
});

describe("a rolling release in a stack file", () => {
  const stages = "groundwork:hosting.rollingRelease.stages";
  const release = (advancementType: string, ...given: [number, number?][]) => ({
    "hosting.rollingRelease": {
      advancementType,
      stages: given.map(([targetPercentage, duration]) => ({
        targetPercentage,
        ...(duration !== undefined && { duration }),
      })),
    },
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    [
      "that ends below 100",
      release("automatic", [10, 5], [50]),
      `${stages}[1].targetPercentage`,
      "100 in the last stage",
    ],
    [
      "that reaches 100 early",
      release("automatic", [100, 5], [100]),
      `${stages}[0].targetPercentage`,
      "100 in the last stage only",
    ],
    [
      "that goes back",
      release("automatic", [50, 5], [20, 5], [100]),
      `${stages}[1].targetPercentage`,
      "more than the 50 before it",
    ],
    [
      "that is automatic without a duration",
      release("automatic", [10], [100]),
      `${stages}[0]`,
      "the minutes until the next stage, because the release is automatic",
    ],
    [
      "with a duration in the last stage",
      release("automatic", [10, 5], [100, 5]),
      `${stages}[1].duration`,
      "no duration in the last stage",
    ],
    [
      "with durations and approvals",
      release("manual-approval", [10, 5], [100]),
      `${stages}[0].duration`,
      "no duration where a person approves each stage",
    ],
    ["of one stage", release("automatic", [100]), stages, "a list of 2 to 10"],
  ])("is refused %s", (_what, edits, path, allowed) => {
    expect(problemsOf(edits)).toMatchObject([{ path, allowed }]);
  });

  it("is refused without skew protection", () => {
    expect(problemsOf({ "hosting.skewProtection": undefined })).toMatchObject([
      { path: "groundwork:hosting.rollingRelease", fix: 'add skewProtection, such as "12 hours"' },
    ]);
  });

  it.each([
    release("automatic", [10, 5], [50, 10_000], [100]),
    release("manual-approval", [0], [100]),
  ])("is taken when its stages grow to 100", (edits) => {
    expect(problemsOf(edits)).toEqual([]);
  });
});

describe("other settings of the platform are refused in a stack file:", () => {
  it.each<[string, Record<string, unknown>, string]>([
    [
      "a log drain without TLS",
      { "hosting.logDrain": { endpoint: "http://logs.example.com" } },
      "hosting.logDrain.endpoint",
    ],
    [
      "an address with a password in it",
      { "hosting.logDrain": { endpoint: "https://a:b@logs.example.com" } },
      "hosting.logDrain.endpoint",
    ],
    [
      "a webhook for an event that Vercel does not have",
      { "hosting.webhook": { ...drain, events: ["deployment.exploded"] } },
      "hosting.webhook.events[0]",
    ],
    [
      "a webhook for nothing",
      { "hosting.webhook": { ...drain, events: [] } },
      "hosting.webhook.events",
    ],
    [
      "a window of nine seconds",
      limits({ windowSeconds: 9 }),
      "hosting.firewall.rateLimits.sign-in.windowSeconds",
    ],
    [
      "a window of eleven minutes",
      limits({ windowSeconds: 660 }),
      "hosting.firewall.rateLimits.sign-in.windowSeconds",
    ],
    ["a limit of nothing", limits({ limit: 0 }), "hosting.firewall.rateLimits.sign-in.limit"],
    [
      "a key that only Enterprise has",
      limits({ keys: ["header"] }),
      "hosting.firewall.rateLimits.sign-in.keys[0]",
    ],
    [
      "a custom environment with a name of Vercel's",
      { "hosting.customEnvironments": { preview: {} } },
      "hosting.customEnvironments.preview",
    ],
    [
      "trusted addresses below Enterprise",
      {
        "hosting.trustedIps": {
          deploymentType: "all_deployments",
          addresses: [{ value: "192.0.2.1" }],
        },
      },
      "hosting.trustedIps",
    ],
    [
      "a trusted address that is none",
      {
        "hosting.plan": "enterprise",
        "hosting.trustedIps": {
          deploymentType: "all_deployments",
          addresses: [{ value: "192.0.2.1/33" }],
        },
      },
      "hosting.trustedIps.addresses[0].value",
    ],
    [
      "a retention that Vercel does not have",
      { "hosting.deploymentRetention": { expirationPreview: "2w" } },
      "hosting.deploymentRetention.expirationPreview",
    ],
    [
      "a flag that serves a variant it does not have",
      { "hosting.featureFlags": { beta: { ...flag, variants: { old: false } } } },
      "hosting.featureFlags.beta.environments.development.defaultVariant",
    ],
    [
      "a flag whose variants are of another kind",
      { "hosting.featureFlags": { beta: { ...flag, kind: "string" } } },
      "hosting.featureFlags.beta.variants.old",
    ],
    [
      "a variable for a custom environment that is not there",
      { "hosting.variables.LOG_LEVEL": { value: "x", customEnvironments: ["qa"] } },
      "hosting.variables.LOG_LEVEL.customEnvironments[0]",
    ],
  ])("%s", (_what, edits, path) => {
    expect(problemsOf(edits).map((it) => it.path)).toContain(`groundwork:${path}`);
  });
});

describe("secrets that the platform refers to", () => {
  it("are asked for like those of variables", () => {
    const hosting = {
      logDrain: { ...drain, secret: "LOG_SECRET" },
      passwordProtection: { deploymentType: "all_deployments", secret: "VISITORS" },
    };
    expect(referencedSecrets({ hosting })).toEqual(["LOG_SECRET", "VISITORS"]);
  });
});

function limits(given: object) {
  const rateLimits = { "sign-in": { path: "/api/auth", limit: 20, windowSeconds: 60, ...given } };
  return { "hosting.firewall": { rateLimits } };
}
