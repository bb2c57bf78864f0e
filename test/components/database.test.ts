import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { Database, type DatabaseArgs } from "../../components/database";
import { find, listOf, onMocks, valueOf } from "../support/mocks";

const smallest: DatabaseArgs = { name: "shop", organizationId: "acme", region: "ca-central-1" };
const outputs = { "random:index/randomPassword:RandomPassword": { result: "known-password" } };

const declare = (args: Partial<DatabaseArgs> = {}, opts?: pulumi.ComponentResourceOptions) =>
  onMocks(() => new Database("db", { ...smallest, ...args }, opts), { outputs });

const Password = "random:index/randomPassword:RandomPassword";
const Project = "supabase:index/project:Project";
const Settings = "supabase:index/settings:Settings";
const Component = "groundwork:database:Database";

// Requirement: DB-01, DB-03, DB-05, HDR-17
describe("Database", () => {
  it("declares a password, a project and its settings", async () => {
    const { resources } = await declare();
    expect(listOf(resources)).toEqual([
      `${Component} db`,
      `${Password} db-password`,
      `${Project} db`,
      `${Settings} db-settings`,
    ]);
    for (const { name, parent } of resources.filter(({ custom }) => custom)) {
      expect(parent, name).toBe(`${Component} db`);
    }
  });

  it("generates a password of 32 characters, each kind at least once, that fits into a URL", async () => {
    const { resources } = await declare();
    const { inputs } = find(resources, Password);
    expect(inputs).toEqual({
      length: 32,
      overrideSpecial: "-._~",
      minLower: 1,
      minUpper: 1,
      minNumeric: 1,
      minSpecial: 1,
    });
    expect(encodeURIComponent(String(inputs.overrideSpecial))).toBe(inputs.overrideSpecial);
  });

  it("generates a password of the length asked for", async () => {
    const { resources } = await declare({ passwordLength: 48 });
    expect(find(resources, Password).inputs.length).toBe(48);
  });

  it("gives the project the password as a secret and time to start", async () => {
    const { resources } = await declare();
    const project = find(resources, Project);
    expect(project.inputs).toEqual({
      name: "shop",
      organizationId: "acme",
      region: "ca-central-1",
      databasePassword: "known-password",
      timeouts: { create: "15m", update: "15m" },
    });
    expect(project.secretInputs).toEqual(["databasePassword"]);
    expect(project.options.packageRef).toBe("mock-uuid");
  });

  it("sizes the project as asked, and leaves the size out otherwise", async () => {
    const { resources } = await declare({ instanceSize: "medium" });
    expect(find(resources, Project).inputs.instanceSize).toBe("medium");
  });

  it("enforces TLS and bounds the Data API when nothing is said, and manages no other setting but sign-in", async () => {
    const { resources } = await declare({ auth: false });
    expect(find(resources, Settings).inputs).toEqual({
      projectRef: "db-id",
      api: '{"db_schema":"public","max_rows":1000}',
      sslEnforcement: true,
      timeouts: { create: "15m", update: "15m" },
    });
  });

  it("replaces the settings when the project is another, and keeps auth settings secret", async () => {
    const { resources } = await declare();
    expect(find(resources, Settings).options).toMatchObject({
      replaceOnChanges: ["projectRef"],
      additionalSecretOutputs: ["auth"],
    });
  });

  it("gives Supabase its settings as JSON in a fixed order", async () => {
    const { resources } = await declare({
      sslEnforcement: false,
      auth: false,
      database: { statement_timeout: "30s", max_connections: 200, work_mem: undefined },
      api: { max_rows: 1000, db_schema: "" },
      network: { restrictions: ["2001:db8::/32", "203.0.113.0/24", "198.51.100.0/24"] },
      timeouts: { create: "20m" },
    });
    expect(find(resources, Settings).inputs).toEqual({
      projectRef: "db-id",
      sslEnforcement: false,
      database: '{"max_connections":200,"statement_timeout":"30s"}',
      api: '{"db_schema":"","max_rows":1000}',
      network: '{"restrictions":["203.0.113.0/24","198.51.100.0/24","2001:db8::/32"]}',
      timeouts: { create: "20m", update: "15m" },
    });
  });

  it("tunes Postgres for a larger tier by data alone", async () => {
    const { resources } = await declare({
      database: { max_connections: 400, shared_buffers: "512MB" },
    });
    expect(find(resources, Settings).inputs.database).toBe(
      '{"max_connections":400,"shared_buffers":"512MB"}',
    );
  });

  it("sends an empty list of network restrictions, which lets nobody in", async () => {
    const { resources } = await declare({ network: { restrictions: [] } });
    expect(find(resources, Settings).inputs.network).toBe('{"restrictions":[]}');
  });

  it("sends no block of settings that says nothing", async () => {
    const { resources } = await declare({ database: {}, storage: {} });
    const { database, storage } = find(resources, Settings).inputs;
    expect([database, storage]).toEqual([undefined, undefined]);
  });

  it("keeps the defaults of the Data API that are not given otherwise", async () => {
    const { resources } = await declare({ api: { db_schema: "api", max_rows: undefined } });
    expect(find(resources, Settings).inputs).toMatchObject({
      api: '{"db_schema":"api","max_rows":1000}',
    });
  });

  it("knows its settings at preview, when the project does not exist yet", async () => {
    const { resources } = await onMocks(
      () => new Database("db", { ...smallest, database: { max_connections: 200 } }),
      { preview: true },
    );
    expect(find(resources, Settings).inputs).toMatchObject({
      sslEnforcement: true,
      database: '{"max_connections":200}',
    });
  });

  it("answers the project's ref and address, and the password to the program only", async () => {
    const { result, resources } = await declare();
    expect(find(resources, Component).outputs).toEqual({
      projectRef: "db-id",
      url: "https://db-id.supabase.co",
    });
    expect(await pulumi.isSecret(result.password)).toBe(true);
    expect(await valueOf(result.password)).toBe("known-password");
  });

  it("repeats its args as inputs, without the password", async () => {
    const args = {
      database: { max_connections: 200 },
      network: { restrictions: ["203.0.113.0/24"] },
      protect: true,
    };
    const { resources } = await declare(args);
    const component = find(resources, Component);
    expect(component.inputs).toEqual({ ...smallest, ...args });
    expect(JSON.stringify(component)).not.toContain("known-password");
  });
});

describe("the protection of a Database", () => {
  const protectedNames = async (
    args: Partial<DatabaseArgs>,
    opts?: pulumi.ComponentResourceOptions,
  ) => {
    const { resources } = await declare(args, opts);
    return resources.filter(({ options }) => options.protect).map(({ name }) => name);
  };

  it("covers the project and its password when asked for", async () => {
    expect(await protectedNames({ protect: true })).toEqual(["db-password", "db"]);
  });

  it("covers nothing when nothing is said", async () => {
    expect(await protectedNames({})).toEqual([]);
  });

  it("comes from the component's option when the args say nothing", async () => {
    const names = ["db", "db-password", "db", "db-settings"];
    expect(await protectedNames({}, { protect: true })).toEqual(names);
  });

  it("is lifted by the args where the component's option would set it", async () => {
    expect(await protectedNames({ protect: false }, { protect: true })).toEqual([
      "db",
      "db-settings",
    ]);
  });
});

describe("the transforms of a Database", () => {
  it("have the last word on each child, auth settings included", async () => {
    const { resources } = await declare({
      transform: {
        password: (args) => {
          args.keepers = { rotated: "2026-11" };
        },
        project: (_args, opts) => {
          opts.retainOnDelete = true;
        },
        settings: (args) => {
          args.auth = pulumi.secret('{"smtp_pass":"known-smtp"}');
        },
      },
    });
    expect(find(resources, Password).inputs.keepers).toEqual({ rotated: "2026-11" });
    expect(find(resources, Project).options.retainOnDelete).toBe(true);
    expect(find(resources, Settings).secretInputs).toEqual(["auth"]);
    expect(JSON.stringify(find(resources, Component))).not.toContain("known-smtp");
  });

  it("reach one child's timeouts without the other's", async () => {
    const { resources } = await declare({
      transform: {
        project: (args) => {
          Object.assign(args.timeouts as object, { create: "1h" });
        },
      },
    });
    expect(find(resources, Project).inputs.timeouts).toEqual({ create: "1h", update: "15m" });
    expect(find(resources, Settings).inputs.timeouts).toEqual({ create: "15m", update: "15m" });
  });
});
