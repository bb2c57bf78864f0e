import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { sensitiveVariables as rule } from "../../../policies/rules/secrets/sensitive-variables";
import { hostedSite } from "../support/hosted";
import { brief, judge, resource } from "../support/stack";

const secret = ["re", "8dKw3LmQ", "2Zx9vB7nT4yR6uP1sE5aG0h"].join("_");
const base: PropertyMap = {
  key: "OPENAI_API_KEY",
  value: UNKNOWN,
  targets: ["production"],
  sensitive: true,
};
const ask = (changes: PropertyMap, ...more: ReturnType<typeof resource>[]) =>
  brief(
    judge(rule, [
      resource(providerTypes.vercelVariable, "web-X", { ...base, ...changes }),
      ...more,
    ]),
  );

describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a sensitive one", () => {
    expect(ask({})).toEqual([`pass web-X: ${rule.title}`]);
  });

  it.each([
    [false, "false"],
    [undefined, "nothing"],
    ["true", "true"],
  ])("reports sensitive: %s", (sensitive, found) => {
    expect(ask({ sensitive })).toEqual([`fail web-X: sensitive: found ${found}, wanted true`]);
  });

  it("names the setting that declares the variable", () => {
    const variable = { ...base, sensitive: false };
    const [result] = judge(rule, [resource(providerTypes.vercelVariable, "web-X", variable)]);
    expect(result).toMatchObject({ state: "fail", input: "variables.OPENAI_API_KEY" });
  });

  it("knows a secret by its value, by the registry and by what refers to a secret", () => {
    const plain = { key: "X", value: "v", sensitive: false };
    expect(ask(plain)).toEqual(["not-applicable web-X: the variable holds no secret"]);
    expect(ask({ ...plain, value: secret })[0]).toMatch(/^fail/);
    const registry = resource(tokens.secrets, "secrets", { registry: { X: {} } });
    expect(ask(plain, registry)[0]).toMatch(/^fail/);
    const hosting = (variable: PropertyMap["x"]) =>
      resource(tokens.hostingProject, "web", { variables: { X: variable } });
    expect(ask(plain, hosting({ secret: "Y" }))[0]).toMatch(/^fail/);
    expect(ask(plain, hosting("text"))[0]).toMatch(/^not-applicable/);
  });

  it("knows variables in whatever resource they are declared, each at its place", () => {
    const plain = { ...base, sensitive: false };
    const states = (type: string, inputs: PropertyMap) =>
      judge(rule, [resource(type, "x", inputs)]).map(({ state, property }) => [state, property]);
    expect(states(providerTypes.vercelSharedVariable, plain)).toEqual([["fail", "sensitive"]]);
    expect(states(providerTypes.vercelVariables, { variables: [base, plain] })).toEqual([
      ["pass", "variables[0].sensitive"],
      ["fail", "variables[1].sensitive"],
    ]);
    expect(states(providerTypes.vercelProject, { environments: [plain] })).toEqual([
      ["fail", "environments[0].sensitive"],
    ]);
    expect(states(providerTypes.vercelVariables, { variables: UNKNOWN })).toEqual([
      ["unknown", "variables"],
    ]);
    const written = { key: "X", valueWo: secret, sensitive: false };
    expect(states(providerTypes.vercelVariable, written)).toEqual([["fail", "sensitive"]]);
  });

  it("leaves development and what browsers read alone", () => {
    expect(ask({ targets: ["development"], sensitive: false })).toEqual([
      "not-applicable web-X: Vercel knows no sensitive variables for development",
    ]);
    expect(ask({ key: "NEXT_PUBLIC_X", value: secret, sensitive: false })).toEqual([
      "not-applicable web-X: the variable holds no secret",
    ]);
  });

  it("cannot tell when the flag is unknown", () => {
    expect(ask({ sensitive: UNKNOWN })[0]).toMatch(/^unknown web-X: sensitive: not known/);
  });

  it("asks of other hosts that a secret is marked as one, so that it stands in no file", () => {
    const site = (X: PropertyMap["x"], name = "OPENAI_API_KEY") =>
      judge(rule, [hostedSite({ variables: { [name]: X } })]);
    expect(site({ secret: true })).toMatchObject([{ state: "pass" }]);
    expect(site({ secret: false, value: "v" })).toMatchObject([
      {
        state: "fail",
        property: "variables.OPENAI_API_KEY.secret",
        input: "variables.OPENAI_API_KEY",
        found: false,
      },
    ]);
    expect(site({})).toMatchObject([{ state: "fail", found: null }]);
    expect(site({ secret: UNKNOWN })).toMatchObject([{ state: "unknown" }]);
    expect(site({ secret: false, value: "info" }, "LOG_LEVEL")).toMatchObject([
      { state: "not-applicable" },
    ]);
  });
});
