import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { secretsRegistered as rule } from "../../../policies/rules/secrets/secrets-registered";
import { brief, judge, places, resource } from "../support/stack";

const registry = (names: PropertyMap | symbol = { OPENAI_API_KEY: {} }) =>
  resource(tokens.secrets, "secrets", { registry: names as PropertyMap });
const variable = (inputs: PropertyMap) => resource(providerTypes.vercelVariable, "v", inputs);
const ask = (receiver: ReturnType<typeof resource>, ...more: ReturnType<typeof resource>[]) =>
  judge(rule, [receiver, ...(more.length > 0 ? more : [registry()])]);
const stateOf = (receiver: ReturnType<typeof resource>, ...more: ReturnType<typeof resource>[]) =>
  ask(receiver, ...more).map(({ state }) => state);
const wanted = "a name of groundwork:secretRegistry";

describe(`${rule.id}: ${rule.title}`, () => {
  // Requirement: SECR-01, SECR-13
  it("holds for a secret of the registry, wherever it goes", () => {
    const name = "OPENAI_API_KEY";
    for (const receiver of [
      variable({ key: name, value: "x", sensitive: true }),
      resource(providerTypes.githubEnvironmentSecret, "g", { secretName: name, value: "x" }),
      resource(providerTypes.githubRepositorySecret, "g", { secretName: name, value: "x" }),
      resource(providerTypes.awsSecret, "a", { name }),
      resource(providerTypes.supabaseFunctionSecrets, "f", { secrets: [{ name, value: "x" }] }),
    ]) {
      expect(brief(ask(receiver))).toEqual([`pass ${receiver.name}: ${rule.title}`]);
    }
  });

  it("reports one that is not there, in full", () => {
    expect(ask(variable({ key: "STRIPE_KEY", value: "x", sensitive: true }))).toEqual([
      {
        rule: "secrets-registered",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable::v",
        level: "mandatory",
        severity: "medium",
        message: `key: found STRIPE_KEY, wanted ${wanted}`,
        property: "key",
        found: "STRIPE_KEY",
        wanted,
      },
    ]);
  });

  // Requirement: HOST-16
  it("asks of an app of App Platform what it keeps, and what is known to be a secret", () => {
    const app = (spec: PropertyMap | symbol) =>
      resource(providerTypes.digitaloceanApp, "api", { spec: spec as PropertyMap });
    const envs = [
      { key: "NODE_ENV", value: "production", type: "GENERAL" },
      { key: "OPENAI_API_KEY", value: "x", type: "SECRET" },
      { key: "STRIPE_KEY", value: "x", type: "SECRET" },
      { key: "JWT_SECRET", value: "x", type: "GENERAL" },
    ];
    expect(places(ask(app({ services: [{ envs }] })))).toEqual([
      "pass api spec.services[0].envs[1].key",
      "fail api spec.services[0].envs[2].key",
      "fail api spec.services[0].envs[3].key",
    ]);
    expect(stateOf(app(UNKNOWN))).toEqual(["unknown"]);
  });

  it("reports one in each kind of place", () => {
    const name = "STRIPE_KEY";
    const secrets = [{ name: "OPENAI_API_KEY" }, { name }];
    const found = [
      resource(providerTypes.githubEnvironmentSecret, "g", { secretName: name }),
      resource(providerTypes.githubRepositorySecret, "r", { secretName: name }),
      resource(providerTypes.awsSecret, "a", { name: `acme/prod/${name}` }),
      resource(providerTypes.supabaseFunctionSecrets, "f", { secrets }),
    ].flatMap((receiver) => places(ask(receiver)).filter((each) => each.startsWith("fail")));
    expect(found).toEqual([
      "fail g secretName",
      "fail r secretName",
      "fail a name",
      "fail f secrets[1].name",
    ]);
  });

  it("reports all where no registry is declared", () => {
    const other = resource(providerTypes.vercelProject, "web");
    expect(stateOf(variable({ key: "OPENAI_API_KEY", sensitive: true }), other)).toEqual(["fail"]);
  });

  it("knows other names of a secret, and those that its destinations give it", () => {
    const github = (secretName: string) =>
      resource(providerTypes.githubEnvironmentSecret, "g", { secretName });
    const named = registry({
      SUPABASE_URL: {},
      DEPLOY_KEY: {
        destinations: {
          awsSecretsManager: { name: "acme/prod/deploy" },
          github: { secretName: "DEPLOY" },
        },
      },
    });
    expect(stateOf(github("NEXT_PUBLIC_SUPABASE_URL"), named)).toEqual(["pass"]);
    expect(stateOf(github("DEPLOY"), named)).toEqual(["pass"]);
    expect(
      stateOf(resource(providerTypes.awsSecret, "a", { name: "acme/prod/deploy" }), named),
    ).toEqual(["pass"]);
    expect(stateOf(github("acme/prod/other"), named)).toEqual(["fail"]);
  });

  it("leaves alone what is no secret", () => {
    const nothing = ["not-applicable"];
    expect(stateOf(variable({ key: "FEATURE", value: "on", sensitive: false }))).toEqual(nothing);
    expect(stateOf(variable({ key: "NEXT_PUBLIC_X", value: "on", sensitive: true }))).toEqual(
      nothing,
    );
    expect(stateOf(variable({ key: "ANTHROPIC_API_KEY", sensitive: false }))).toEqual(["fail"]);
    const secrets = [{ name: "ERROR_MAIL_TO", value: "a@example.com" }];
    expect(stateOf(resource(providerTypes.supabaseFunctionSecrets, "f", { secrets }))).toEqual(
      nothing,
    );
  });

  it("cannot tell while a name or the registry is not known", () => {
    const open = resource(providerTypes.githubEnvironmentSecret, "g", { secretName: UNKNOWN });
    expect(brief(ask(open))[0]).toMatch(/^unknown g: secretName: not known before the update/);
    const functions = resource(providerTypes.supabaseFunctionSecrets, "f", { secrets: UNKNOWN });
    expect(places(ask(functions))).toEqual(["unknown f secrets"]);
    const key = variable({ key: "STRIPE_KEY", sensitive: true });
    expect(stateOf(key, registry(UNKNOWN))).toEqual(["unknown"]);
  });
});
