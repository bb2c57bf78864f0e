import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { appVariablesEncrypted as rule } from "../../../policies/rules/secrets/app-variables-encrypted";
import { brief, judge, resource } from "../support/stack";

const app = (spec: Value) =>
  judge(rule, [resource(providerTypes.digitaloceanApp, "app", { spec })]);
const variable = (inputs: PropertyMap) => brief(app({ envs: [inputs] }));
const token = ["re", "8dKw3LmQ", "2Zx9vB7nT4yR6uP1sE5aG0h"].join("_");

// Requirement: SECR-07, HOST-16
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a secret of that type", () => {
    expect(variable({ key: "JWT_SECRET", type: "SECRET", value: UNKNOWN })).toEqual([
      `pass app: ${rule.title}`,
    ]);
  });

  it("reports one that anybody reads, by its name or by its value, and never says the value", () => {
    expect(app({ envs: [{ key: "JWT_SECRET", value: UNKNOWN }] })).toMatchObject([
      {
        state: "fail",
        property: "spec.envs[0].type",
        input: "variables.JWT_SECRET",
        found: "GENERAL",
        wanted: "SECRET for JWT_SECRET",
      },
    ]);
    for (const key of ["PARTNER_PASSWORD", "PARTNER_API_KEY"]) {
      expect(variable({ key, type: "GENERAL", value: "x" })[0]).toMatch(/^fail/);
    }
    const [found] = variable({ key: "MAIL", value: token });
    expect(found).toMatch(/^fail/);
    expect(found).not.toContain(token);
  });

  it.each(["services", "staticSites", "workers", "jobs", "functions"])(
    "looks at the variables of %s",
    (kind) => {
      const spec = { [kind]: [{ name: "a" }, { envs: [{ key: "LOG" }, { key: "JWT_SECRET" }] }] };
      expect(app(spec)).toMatchObject([{ property: `spec.${kind}[1].envs[1].type` }]);
    },
  );

  it("leaves settings and what browsers read alone", () => {
    const none = ["not-applicable app: no variable holds a secret"];
    expect(variable({ key: "LOG_LEVEL", value: "info" })).toEqual(none);
    expect(variable({ key: "SUPABASE_URL", value: "https://x.supabase.co" })).toEqual(none);
    expect(variable({ key: "NEXT_PUBLIC_MAIL_API_KEY", value: "x" })).toEqual(none);
  });

  it("cannot tell what is unknown", () => {
    expect(variable({ key: "JWT_SECRET", type: UNKNOWN })[0]).toMatch(/^unknown/);
    expect(brief(app(UNKNOWN))[0]).toMatch(/^unknown app: spec/);
  });

  it("has nothing to judge in a stack without an app there", () => {
    expect(judge(rule, []).map(({ state }) => state)).toEqual(["not-applicable"]);
  });
});
