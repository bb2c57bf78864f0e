import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../../core/resource";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { noCredentialReuse as rule } from "../../../policies/rules/secrets/no-credential-reuse";
import { brief, judge, resource } from "../support/stack";

const generated = resource(providerTypes.randomPassword, "key", { length: 32 });
const other = resource(providerTypes.randomBytes, "other", { length: 32 });
const fed = (
  type: string,
  name: string,
  inputs: DeclaredResource["inputs"],
  dependencies: DeclaredResource["propertyDependencies"],
) => resource(type, name, inputs, { propertyDependencies: dependencies });
const variable = (key: string, from: DeclaredResource = generated) =>
  fed(providerTypes.vercelVariable, `v-${key}`, { key, value: UNKNOWN }, { value: [from.urn] });
const github = (secretName: string, property = "value") =>
  fed(
    providerTypes.githubEnvironmentSecret,
    `g-${secretName}`,
    { secretName, [property]: UNKNOWN },
    { [property]: [generated.urn] },
  );
const database = (name = "db") =>
  fed(providerTypes.supabaseProject, name, {}, { databasePassword: [generated.urn] });
const inAws = (name: string) => {
  const secret = resource(providerTypes.awsSecret, `a-${name}`, { name });
  const feeds = { secretId: [secret.urn], secretString: [generated.urn] };
  return [secret, fed(providerTypes.awsSecretVersion, `a-${name}-version`, {}, feeds)];
};
const ask = (...resources: DeclaredResource[]) =>
  brief(judge(rule, [generated, other, ...resources]));
const twice = (...names: string[]) => [
  `fail key: found ${names.join(", ")}, wanted one name for one value`,
];

describe(`${rule.id}: ${rule.title}`, () => {
  // Requirement: SECR-10
  it("holds for one name, wherever it is sent", () => {
    const all = [variable("JWT_SECRET"), github("JWT_SECRET"), ...inAws("acme/prod/JWT_SECRET")];
    expect(ask(...all, variable("CRON_SECRET", other))).toEqual([
      `pass other: ${rule.title}`,
      `pass key: ${rule.title}`,
    ]);
  });

  it("takes a name and its other spellings for one", () => {
    expect(ask(variable("SUPABASE_URL"), github("NEXT_PUBLIC_SUPABASE_URL"))[0]).toMatch(/^pass/);
  });

  it("reports one value under two names, in each kind of place", () => {
    expect(ask(variable("A_KEY"), variable("B_KEY"))).toEqual(twice("A_KEY", "B_KEY"));
    expect(ask(variable("B_KEY"), github("A_KEY"))).toEqual(twice("A_KEY", "B_KEY"));
    expect(ask(variable("B_KEY"), github("A_KEY", "plaintextValue"))).toEqual(
      twice("A_KEY", "B_KEY"),
    );
    expect(ask(variable("A_KEY"), ...inAws("acme/prod/B_KEY"))).toEqual(twice("A_KEY", "B_KEY"));
    expect(ask(variable("A_KEY"), database())).toEqual(twice("A_KEY", "password of db"));
  });

  // Requirement: HOST-16
  it("reads the variables of an app at another host, and the only secret of edge functions", () => {
    const envs: Value[] = [
      { key: "NODE_ENV", value: "production", type: "GENERAL" },
      { key: "A_KEY", value: UNKNOWN, type: "SECRET" },
    ];
    const app = (...more: Value[]) =>
      fed(
        providerTypes.digitaloceanApp,
        "api",
        { spec: { services: [{ envs: [...envs, ...more] }] } },
        { spec: [generated.urn] },
      );
    expect(ask(variable("A_KEY"), app())).toEqual([`pass key: ${rule.title}`]);
    expect(ask(variable("B_KEY"), app())).toEqual(twice("A_KEY", "B_KEY"));
    // Which of two is the generated one cannot be told.
    const second: Value = { key: "C_KEY", value: UNKNOWN, type: "SECRET" };
    expect(ask(variable("B_KEY"), app(second))).toEqual([`pass key: ${rule.title}`]);
    const functions = fed(
      providerTypes.supabaseFunctionSecrets,
      "f",
      { secrets: [{ name: "A_KEY" }] },
      { secrets: [generated.urn] },
    );
    expect(ask(variable("B_KEY"), functions)).toEqual(twice("A_KEY", "B_KEY"));
  });

  it("reports two databases with one password", () => {
    expect(ask(database("one"), database("two"))).toEqual(
      twice("password of one", "password of two"),
    );
  });

  it("lets an address hold the password of what it leads to", () => {
    expect(ask(variable("DATABASE_URL"), database())).toEqual([`pass key: ${rule.title}`]);
  });

  it("tells names that are not known apart by where they stand", () => {
    const open = fed(
      providerTypes.vercelVariable,
      "v",
      { key: UNKNOWN },
      { value: [generated.urn] },
    );
    expect(ask(variable("A_KEY"), open)).toEqual(twice("A_KEY", "the value of v"));
  });

  it("has no ground where values come from elsewhere", () => {
    const plain = [
      resource(providerTypes.vercelVariable, "v", { key: "A_KEY", value: "x" }),
      fed(providerTypes.vercelVariable, "w", { key: "B_KEY" }, { value: [database().urn] }),
      fed(
        providerTypes.supabaseFunctionSecrets,
        "f",
        { secrets: [{ name: "A_KEY" }, { name: "B_KEY" }] },
        { secrets: [generated.urn] },
      ),
    ];
    expect(ask(resource(providerTypes.supabaseProject, "db"), ...plain)).toEqual([
      "not-applicable groundwork-prod: nothing hands on a generated value",
    ]);
  });
});
