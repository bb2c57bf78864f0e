import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { UNKNOWN } from "../../../core/value";
import { floors } from "../../../policies/floors";
import { providerTypes } from "../../../policies/lib/provider-types";
import { requiredSecretsComplete as rule } from "../../../policies/rules/secrets/required-secrets-complete";
import { hostedSite } from "../support/hosted";
import { brief, judge, resource, vercelProject } from "../support/stack";

const required = floors[rule.id]?.required?.tiers.prod as readonly string[];
const registry = (names: readonly string[]) =>
  resource(tokens.secrets, "secrets", {
    registry: Object.fromEntries(names.map((name) => [name, {}])),
  });
const failing = (...resources: ReturnType<typeof resource>[]) =>
  brief(judge(rule, [vercelProject, ...resources])).filter((line) => !line.startsWith("pass"));
const without = (name: string) => registry(required.filter((each) => each !== name));

// Requirement: SECR-01, SECR-05
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts all of them", () => {
    expect(brief(judge(rule, [vercelProject, registry(required)]))).toEqual([
      `pass groundwork-prod: ${rule.title}`,
    ]);
  });

  it("has no ground in a stack without an app", () => {
    expect(brief(judge(rule, []))).toEqual([
      "not-applicable groundwork-prod: the stack hosts no app",
    ]);
  });

  it("reports the one that is missing", () => {
    expect(failing(without("JWT_SECRET"))).toEqual([
      "fail groundwork-prod: found no secret and no variable named JWT_SECRET, wanted them",
    ]);
  });

  it.each([
    resource(tokens.hostingProject, "web", { variables: { JWT_SECRET: "x" } }),
    resource(tokens.hostingProject, "web", { variables: { OTHER: { secret: "JWT_SECRET" } } }),
    resource(tokens.containerService, "services", {
      services: { hub: { secrets: ["JWT_SECRET"] } },
    }),
    resource(providerTypes.vercelVariable, "v", { key: "JWT_SECRET" }),
    resource(providerTypes.githubEnvironmentSecret, "g", { secretName: "JWT_SECRET" }),
    resource(providerTypes.githubRepositorySecret, "r", { secretName: "JWT_SECRET" }),
  ])("finds it at $type", (holder) => {
    expect(failing(without("JWT_SECRET"), holder)).toEqual([]);
  });

  it("takes another name of the same thing", () => {
    const variable = resource(providerTypes.vercelVariable, "v", {
      key: "NEXT_PUBLIC_SUPABASE_URL",
    });
    expect(failing(without("SUPABASE_URL"), variable)).toEqual([]);
  });

  it("reads over what is not known or not there", () => {
    const odd = [
      resource(tokens.containerService, "s1", { services: UNKNOWN }),
      resource(tokens.containerService, "s2", { services: { hub: { secrets: UNKNOWN }, x: null } }),
      resource(tokens.containerService, "s3", { services: { hub: { secrets: [UNKNOWN] } } }),
      resource(providerTypes.vercelVariable, "v", { key: UNKNOWN }),
    ];
    expect(failing(registry(required), ...odd)).toEqual([]);
  });

  it("asks the same of an app on another host", () => {
    expect(judge(rule, [hostedSite()])).toMatchObject([{ state: "fail" }]);
    expect(judge(rule, [hostedSite(), registry(required)])).toMatchObject([{ state: "pass" }]);
  });
});
