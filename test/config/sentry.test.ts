import { describe, expect, it } from "vitest";
import { parseSettings } from "../../config/parse";
import { edited, sectionsOf } from "./support";

const prod = sectionsOf("Pulumi.prod.yaml");
const declared = {
  "hosting.thirdParties": ["sentry"],
  "secretRegistry.SENTRY_DSN": undefined,
  "secrets.SENTRY_DSN": undefined,
};
const errors = { kind: "sentry", organization: "acme", release: "shop@1.4.0" };

const parsed = (edits: Record<string, unknown>) =>
  parseSettings(edited(prod, { ...declared, errorTracking: errors, ...edits }));

function settings(edits: Record<string, unknown> = {}) {
  const result = parsed(edits);
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result.settings;
}

function lines(edits: Record<string, unknown>) {
  const result = parsed(edits);
  const problems = "problems" in result ? result.problems : [];
  return problems.map(({ path, found }) => `${path}: ${found}`);
}

// Requirement: ALRT-06, CONF-01
describe("a stack with its own project at Sentry", () => {
  it("registers the project's address for the app and the jobs that deploy it", () => {
    const { secretRegistry, stack } = settings();
    expect(secretRegistry["SENTRY_DSN"]).toEqual({
      ...{ owner: stack.owner, source: "declared", rotationDays: 365 },
      destinations: { vercel: {}, github: {} },
    });
  });

  it("registers it for the app alone where the stack has no environment on GitHub", () => {
    const { secretRegistry } = settings({
      ...{ repository: undefined, secretRegistry: {}, "logs.intake": undefined },
    });
    expect(secretRegistry["SENTRY_DSN"]?.destinations).toEqual({ vercel: {} });
  });

  it("tells the app sample rate, environment and release", () => {
    expect(settings().hosting.variables).toMatchObject({
      SENTRY_TRACES_SAMPLE_RATE: "1.0",
      SENTRY_ENVIRONMENT: "prod",
      SENTRY_RELEASE: "shop@1.4.0",
    });
    const said = { ...errors, tracesSampleRate: 0.25, environment: "live" };
    expect(settings({ errorTracking: said }).hosting.variables).toMatchObject({
      SENTRY_TRACES_SAMPLE_RATE: "0.25",
      SENTRY_ENVIRONMENT: "live",
    });
  });

  it("is kept from being deleted in prod, unless the file lets it", () => {
    expect(settings().errorTracking).toMatchObject({ protect: true });
    const dropped = { ...errors, protect: false };
    expect(settings({ errorTracking: dropped }).errorTracking).toMatchObject({ protect: false });
    expect(settings({ "stack.tier": "staging" }).errorTracking).toMatchObject({ protect: false });
  });

  it("lets the app's own variables win", () => {
    const variables = { SENTRY_RELEASE: "abc123" };
    expect(settings({ "hosting.variables": variables }).hosting.variables).toMatchObject(variables);
  });

  it("hands all of it to the component", () => {
    const { errorTracking } = settings();
    expect(errorTracking).toMatchObject(errors);
    expect(errorTracking.variables).toEqual(
      expect.arrayContaining([
        ...["NEXT_PUBLIC_SENTRY_DSN", "SENTRY_ENVIRONMENT", "SENTRY_RELEASE"],
        "SENTRY_TRACES_SAMPLE_RATE",
      ]),
    );
  });
});

describe("it is refused", () => {
  const second = "an address beside that of the stack's own project";
  const registered = {
    ...{ owner: "web-team", source: "required", rotationDays: 365 },
    destinations: { vercel: {} },
  };

  it.each<[string, Record<string, unknown>, string]>([
    [
      "with a second address",
      { "secretRegistry.SENTRY_DSN": registered },
      `groundwork:secretRegistry.SENTRY_DSN: ${second}`,
    ],
    [
      "without a release",
      { errorTracking: { ...errors, release: undefined } },
      "groundwork:hosting.variables: no SENTRY_RELEASE",
    ],
    [
      "where pages may not reach it",
      { "hosting.thirdParties": [] },
      "groundwork:hosting.thirdParties: no sentry",
    ],
  ])("%s", (_what, edits, line) => {
    expect(lines(edits)).toEqual([line]);
  });

  it("what is said of the project where no organization is given", () => {
    const alone = { kind: "sentry", platform: "node", environment: "prod", release: "1" };
    const edits = { errorTracking: alone, "secretRegistry.SENTRY_DSN": registered };
    expect(lines(edits)).toEqual([
      "groundwork:errorTracking.platform: said of a project at Sentry, though no organization is given",
    ]);
  });
});
