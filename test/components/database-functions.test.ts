import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { Database, type DatabaseArgs } from "../../components/database";
import { find, listOf, onMocks, type Registered, valueOf } from "../support/mocks";

const smallest: DatabaseArgs = { name: "shop", organizationId: "acme", region: "ca-central-1" };
const Password = "random:index/randomPassword:RandomPassword";
const Project = "supabase:index/project:Project";
const Settings = "supabase:index/settings:Settings";
const Function = "supabase:index/edgeFunction:EdgeFunction";
const Jwt = "supabase-admin:index/functionJwt:FunctionJwt";
const Secrets = "supabase:index/edgeFunctionSecrets:EdgeFunctionSecrets";
const Apikey = "supabase:index/apikey:Apikey";
const Component = "groundwork:database:Database";

const declare = (args: Partial<DatabaseArgs> = {}) =>
  onMocks(() => new Database("db", { ...smallest, ...args }), {
    outputs: { [Apikey]: { apiKey: "known-key" }, [Password]: { result: "known-password" } },
  });

const full: Partial<DatabaseArgs> = {
  functions: {
    orders: {
      entrypoint: "supabase/functions/orders/index.ts",
      importMap: "supabase/functions/import_map.json",
      staticFiles: ["supabase/functions/orders/*.html"],
    },
    mail: { entrypoint: "supabase/functions/mail/index.ts" },
  },
  functionSecrets: { MAIL_KEY: { secret: "MAIL" } },
  functionSecretValues: { CRON_KEY: pulumi.secret("known-cron") },
  apiKeys: { orders_worker: { description: "Orders that were paid" }, mail_worker: {} },
  secrets: { MAIL: "known-mail", UNUSED: "known-unused" },
};

// Requirement: DB-14
describe("a Database with edge functions and API keys", () => {
  it("declares one child for each function and key, and one for all secrets", async () => {
    const { resources } = await declare(full);
    expect(listOf(resources)).toEqual(
      [
        `${Component} db`,
        `${Password} db-password`,
        `${Apikey} db-key-mail_worker`,
        `${Apikey} db-key-orders_worker`,
        `${Function} db-function-mail`,
        `${Function} db-function-orders`,
        `${Jwt} db-function-mail-jwt`,
        `${Jwt} db-function-orders-jwt`,
        `${Secrets} db-secrets`,
        `${Project} db`,
        `${Settings} db-settings`,
      ].sort(),
    );
  });

  it("names a function by its slug and deploys the files that are named", async () => {
    const { resources } = await declare(full);
    expect(find(resources, Function, "db-function-orders").inputs).toEqual({
      projectRef: "db-id",
      slug: "orders",
      name: "orders",
      entrypoint: "supabase/functions/orders/index.ts",
      importMap: "supabase/functions/import_map.json",
      staticFiles: ["supabase/functions/orders/*.html"],
    });
    expect(find(resources, Function, "db-function-mail").inputs).toEqual({
      projectRef: "db-id",
      slug: "mail",
      name: "mail",
      entrypoint: "supabase/functions/mail/index.ts",
    });
  });

  it("hands functions the secrets that are named and no others, sealed on the way in and out", async () => {
    const { resources } = await declare(full);
    const secrets = find(resources, Secrets);
    expect(secrets.inputs).toEqual({
      projectRef: "db-id",
      secrets: [
        { name: "CRON_KEY", value: "known-cron" },
        { name: "MAIL_KEY", value: "known-mail" },
      ],
    });
    expect(secrets.secretInputs).toEqual(["secrets"]);
    expect(secrets.options.additionalSecretOutputs).toEqual(["secrets"]);
  });

  it("always names an API key, and replaces it when the project is another", async () => {
    const { resources } = await declare(full);
    const key = find(resources, Apikey, "db-key-orders_worker");
    expect(key.inputs).toEqual({
      projectRef: "db-id",
      name: "orders_worker",
      description: "Orders that were paid",
    });
    expect(key.options.replaceOnChanges).toEqual(["projectRef"]);
    expect(find(resources, Apikey, "db-key-mail_worker").inputs).toEqual({
      projectRef: "db-id",
      name: "mail_worker",
    });
  });

  it("gives the value of a key to the program only, as a secret", async () => {
    const { result, resources } = await declare(full);
    const key = result.apiKeys.orders_worker!;
    expect(await pulumi.isSecret(key)).toBe(true);
    expect(await valueOf(key)).toBe("known-key");
    expect(JSON.stringify(find(resources, Component))).not.toContain("known-");
  });

  it("lets transforms have the last word on each of them", async () => {
    const { resources } = await declare({
      ...full,
      transform: {
        function: (args, _opts, name) => ({ ...args, name: `${name} of the shop` }),
        functionSecrets: (_args, opts) => void (opts.ignoreChanges = ["secrets"]),
        apiKey: (_args, opts) => void (opts.ignoreChanges = ["description"]),
      },
    });
    const names = resources.filter(({ type }) => type === Function).map((it) => it.inputs.name);
    expect(names).toEqual(["db-function-mail of the shop", "db-function-orders of the shop"]);
    expect(find(resources, Secrets).options.ignoreChanges).toEqual(["secrets"]);
    expect(find(resources, Apikey, "db-key-mail_worker").options.ignoreChanges).toEqual([
      "description",
    ]);
  });

  it("keeps everything at Supabase when asked to, and nothing otherwise", async () => {
    const kept = (resources: readonly Registered[]) =>
      resources.filter(({ options }) => options.retainOnDelete).map(({ type }) => type);
    const everything = await declare({ ...full, retainOnDelete: true });
    const atSupabase = everything.resources.filter(({ type }) => type.startsWith("supabase"));
    expect(kept(everything.resources)).toEqual(atSupabase.map(({ type }) => type));
    expect(kept((await declare(full)).resources)).toEqual([]);
  });

  it("sends the storage settings as the API spells them", async () => {
    const { resources } = await declare({
      storage: { fileSizeLimit: 1024, features: { s3Protocol: { enabled: false } } },
    });
    expect(find(resources, Settings).inputs.storage).toBe(
      '{"features":{"s3Protocol":{"enabled":false}},"fileSizeLimit":1024}',
    );
  });
});

describe("a Database refuses", () => {
  const file = { entrypoint: "index.ts" };
  const eleven = Object.fromEntries([..."abcdefghijk"].map((slug) => [slug, file]));

  it.each<[string, Partial<DatabaseArgs>, string]>([
    ["a compute size on Free", { plan: "free", instanceSize: "small" }, "instanceSize: small"],
    [
      "large files on Free",
      { plan: "free", storage: { fileSizeLimit: 52_428_801 } },
      "storage.fileSizeLimit: 52428801 bytes; expected at most 52428800 bytes on the free plan",
    ],
    [
      "a check for leaked passwords on Free",
      { plan: "free", auth: { password_hibp_enabled: true } },
      "auth.password_hibp_enabled: turned on",
    ],
    [
      "limited sessions on Free",
      { plan: "free", auth: { sessions_timebox: 24 } },
      "auth.sessions_timebox: turned on",
    ],
    [
      "more functions than Free has",
      { plan: "free", functions: eleven },
      "functions: 11 functions; expected at most 10 functions on the free plan",
    ],
    ["a slug with a dot", { functions: { "a.b": file } }, 'functions: the key "a.b"'],
    [
      "a secret that Supabase keeps for itself",
      { functionSecretValues: { SUPABASE_URL: "known-url" } },
      'functionSecretValues: the key "SUPABASE_URL"',
    ],
    ["an API key with a hyphen", { apiKeys: { "a-key": {} } }, 'apiKeys: the key "a-key"'],
    [
      "a secret that nobody handed over",
      { auth: { smtp_pass: { secret: "MAIL" } } },
      "auth.smtp_pass.secret: no secret named MAIL",
    ],
    [
      "a secret of functions that nobody handed over",
      { functionSecrets: { MAIL_KEY: { secret: "MAIL" } } },
      "functionSecrets.MAIL_KEY.secret: no secret named MAIL",
    ],
  ])("%s", async (_name, args, message) => {
    const refused: unknown = await declare(args).catch((error: unknown) => error);
    expect(String(refused)).toContain(`db.${message}`);
    expect(String(refused)).not.toContain("known-");
  });

  it("nothing of it on a plan that has it, or that is not said", async () => {
    const args: Partial<DatabaseArgs> = {
      functions: eleven,
      instanceSize: "small",
      storage: { fileSizeLimit: 52_428_801 },
      auth: { password_hibp_enabled: true, sessions_timebox: 24 },
    };
    for (const plan of ["pro", "team", "enterprise", undefined] as const) {
      expect((await declare({ ...args, plan })).result).toBeInstanceOf(Database);
    }
  });
});
