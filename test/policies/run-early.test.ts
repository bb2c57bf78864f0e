import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../core/resource";
import { UNKNOWN } from "../../core/value";
import { functionRegionsAllowed } from "../../policies/rules/data/function-regions-allowed";
import { hstsMaxAge } from "../../policies/rules/headers/hsts-max-age";
import { hstsPresent } from "../../policies/rules/headers/hsts-present";
import { noPlaintextSecrets } from "../../policies/rules/secrets/no-plaintext-secrets";
import { earlyJudge, run } from "../../policies/run";
import { refuses } from "../../policies/verdict";
import { compliantStack } from "./support/compliant-stack";
import {
  headersRoute,
  headersWith,
  places,
  profile,
  profileInputs,
  resource,
  today,
  vercelProject,
} from "./support/stack";
import { goodWaiver } from "./support/waivers";

describe("earlyJudge", () => {
  const weak = headersRoute({
    headers: headersWith("Strict-Transport-Security", "max-age=300; includeSubDomains"),
  });
  const rules = [functionRegionsAllowed, hstsMaxAge, hstsPresent, noPlaintextSecrets];
  const early = (one: DeclaredResource, given: unknown = profileInputs) =>
    earlyJudge({ stack: "prod", clock: today, profile: given, rules })(one);

  it("judges one resource by the rules that need no other", () => {
    expect(places(early(weak).filter(refuses))).toEqual([
      "fail web-headers route.headers.Strict-Transport-Security",
    ]);
    expect(early(weak).map(({ rule }) => rule)).toEqual(["hsts-max-age", "no-plaintext-secrets"]);
  });

  it("judges one after the other as if each were alone", () => {
    const judge = earlyJudge({ stack: "prod", clock: today, profile: profileInputs, rules });
    const both = [weak, vercelProject, weak].map((one) => judge(one));
    expect(both).toEqual([early(weak), early(vercelProject), early(weak)]);
  });

  it("says nothing of what only the whole stack shows", () => {
    expect(early(vercelProject).map(({ rule }) => rule)).toEqual([
      "function-regions-allowed",
      "no-plaintext-secrets",
    ]);
    expect(early(profile()).map(({ rule }) => rule)).toEqual(["no-plaintext-secrets"]);
  });

  it("leaves what is unknown to the end, when it shows from what it is computed", () => {
    const route = headersRoute({ headers: { "Strict-Transport-Security": UNKNOWN } });
    expect(early(route).map(({ state }) => state)).toEqual(["not-applicable"]);
  });

  it("knows the waivers", () => {
    const waivers = [{ ...goodWaiver, rule: "hsts-max-age" }];
    expect(early(weak, { ...profileInputs, waivers }).filter(refuses)).toEqual([]);
  });

  it("knows the components above a resource by what was shown before", () => {
    const web = resource("groundwork:hosting:HostingProject", "site");
    const below = { ...weak, parent: web.urn };
    const waivers = [{ ...goodWaiver, rule: "hsts-max-age", target: "component:site" }];
    const given = { ...profileInputs, waivers };
    const judged = (shown: Map<string, DeclaredResource>) =>
      earlyJudge({ stack: "prod", clock: today, profile: given, rules, shown })(below);
    expect(judged(new Map([[web.urn, web]])).filter(refuses)).toEqual([]);
    expect(judged(new Map()).filter(refuses)).toHaveLength(1);
    // A component that is judged itself is its own.
    const own = { ...weak, name: "site", custom: false };
    const itself = early(own, given);
    expect(itself.filter(refuses)).toEqual([]);
  });

  it("judges as prod by a profile that cannot be read", () => {
    expect(early(weak, "dev").filter(refuses)).toHaveLength(1);
  });

  it("agrees with the judgement of the whole stack", () => {
    const whole = run({ resources: [...compliantStack, weak], stack: "prod", clock: today });
    for (const result of early(weak)) expect(whole).toContainEqual(result);
  });
});
