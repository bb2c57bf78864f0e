import { describe, expect, it } from "vitest";
import { parseSettings } from "../../../config/parse";
import type { StackSettings } from "../../../config/settings";
import { edited, sectionsOf } from "../support";

const prod = sectionsOf("Pulumi.prod.yaml");

function settingsOf(edits: Record<string, unknown> = {}): StackSettings {
  const parsed = parseSettings(edited(prod, edits));
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.settings;
}

describe("access", () => {
  it("knows the names of everything that need not begin with product and tier", () => {
    expect(settingsOf().access).toMatchObject({
      buckets: expect.arrayContaining([
        "velocity-backups-prod",
        "velocity-backups-prod-copy",
        "velocity-audit-prod",
      ]) as string[],
      secrets: expect.arrayContaining(["velocity-platform/prod/JWT_SECRET"]) as string[],
      budgets: ["velocity-platform-prod"],
    });
    expect(settingsOf().access?.buckets).not.toContain("user-assets");
  });

  it("lets in the repository that hosting is built from, unless it names another", () => {
    expect(settingsOf().access?.repository).toBe("velocity/velocity-platform");
    expect(settingsOf({ "access.repository": "velocity/infra" }).access?.repository).toBe(
      "velocity/infra",
    );
  });

  it.each([
    ["dev", "development"],
    ["staging", "staging"],
    ["prod", "production"],
  ])("takes for tier %s the environment %s, unless it names another", (tier, environment) => {
    const edits = { "stack.tier": tier, "access.environment": undefined };
    expect(settingsOf(edits).access?.environment).toBe(environment);
    expect(settingsOf({ "access.environment": "live" }).access?.environment).toBe("live");
  });

  it("knows where the state is, when it is on S3", () => {
    expect(settingsOf().access?.state).toEqual({
      bucket: "velocity-terraform-state",
      region: "us-east-1",
      keyAlias: "velocity-platform-state",
    });
    expect(settingsOf({ state: undefined }).access?.state).toBeUndefined();
  });

  // Requirement: ALRT-20
  it("knows the functions that alerts call, each once and without its alias", () => {
    const arn = "arn:aws:lambda:ca-central-1:123456789012:function:respond";
    const edits = {
      "alerts.routes.critical.lambdas": [arn],
      "alerts.routes.info.lambdas": [`${arn}:live`],
    };
    expect(settingsOf(edits).access?.responders).toEqual([arn]);
    expect(settingsOf().access).not.toHaveProperty("responders");
  });

  it("is absent where the file says nothing of it", () => {
    expect(settingsOf({ access: undefined }).access).toBeUndefined();
  });

  it("leaves the OIDC provider to bootstrap", () => {
    expect(settingsOf().access?.oidcProvider).toBe("bootstrap");
  });

  it.each([
    ["none at all", { "hosting.gitRepository": undefined }],
    ["one that is not on GitHub", { "hosting.gitRepository.type": "gitlab" }],
  ])("is refused when the repository is %s", (_what, edits) => {
    expect(parseSettings(edited(prod, edits))).toEqual({
      problems: [
        {
          path: "groundwork:access.repository",
          found: "missing, and hosting is built from no repository on GitHub",
          allowed: "the repository whose jobs are let in, organisation/name",
          fix: "add it",
        },
      ],
    });
  });
});

describe("state", () => {
  it("names its key after the product, unless it names another", () => {
    expect(settingsOf().state?.keyAlias).toBe("velocity-platform-state");
    expect(settingsOf({ "state.keyAlias": "own" }).state?.keyAlias).toBe("own");
  });
});
