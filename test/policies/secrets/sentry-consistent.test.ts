import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import type { PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { sentryConsistent as rule } from "../../../policies/rules/secrets/sentry-consistent";
import { brief, judge, resource } from "../support/stack";

const web = (inputs: PropertyMap) => resource(tokens.hostingProject, "web", inputs);
const errors = (kind: string) => resource(tokens.errorTracking, "errors", { kind });
const withDsn = { variables: { NEXT_PUBLIC_SENTRY_DSN: { secret: "SENTRY_DSN" } } };
const allowed = { thirdParties: ["supabase", "sentry"] };
const ask = (...resources: ReturnType<typeof resource>[]) => brief(judge(rule, resources));
const good = [`pass web: ${rule.title}`];

describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts both and neither", () => {
    expect(ask(web({ ...allowed, ...withDsn }), errors("sentry"))).toEqual(good);
    expect(ask(web({ thirdParties: ["supabase"] }), errors("database"))).toEqual(good);
    expect(ask(web({}))).toEqual(good);
    expect(ask(web({ variables: { API_URL: "https://x" } }), errors("database"))).toEqual(good);
    expect(ask(web({ ...allowed, ...withDsn }))).toEqual(good);
  });

  it("accepts the address among the registered secrets", () => {
    const secrets = resource(tokens.secrets, "secrets", { registry: { SENTRY_DSN: {} } });
    expect(ask(web(allowed), secrets, errors("sentry"))).toEqual(good);
    expect(ask(web({}), secrets, errors("database"))).toEqual(good);
  });

  it("reports the choice of Sentry without its origins or its address", () => {
    expect(ask(web(withDsn), errors("sentry"))).toEqual([
      "fail web: thirdParties: found nothing, wanted sentry",
    ]);
    expect(ask(web(allowed), errors("sentry"))).toEqual([
      "fail web: variables: found nothing, wanted SENTRY_DSN as a secret or a variable",
    ]);
    expect(ask(web(allowed))[0]).toMatch(/^fail web: variables/);
  });

  it("reports what is left of Sentry where errors go elsewhere", () => {
    expect(ask(web({ ...allowed, ...withDsn }), errors("database"))).toEqual([
      "fail web: thirdParties: found sentry, wanted no sentry",
      "fail web: variables.NEXT_PUBLIC_SENTRY_DSN: found NEXT_PUBLIC_SENTRY_DSN, wanted no variable of Sentry",
    ]);
  });

  it("has no ground in a stack without an app", () => {
    expect(ask(errors("sentry"))).toEqual([
      "not-applicable groundwork-prod: the stack hosts no app",
    ]);
  });

  // Requirement: ALRT-06, CONF-01
  it("reports a project at Sentry where errors go elsewhere, and only there", () => {
    const project = resource(providerTypes.sentryProject, "errors-project", { slug: "shop-prod" });
    const found = (kind: string) =>
      brief(judge(rule, [resource(tokens.hostingProject, "web"), errors(kind), project])).filter(
        (line) => line.includes("errors-project"),
      );
    expect(found("database")).toEqual([
      "fail errors-project: found a project at Sentry, wanted none where errors go elsewhere",
    ]);
    expect(found("sentry")).toEqual([]);
  });
});
