import { execFileSync } from "node:child_process";
import * as pulumi from "@pulumi/pulumi";
import * as supabase from "@pulumi/supabase";
import { describe, expect, it } from "vitest";
import { listOf, type MockOptions, onMocks, valueOf } from "../support/mocks";

const text = "text";

/** Class, the inputs it insists on, everything else it takes, what only the provider fills in, what is encrypted. */
const surface = [
  {
    Class: supabase.Apikey,
    token: "supabase:index/apikey:Apikey",
    required: ["projectRef"],
    optional: ["description", "name"],
    outputs: ["apiKey", "secretJwtTemplate", "type"],
    secretOutputs: ["apiKey"],
  },
  {
    Class: supabase.Branch,
    token: "supabase:index/branch:Branch",
    required: ["gitBranch", "parentProjectRef"],
    optional: ["persistent", "region"],
    outputs: ["database"],
  },
  {
    Class: supabase.EdgeFunction,
    token: "supabase:index/edgeFunction:EdgeFunction",
    required: ["entrypoint", "projectRef", "slug"],
    optional: ["importMap", "name", "staticFiles"],
    outputs: ["checksum", "createdAt", "localChecksum", "status", "updatedAt", "version"],
  },
  {
    Class: supabase.EdgeFunctionSecrets,
    token: "supabase:index/edgeFunctionSecrets:EdgeFunctionSecrets",
    required: ["projectRef", "secrets"],
    optional: [],
    outputs: ["secretDigests"],
  },
  {
    Class: supabase.Project,
    token: "supabase:index/project:Project",
    required: ["databasePassword", "organizationId", "region"],
    optional: ["instanceSize", "legacyApiKeysEnabled", "name", "timeouts"],
    outputs: [],
    secretInputs: ["databasePassword"],
    secretOutputs: ["databasePassword"],
  },
  {
    Class: supabase.Settings,
    token: "supabase:index/settings:Settings",
    required: ["projectRef"],
    optional: [
      ...["api", "auth", "database", "network", "pooler", "sslEnforcement", "storage", "timeouts"],
    ],
    outputs: [],
  },
  {
    Class: supabase.ThirdPartyAuth,
    token: "supabase:index/thirdPartyAuth:ThirdPartyAuth",
    required: ["projectRef"],
    optional: ["customJwks", "jwksUrl", "oidcIssuerUrl", "timeouts"],
    outputs: ["insertedAt", "resolvedAt", "resolvedJwks", "type", "updatedAt"],
  },
];

type AnyClass = {
  new (name: string, args?: object, opts?: pulumi.CustomResourceOptions): pulumi.CustomResource;
  get(
    name: string,
    id: string,
    state?: object,
    opts?: pulumi.CustomResourceOptions,
  ): pulumi.CustomResource;
  isInstance(value: unknown): boolean;
  __pulumiType: string;
};

const texts = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, text]));

describe("the exports of @pulumi/supabase", () => {
  it("are those of the generated SDK", () => {
    expect(Object.keys(supabaseModule()).sort()).toEqual([
      ...["Apikey", "Branch", "EdgeFunction", "EdgeFunctionSecrets", "Project", "Provider"],
      ...["Settings", "ThirdPartyAuth", "config", "getApikeys", "getApikeysOutput", "getBranch"],
      ...["getBranchOutput", "getNetworkBans", "getNetworkBansOutput", "getPooler"],
      ...["getPoolerOutput", "types"],
    ]);
  });

  it("load a class when it is first read, not before", () => {
    const script = `
      const s = require("@pulumi/supabase");
      const loaded = () => Object.keys(require.cache).some((it) => it.endsWith("/bin/settings.js"));
      const before = loaded();
      s.Settings;
      process.stdout.write(JSON.stringify([before, loaded()]));`;
    expect(run("-e", script)).toBe("[false,true]");
  });

  it("can be imported by name from an ES module", () => {
    const script = `
      import { Project, getPoolerOutput } from "@pulumi/supabase";
      process.stdout.write(Project.__pulumiType + " " + typeof getPoolerOutput);`;
    expect(run("--input-type=module", "-e", script)).toBe(
      "supabase:index/project:Project function",
    );
  });
});

describe.each(surface)(
  "the class of $token",
  ({ Class: given, token, required, optional, outputs, ...secret }) => {
    const Class = given as unknown as AnyClass;

    it("registers its inputs under its token, as a resource of the parameterized package", async () => {
      const args = texts([...required, ...optional]);
      const { resources } = await onMocks(() => new Class("one", args));
      expect(resources).toEqual([
        {
          type: token,
          name: "one",
          custom: true,
          parent: undefined,
          inputs: args,
          secretInputs: secret.secretInputs ?? [],
          options: {
            packageRef: "mock-uuid",
            ...(secret.secretOutputs && { additionalSecretOutputs: secret.secretOutputs }),
          },
        },
      ]);
    });

    it.each(required)("refuses to be made without %s", (missing) => {
      const args = texts(required.filter((name) => name !== missing));
      expect(() => new Class("one", args)).toThrow(`Missing required property '${missing}'`);
    });

    it("sends no property that it does not know", async () => {
      const args = { ...texts(required), invented: text };
      const { resources } = await onMocks(() => new Class("one", args));
      expect(resources[0]?.inputs).toEqual(texts(required));
    });

    it("has an output for each property", async () => {
      const { result } = await onMocks(() => new Class("one", texts(required)));
      for (const name of [...required, ...optional, ...outputs]) {
        expect(pulumi.Output.isInstance(result[name as never]), name).toBe(true);
      }
    });

    it("looks up an existing resource by id with the state given", async () => {
      const state = texts([...required, ...optional, ...outputs]);
      const { result } = await onMocks(() => Class.get("found", "some-id", state));
      expect(await valueOf(result.id)).toBe("some-id");
      for (const name of Object.keys(state)) {
        expect(await valueOf(result[name as never]), name).toBe(text);
      }
    });

    it("knows its own instances", async () => {
      const { result } = await onMocks(() => new Class("one", texts(required)));
      expect(Class.isInstance(result)).toBe(true);
      expect(Class.isInstance({ __pulumiType: token })).toBe(true);
      for (const other of [undefined, null, {}, { __pulumiType: "supabase" }]) {
        expect(Class.isInstance(other)).toBe(false);
      }
    });
  },
);

describe("functions", () => {
  const answer = { id: "answer", url: { transaction: "postgres://…" } };
  const calls: MockOptions["calls"] = {};
  for (const name of ["getApikeys", "getBranch", "getNetworkBans", "getPooler"]) {
    calls[`supabase:index/${name}:${name}`] = (inputs) => ({ ...answer, ...inputs });
  }

  it.each([
    ["getApikeys", () => supabase.getApikeys({ projectRef: "ref" }), { projectRef: "ref" }],
    [
      "getBranch",
      () => supabase.getBranch({ parentProjectRef: "ref" }),
      { parentProjectRef: "ref" },
    ],
    ["getNetworkBans", () => supabase.getNetworkBans({ projectRef: "ref" }), { projectRef: "ref" }],
    ["getPooler", () => supabase.getPooler({ projectRef: "ref" }), { projectRef: "ref" }],
  ])("%s asks the provider", async (_name, call, inputs) => {
    const { result } = await onMocks<Promise<unknown>>(call, { calls });
    expect(await result).toEqual({ ...answer, ...inputs });
  });

  it.each([
    [
      "getApikeysOutput",
      (ref: pulumi.Output<string>) => supabase.getApikeysOutput({ projectRef: ref }),
    ],
    [
      "getBranchOutput",
      (ref: pulumi.Output<string>) => supabase.getBranchOutput({ parentProjectRef: ref }),
    ],
    [
      "getNetworkBansOutput",
      (ref: pulumi.Output<string>) => supabase.getNetworkBansOutput({ projectRef: ref }),
    ],
    [
      "getPoolerOutput",
      (ref: pulumi.Output<string>) => supabase.getPoolerOutput({ projectRef: ref }),
    ],
  ])("%s takes an output", async (_name, call) => {
    const { result } = await onMocks<pulumi.Output<unknown>>(() => call(pulumi.output("ref")), {
      calls,
    });
    expect(await valueOf(result)).toMatchObject(answer);
  });
});

describe("Provider", () => {
  it("registers as a provider of the package with its token secret", async () => {
    const { result, resources } = await onMocks(
      () =>
        new supabase.Provider("eu", { accessToken: "sbp_token", endpoint: "https://127.0.0.1" }),
    );
    expect(listOf(resources)).toEqual(["pulumi:providers:supabase eu"]);
    expect(resources[0]?.secretInputs).toEqual(["accessToken"]);
    expect(resources[0]?.options).toMatchObject({
      packageRef: "mock-uuid",
      additionalSecretOutputs: ["accessToken"],
    });
    expect(supabase.Provider.isInstance(result)).toBe(true);
  });

  it("needs no args", async () => {
    const { resources } = await onMocks(() => new supabase.Provider("eu"));
    expect(resources[0]?.inputs).toEqual({});
  });
});

describe("the package", () => {
  it("names the parameterized provider as `pulumi package add` would", () => {
    const script = `
      const settings = require("@pulumi/pulumi/runtime");
      settings.registerPackage = (args) => { process.stdout.write(JSON.stringify(args)); };
      require("@pulumi/supabase/bin/utilities.js").getPackage();`;
    const { base64Parameter, ...rest } = JSON.parse(run("-e", script)) as Record<string, string>;
    expect(rest).toEqual({
      baseProviderName: "terraform-provider",
      baseProviderVersion: "1.4.0",
      baseProviderDownloadUrl: "",
      packageName: "supabase",
      packageVersion: "1.10.1",
    });
    expect(Buffer.from(base64Parameter ?? "", "base64").toString()).toBe(
      '{"remote":{"url":"registry.opentofu.org/supabase/supabase","version":"1.10.1"}}',
    );
  });

  it("reads its configuration from the supabase namespace", () => {
    pulumi.runtime.setAllConfig({ "supabase:endpoint": "https://127.0.0.1:8443" });
    expect(supabase.config.endpoint).toBe("https://127.0.0.1:8443");
    expect(supabase.config.accessToken).toBeUndefined();
    pulumi.runtime.setAllConfig({});
  });
});

/** As Node sees it: a test runner may wrap the module. */
function supabaseModule(): object {
  const names = run("-e", `process.stdout.write(Object.keys(require("@pulumi/supabase")).join())`);
  return texts(names.split(","));
}

function run(...args: string[]): string {
  return execFileSync(process.execPath, args, { encoding: "utf8" });
}
