import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { type RegisteredSecret, Secrets, type SecretsArgs } from "../../components/secrets";
import { find, listOf, onMocks, valueOf } from "../support/mocks";

const Bytes = "random:index/randomBytes:RandomBytes";
const Password = "random:index/randomPassword:RandomPassword";
const Variable = "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable";
const EnvironmentSecret = "github:index/actionsEnvironmentSecret:ActionsEnvironmentSecret";
const AwsSecret = "aws:secretsmanager/secret:Secret";
const AwsVersion = "aws:secretsmanager/secretVersion:SecretVersion";
const Component = "groundwork:secrets:Secrets";

const outputs = {
  [Bytes]: { hex: "known-bytes" },
  [Password]: { result: "known-password" },
  [AwsSecret]: { arn: "arn:aws:secretsmanager:ca-central-1:1:secret:a" },
};

const generated: RegisteredSecret = { owner: "web-team", source: "generated", rotationDays: 90 };
const required: RegisteredSecret = { ...generated, source: "required" };

const everywhere: RegisteredSecret["destinations"] = {
  vercel: { targets: ["production"] },
  github: { repository: "shop", environments: ["staging", "production"] },
  awsSecretsManager: { name: "shop/KEY", recoveryWindowInDays: 0 },
  edgeFunctions: true,
};

const declare = (registry: SecretsArgs["registry"], more: Partial<SecretsArgs> = {}) =>
  onMocks(() => new Secrets("secrets", { registry, vercelProjectId: "prj_1", ...more }), {
    outputs,
  });

const refused = (registry: SecretsArgs["registry"], more: Partial<SecretsArgs> = {}) =>
  expect(declare(registry, more)).rejects;

// Requirement: SECR-01, SECR-08, SECR-11, SECR-13
describe("Secrets", () => {
  it("declares nothing for a registry that is empty", async () => {
    const { resources } = await declare({});
    expect(listOf(resources)).toEqual([`${Component} secrets`]);
  });

  it("sends a generated secret to each of its destinations, and to no other", async () => {
    const { resources } = await declare({ KEY: { ...generated, destinations: everywhere } });
    expect(listOf(resources)).toEqual([
      `${AwsSecret} secrets-KEY-aws`,
      `${AwsVersion} secrets-KEY-aws-version`,
      `${EnvironmentSecret} secrets-KEY-github-production`,
      `${EnvironmentSecret} secrets-KEY-github-staging`,
      `${Component} secrets`,
      `${Bytes} secrets-KEY`,
      `${Variable} secrets-KEY-vercel`,
    ]);
    for (const { name, parent } of resources.filter(({ custom }) => custom)) {
      expect(parent, name).toBe(`${Component} secrets`);
    }
  });

  it("sends a required secret where it goes, and makes none", async () => {
    const registry = { KEY: { ...required, destinations: { vercel: {} } } };
    const { resources } = await declare(registry, { values: { KEY: "known-value" } });
    expect(listOf(resources)).toEqual([`${Component} secrets`, `${Variable} secrets-KEY-vercel`]);
    expect(find(resources, Variable)).toMatchObject({
      inputs: { value: "known-value" },
      secretInputs: ["value"],
    });
  });

  it("makes 32 bytes when nothing else is said, another keeper another value", async () => {
    const { resources } = await declare({ A: generated, B: { ...generated, keeper: "2026-11" } });
    expect(find(resources, Bytes, "secrets-A").inputs).toEqual({ length: 32 });
    expect(find(resources, Bytes, "secrets-B").inputs).toEqual({
      length: 32,
      keepers: { keeper: "2026-11" },
    });
  });

  it("makes a password with each class of characters where a length is asked for", async () => {
    const { resources } = await declare({ A: { ...generated, length: 40, keeper: "1" } });
    expect(find(resources, Password).inputs).toEqual({
      length: 40,
      overrideSpecial: "-._~",
      minLower: 1,
      minUpper: 1,
      minNumeric: 1,
      minSpecial: 1,
      keepers: { keeper: "1" },
    });
  });

  it("gives Vercel a sensitive variable that says who answers for it", async () => {
    const { resources } = await declare({ KEY: { ...generated, destinations: { vercel: {} } } });
    const variable = find(resources, Variable);
    expect(variable.inputs).toEqual({
      projectId: "prj_1",
      key: "KEY",
      value: "known-bytes",
      targets: ["production", "preview"],
      sensitive: true,
      comment: "Managed by Pulumi. Owner: web-team. Rotated every 90 days.",
    });
    expect(variable.secretInputs).toEqual(["value"]);
    expect(variable.options.deleteBeforeReplace).toBe(true);
  });

  it("leaves a variable readable where development sees it, since Vercel refuses it otherwise", async () => {
    const destinations = { vercel: { targets: ["development" as const] } };
    const { resources } = await declare({ KEY: { ...generated, destinations } });
    expect(find(resources, Variable).inputs.sensitive).toBe(false);
  });

  it("calls what is made for browsers by the name that browsers get, and leaves it readable", async () => {
    const registry = { SUPABASE_ANON_KEY: { ...required, destinations: { vercel: {} } } };
    const { resources } = await declare(registry, { values: { SUPABASE_ANON_KEY: "anon" } });
    expect(find(resources, Variable, "secrets-SUPABASE_ANON_KEY-vercel")).toMatchObject({
      inputs: { key: "NEXT_PUBLIC_SUPABASE_ANON_KEY", sensitive: false },
      secretInputs: ["value"],
    });
  });

  it("gives GitHub the value as a secret of each environment, under the name that GitHub takes", async () => {
    const destinations = { github: { repository: "shop", environments: ["production"] } };
    const registry = { GITHUB_CONTAINER_REGISTRY_TOKEN: { ...required, destinations } };
    const values = { GITHUB_CONTAINER_REGISTRY_TOKEN: "known-value" };
    const { resources } = await declare(registry, { values });
    const secret = find(resources, EnvironmentSecret);
    expect(secret.inputs).toEqual({
      repository: "shop",
      environment: "production",
      secretName: "GHCR_TOKEN",
      value: "known-value",
    });
    expect(secret.secretInputs).toEqual(["value"]);
  });

  it("gives AWS the value in a version, and owner, source and rotation as tags", async () => {
    const { result, resources } = await declare({
      KEY: { ...generated, destinations: everywhere },
    });
    expect(find(resources, AwsSecret).inputs).toEqual({
      name: "shop/KEY",
      recoveryWindowInDays: 0,
      tags: { owner: "web-team", source: "generated", rotationDays: "90" },
    });
    const version = find(resources, AwsVersion);
    expect(version.inputs).toEqual({
      secretId: "secrets-KEY-aws-id",
      secretString: "known-bytes",
    });
    expect(version.secretInputs).toEqual(["secretString"]);
    expect(await valueOf(result.secretArns)).toEqual({ KEY: outputs[AwsSecret].arn });
    expect(await valueOf(result.secretNames)).toEqual({
      KEY: find(resources, AwsSecret).inputs.name,
    });
  });

  it("keeps a deleted secret of AWS for 30 days when nothing else is said", async () => {
    const destinations = { awsSecretsManager: { name: "a" } };
    const { resources } = await declare({ KEY: { ...generated, destinations } });
    expect(find(resources, AwsSecret).inputs.recoveryWindowInDays).toBe(30);
  });

  it("hands back what edge functions get, as secrets, and nothing else", async () => {
    const { result } = await declare(
      {
        A: { ...generated, destinations: { edgeFunctions: true } },
        B: { ...required, destinations: { edgeFunctions: true } },
        C: { ...generated, destinations: { vercel: {} } },
      },
      { values: { B: "known-value" } },
    );
    expect(Object.keys(result.functionSecrets)).toEqual(["A", "B"]);
    for (const value of Object.values(result.functionSecrets)) {
      expect(await pulumi.isSecret(value)).toBe(true);
    }
    expect(await valueOf(result.functionSecrets.B!)).toBe("known-value");
  });

  it("shows the registry among its inputs, and the value of no secret anywhere", async () => {
    const registry = {
      KEY: { ...generated, destinations: everywhere },
      OTHER: { ...required, destinations: { edgeFunctions: true as const } },
    };
    const { resources } = await declare(registry, { values: { OTHER: "known-value" } });
    const component = find(resources, Component);
    expect(component.inputs).toEqual({ registry });
    expect(component.secretInputs).toEqual([]);
    expect(JSON.stringify(component)).not.toMatch(/known-(bytes|password|value)/);
  });

  it("lets transforms have the last word on each child", async () => {
    const { resources } = await declare(
      { KEY: { ...generated, destinations: everywhere }, PASS: { ...generated, length: 20 } },
      {
        transform: {
          bytes: (_args, opts) => void (opts.protect = true),
          password: (args) => void (args.special = false),
          variable: (args) => void (args.comment = "ours"),
          environmentSecret: (_args, opts) => void (opts.ignoreChanges = ["remoteUpdatedAt"]),
          secret: (args) => void (args.kmsKeyId = "alias/shop"),
          version: (args) => void (args.versionStages = ["AWSCURRENT"]),
        },
      },
    );
    expect(find(resources, Bytes).options.protect).toBe(true);
    expect(find(resources, Password).inputs.special).toBe(false);
    expect(find(resources, Variable).inputs.comment).toBe("ours");
    expect(
      find(resources, EnvironmentSecret, "secrets-KEY-github-staging").options.ignoreChanges,
    ).toEqual(["remoteUpdatedAt"]);
    expect(find(resources, AwsSecret).inputs.kmsKeyId).toBe("alias/shop");
    expect(find(resources, AwsVersion).inputs.versionStages).toEqual(["AWSCURRENT"]);
  });
});

describe("Secrets refuse", () => {
  const at = (path: string) => `secrets.registry.${path}`;

  it("a required secret that nobody set, with the command that sets it", async () => {
    await refused({ KEY: required }).toThrow(
      `${at("KEY")}: this secret is required, and it is not set; set it: pulumi config set --secret --path 'groundwork:secrets.KEY'`,
    );
  });

  it.each([
    ["another name of a secret", "GHCR_TOKEN", "register GITHUB_CONTAINER_REGISTRY_TOKEN"],
    ["a browser's name of a secret", "NEXT_PUBLIC_SENTRY_DSN", "register SENTRY_DSN"],
    ["a plain setting", "LOG_LEVEL", "a plain setting"],
  ])("%s", async (_, name, message) => {
    await refused({ [name]: generated }).toThrow(message);
  });

  it("a key for tokens that is shorter than its algorithm allows", async () => {
    await refused({ JWT_SECRET: { ...generated, bytes: 16 } }).toThrow(
      `${at("JWT_SECRET.bytes")}: 128 bits of randomness; expected 256 bits at least; say bytes: 32`,
    );
    await refused({ JWT_SECRET: { ...generated, length: 40 } }).toThrow("256 bits at least");
    const { resources } = await declare({ JWT_SECRET: { ...generated, length: 44 } });
    expect(find(resources, Password).inputs.length).toBe(44);
  });

  it("a length beside bytes", async () => {
    await refused({ KEY: { ...generated, bytes: 32, length: 40 } }).toThrow(
      `${at("KEY.length")}: beside bytes; remove one of them`,
    );
  });

  it.each(["bytes", "length", "keeper"] as const)("%s of what a person sets", async (key) => {
    const value = key === "keeper" ? "2026" : 32;
    await refused({ KEY: { ...required, [key]: value } }, { values: { KEY: "v" } }).toThrow(
      `${at(`KEY.${key}`)}: set for what a person sets`,
    );
  });

  it.each([
    ["vercel", "VITE_KEY", { vercel: {} }, "a name without the prefix"],
    ["vercel", "AWS_SECRET_KEY", { vercel: {} }, "does not keep for itself"],
    [
      "github",
      "GITHUB_KEY",
      { github: { repository: "shop", environments: ["production"] } },
      "GITHUB_, which GitHub keeps",
    ],
    [
      "edgeFunctions",
      "SUPABASE_KEY",
      { edgeFunctions: true as const },
      "SUPABASE_, which Supabase",
    ],
  ] as const)("for %s the name %s", async (destination, name, destinations, message) => {
    const given = { ...generated, destinations: structuredClone(destinations) };
    const refusal = refused({ [name]: given as RegisteredSecret });
    await refusal.toThrow(`${at(`${name}.destinations.${destination}`)}: the name ${name}`);
    await refused({ [name]: given as RegisteredSecret }).toThrow(message);
  });

  it("a service-role key under a name that browsers get", async () => {
    const destinations = { vercel: {} };
    await refused({
      NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY: { ...generated, destinations },
    }).toThrow("read it on the server only");
  });

  it("a Vercel variable without a Vercel project", async () => {
    const registry = { KEY: { ...generated, destinations: { vercel: {} } } };
    await refused(registry, { vercelProjectId: undefined }).toThrow(
      `${at("KEY.destinations.vercel")}: no Vercel project`,
    );
  });

  it("two secrets in one place", async () => {
    const destinations = { awsSecretsManager: { name: "shop/KEY" } };
    await refused({
      A: { ...generated, destinations },
      B: { ...generated, destinations },
    }).toThrow(`${at("B.destinations.awsSecretsManager")}: shop/KEY, where A goes too`);
  });

  it("everything that is wrong at once", async () => {
    await refused({ A: required, B: required, GHCR_TOKEN: generated }).toThrow(
      /registry\.A: [^]*registry\.B: [^]*registry\.GHCR_TOKEN: /,
    );
  });
});
