import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../../core/resource";
import type { PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { sharedDeclaredByOwner as rule } from "../../../policies/rules/hygiene/shared-declared-by-owner";
import { run } from "../../../policies/run";
import { brief, profile, resource, root, today } from "../support/stack";

const repository = resource("github:index/repository:Repository", "repository");
const zone = resource(providerTypes.awsZone, "zone");
const secret = resource(providerTypes.githubEnvironmentSecret, "secret");

/** What the rule says of a stack of that name. */
function ask(stack: string, settings: PropertyMap, ...more: DeclaredResource[]) {
  const resources = [root, profile(settings), ...more].map((one) => ({
    ...one,
    urn: one.urn.replace("pulumi:prod:", `pulumi:${stack}:`),
  }));
  return run({ resources, stack, clock: today, rules: [rule] });
}

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds where the prod stack owns and declares what is shared", () => {
    expect(brief(ask("prod", {}, repository, zone))).toEqual([`pass profile: ${rule.title}`]);
    const production = { shared: { owner: "acme-production" } };
    expect(brief(ask("acme-production", production, repository))[0]).toMatch(/^pass/);
  });

  it("holds where another stack leaves it to that one", () => {
    expect(brief(ask("staging", { tier: "staging" }, secret))).toEqual([
      `pass profile: ${rule.title}`,
    ]);
  });

  it("reports what another stack declares, in full", () => {
    const results = ask("staging", { tier: "staging" }, repository, zone);
    const [, second] = results.filter(({ state }) => state === "fail");
    expect(second).toEqual({
      rule: "shared-declared-by-owner",
      state: "fail",
      urn: "urn:pulumi:staging::groundwork::github:index/repository:Repository::repository",
      level: "mandatory",
      severity: "high",
      message: "found the repository declared by the stack staging, wanted by prod alone",
      found: "staging",
      wanted: "prod",
    });
    expect(brief(results)).toHaveLength(3);
  });

  it("reports ownership that moved to a stack with lower floors, there and elsewhere", () => {
    const moved = { tier: "staging", shared: { owner: "staging" } };
    const message =
      "fail profile: shared.owner: found staging, a stack of tier staging, wanted a stack of tier prod";
    expect(brief(ask("staging", moved, repository))).toEqual([message]);
    expect(brief(ask("prod", { shared: { owner: "staging" } }))).toEqual([message]);
    const named = { tier: "dev", shared: { owner: "platform" } };
    expect(brief(ask("platform", named, repository))).toEqual([
      "fail profile: shared.owner: found platform, a stack of tier dev, wanted a stack of tier prod",
    ]);
  });

  it("takes the word of an owner whose name says no tier", () => {
    const settings = { tier: "staging", shared: { owner: "platform" } };
    expect(brief(ask("staging", settings))[0]).toMatch(/^pass/);
  });

  it("reports on the stack itself where no profile is declared", () => {
    const resources = [root, repository].map((one) => ({
      ...one,
      urn: one.urn.replace("pulumi:prod:", "pulumi:staging:"),
    }));
    const results = run({ resources, stack: "staging", clock: today, rules: [rule] });
    expect(brief(results)).toEqual([
      "fail repository: found the repository declared by the stack staging, wanted by prod alone",
      `pass groundwork-prod: ${rule.title}`,
    ]);
  });
});
