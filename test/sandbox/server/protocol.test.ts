import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { type PluginInfo, PluginAttach } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { createRequire } from "node:module";
import { createConnection } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TestCloud } from "./harness";

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.open();
});
afterAll(() => cloud.close());

const versionOf = (sdk: string): string =>
  (createRequire(__filename)(`${sdk}/package.json`) as { version: string }).version;

function reaches(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

const bridged = [
  ...["vercel", "github", "aws", "random", "sentry", "checkly", "pagerduty", "digitalocean"],
  ...["supabase", "terraform-provider"],
];

describe("a provider server", () => {
  test.each(bridged)("%s takes secrets, resources, outputs and naming settings", async (name) => {
    const request = new messages.ProviderHandshakeRequest().setEngineAddress("127.0.0.1:1");
    const answer = await cloud.call<messages.ProviderHandshakeResponse>(name, "handshake", request);
    expect(answer.toObject()).toEqual({
      acceptSecrets: true,
      acceptResources: true,
      acceptOutputs: true,
      supportsAutonamingConfiguration: true,
      acceptsByteString: false,
    });
  });

  test("says the same when it is configured, and that it can preview", async () => {
    expect(await cloud.configure("vercel", { team: "velocity" })).toEqual({
      acceptsecrets: true,
      supportspreview: true,
      acceptresources: true,
      acceptoutputs: true,
      supportsAutonamingConfiguration: true,
    });
  });

  test.each([
    ["vercel", versionOf("@pulumiverse/vercel")],
    ["github", versionOf("@pulumi/github")],
    ["aws", versionOf("@pulumi/aws")],
    ["random", versionOf("@pulumi/random")],
    ["digitalocean", versionOf("@pulumi/digitalocean")],
    ["sentry", versionOf("@pulumiverse/sentry")],
    ["checkly", versionOf("@checkly/pulumi")],
    ["pagerduty", "3.4.0"],
    ["supabase", "1.10.1"],
    ["terraform-provider", "1.4.0"],
  ])("%s reports version %s", async (name, version) => {
    const info = await cloud.call<PluginInfo>(name, "getPluginInfo", new Empty());
    expect(info.getVersion()).toBe(version);
  });

  test("cannot be reached by any address but 127.0.0.1", async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, internal }) => family === "IPv4" && !internal)
      .map(({ address }) => address);
    const port = cloud.host.ports["vercel"]!;
    expect(await reaches("127.0.0.1", port)).toBe(true);
    for (const address of ["127.0.0.2", ...others])
      expect(await reaches(address, port)).toBe(false);
  });

  test("lets itself be attached, and goes on after the end of a run", async () => {
    await cloud.call("vercel", "attach", new PluginAttach().setAddress("127.0.0.1:1"));
    await cloud.call("vercel", "cancel", new Empty());
    const info = await cloud.call<PluginInfo>("vercel", "getPluginInfo", new Empty());
    expect(info.getVersion()).not.toBe("");
  });

  test.each(["getSchema", "getMapping", "getMappings", "construct", "call"])(
    "answers that it has no %s",
    async (method) => {
      const requests = {
        getSchema: new messages.GetSchemaRequest(),
        getMapping: new messages.GetMappingRequest(),
        getMappings: new messages.GetMappingsRequest(),
        construct: new messages.ConstructRequest(),
        call: new messages.CallRequest(),
      };
      const asked = cloud.call("vercel", method, requests[method as keyof typeof requests]);
      await expect(asked).rejects.toMatchObject({ code: 12 });
    },
  );

  test("takes a provider's configuration as it is", async () => {
    const news = Struct.fromJavaScript({ team: "velocity", version: "5.4.1" });
    const request = new messages.CheckRequest().setUrn("urn:x").setNews(news);
    const answer = await cloud.call<messages.CheckResponse>("vercel", "checkConfig", request);
    expect(answer.getInputs()?.toJavaScript()).toEqual({ team: "velocity", version: "5.4.1" });
    expect(answer.getFailuresList()).toEqual([]);
  });

  test.each([
    [{ team: "a" }, { team: "a" }, messages.DiffResponse.DiffChanges.DIFF_NONE],
    [{ team: "a" }, { team: "b" }, messages.DiffResponse.DiffChanges.DIFF_SOME],
  ])("never replaces for a change of configuration: %o → %o", async (olds, news, changes) => {
    const request = new messages.DiffRequest()
      .setOldInputs(Struct.fromJavaScript(olds))
      .setNews(Struct.fromJavaScript(news));
    const answer = await cloud.call<messages.DiffResponse>("vercel", "diffConfig", request);
    expect([answer.getChanges(), answer.getReplacesList()]).toEqual([changes, []]);
  });
});

describe("the bridge plugin", () => {
  const asked = (name: string, version: string) =>
    new messages.ParameterizeRequest().setValue(
      new messages.ParameterizeRequest.ParametersValue().setName(name).setVersion(version),
    );

  test.each(["terraform-provider", "supabase"])(
    "becomes Supabase when %s is asked to",
    async (plugin) => {
      const answer = await cloud.call<messages.ParameterizeResponse>(
        plugin,
        "parameterize",
        asked("supabase", "1.10.1"),
      );
      expect(answer.toObject()).toEqual({ name: "supabase", version: "1.10.1" });
    },
  );

  test.each([
    ["another version", asked("supabase", "1.9.1"), "has supabase 1.10.1, not supabase 1.9.1"],
    ["another package", asked("neon", "0.1.0"), "has supabase 1.10.1, not neon 0.1.0"],
    [
      "whatever a registry has",
      new messages.ParameterizeRequest().setArgs(
        new messages.ParameterizeRequest.ParametersArgs().setArgsList(["supabase/supabase"]),
      ),
      "not by arguments",
    ],
  ])("does not become %s", async (_what, request, message) => {
    await expect(cloud.call("terraform-provider", "parameterize", request)).rejects.toThrow(
      message,
    );
  });

  test("is the only server that can be another package", async () => {
    await expect(cloud.call("vercel", "parameterize", asked("vercel", "5.4.1"))).rejects.toThrow(
      "the sandbox serves vercel as it is installed",
    );
  });
});
