import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { publicVariablesHarmless as rule } from "../../../policies/rules/secrets/public-variables-harmless";
import { hostedSite } from "../support/hosted";
import { brief, judge, resource } from "../support/stack";

const variable = (inputs: PropertyMap) =>
  brief(judge(rule, [resource(providerTypes.vercelVariable, "web-X", inputs)]));
const component = (variables: PropertyMap["x"]) =>
  brief(judge(rule, [resource(tokens.hostingProject, "web", { variables })]));
const secret = ["re", "8dKw3LmQ", "2Zx9vB7nT4yR6uP1sE5aG0h"].join("_");

describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts what is made for browsers", () => {
    expect(variable({ key: "NEXT_PUBLIC_SUPABASE_URL", value: "https://x.supabase.co" })).toEqual([
      `pass web-X: ${rule.title}`,
    ]);
    expect(component({ NEXT_PUBLIC_SUPABASE_ANON_KEY: { secret: "SUPABASE_ANON_KEY" } })).toEqual([
      `pass web: ${rule.title}`,
    ]);
  });

  it("reports the service role key by its name", () => {
    const key = "NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY";
    expect(variable({ key, value: UNKNOWN })).toEqual([
      `fail web-X: key: found ${key}, wanted a value that browsers may have`,
    ]);
    expect(component({ [key]: { secret: true } })).toEqual([
      `fail web: variables.${key}: found ${key}, wanted a value that browsers may have`,
    ]);
  });

  it("reports a secret of servers behind any public name", () => {
    expect(component({ VITE_KEY: { secret: "SUPABASE_SERVICE_ROLE_KEY" } })).toEqual([
      "fail web: variables.VITE_KEY: found SUPABASE_SERVICE_ROLE_KEY, wanted a value that browsers may have",
    ]);
    expect(variable({ key: "PUBLIC_X", value: secret })).toEqual([
      "fail web-X: value: found Resend key, wanted a value that browsers may have",
    ]);
  });

  describe.each([
    ["several variables in one resource", providerTypes.vercelVariables, "variables"],
    ["variables of a project's own", providerTypes.vercelProject, "environments"],
  ])("knows %s, and", (_, type, list) => {
    const ask = (items: PropertyMap["x"]) =>
      brief(judge(rule, [resource(type, "web-X", { [list]: items })]));

    it("judges each of them that browsers read", () => {
      expect(
        ask([
          { key: "SUPABASE_SERVICE_ROLE_KEY", value: "x" },
          { key: "NEXT_PUBLIC_THEME", value: "dark" },
          { key: "VITE_X", value: secret },
          { key: "PUBLIC_SUPABASE_SERVICE_ROLE_KEY", value: UNKNOWN },
        ]),
      ).toEqual([
        `pass web-X: ${rule.title}`,
        `fail web-X: ${list}[2].value: found Resend key, wanted a value that browsers may have`,
        `fail web-X: ${list}[3].key: found PUBLIC_SUPABASE_SERVICE_ROLE_KEY, wanted a value that browsers may have`,
      ]);
    });

    it("cannot tell while the list is unknown, and has no ground without one", () => {
      expect(ask(UNKNOWN)[0]).toMatch(`unknown web-X: ${list}: not known`);
      expect(ask([UNKNOWN])[0]).toMatch(/^not-applicable web-X/);
      expect(ask(null)[0]).toMatch(/^not-applicable web-X/);
    });
  });

  it("knows a variable of a whole team, and a value that stands in no state", () => {
    const shared = { key: "NEXT_PUBLIC_X", valueWo: secret, projectIds: ["prj_other"] };
    const result = judge(rule, [resource(providerTypes.vercelSharedVariable, "web-X", shared)]);
    expect(brief(result)).toEqual([
      "fail web-X: valueWo: found Resend key, wanted a value that browsers may have",
    ]);
  });

  it("leaves variables of servers alone", () => {
    expect(variable({ key: "SUPABASE_SERVICE_ROLE_KEY", value: secret })).toEqual([
      "not-applicable web-X: browsers do not read the variable",
    ]);
    expect(variable({ key: UNKNOWN })[0]).toMatch(/^not-applicable web-X/);
    expect(
      component({ SUPABASE_SERVICE_ROLE_KEY: { secret: "SUPABASE_SERVICE_ROLE_KEY" } }),
    ).toEqual([`pass web: ${rule.title}`]);
  });

  it.each([undefined, UNKNOWN, "text"])("has no ground where variables are %s", (variables) => {
    expect(component(variables as string)[0]).toMatch(/^not-applicable groundwork-prod/);
  });

  it("knows a secret's value on other hosts too", () => {
    const site = (variables: PropertyMap) => brief(judge(rule, [hostedSite({ variables })]));
    expect(site({ VITE_X: { secret: false, value: secret } })).toEqual([
      "fail web-site: variables.VITE_X.value: found Resend key, wanted a value that browsers may have",
    ]);
    expect(site({ VITE_X: { secret: false, value: "blue" }, X: { value: secret } })[0]).toMatch(
      /^not-applicable/,
    );
  });
});
