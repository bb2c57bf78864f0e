import { join } from "node:path";
import { RunPluginRequest, RunRequest } from "@pulumi/pulumi/proto/language_pb";
import { describe, expect, test } from "vitest";
import { pluginCommand } from "../../../../sandbox/engine/language-host/plugin-command";
import { programCommand } from "../../../../sandbox/engine/language-host/program-command";
import { folderWith, programInfo, sdkWith } from "./support";

/**
 * Our host must be wrong in the same way as the official one, or a project works with one and not with the other. Each
 * row names the function of Pulumi's sdk/nodejs/cmd/pulumi-language-nodejs/main.go that it follows.
 */
const folder = folderWith(sdkWith({ run: "", "run-plugin": "", "run-policy-pack": "" }));
const runner = (name: string) => join(folder, `node_modules/@pulumi/pulumi/cmd/${name}/index.js`);

function program(change: (request: RunRequest) => void = () => undefined, options = {}) {
  const request = new RunRequest();
  request.setProject("groundwork");
  request.setStack("dev");
  request.setOrganization("organization");
  request.setMonitorAddress("127.0.0.1:1");
  request.setParallel(16);
  request.setInfo(programInfo(folder, options));
  change(request);
  const host = { engineAddress: "127.0.0.1:2", tracing: "", env: { HOME: "/home/me" } };
  return programCommand(request, host);
}

function plugin(kind: string, options = {}) {
  const request = new RunPluginRequest();
  request.setKind(kind);
  request.setPwd("/project");
  request.setArgsList(["127.0.0.1:2", "--flag"]);
  request.setEnvList(["A=1", "B=x=y"]);
  request.setInfo(programInfo(folder, options));
  return pluginCommand(request, {});
}

describe("the command of a program", () => {
  test("constructArguments: script, flags, entry point, in this order", () => {
    expect(program().args).toEqual([
      runner("run"),
      ...["--monitor", "127.0.0.1:1", "--engine", "127.0.0.1:2", "--organization", "organization"],
      ...["--project", "groundwork", "--root-directory", folder, "--stack", "dev", "--pwd", folder],
      ...["--parallel", "16", "."],
    ]);
  });

  test("constructArguments: --dry-run is there in a preview only", () => {
    expect(program((request) => request.setDryrun(true)).args).toContain("--dry-run");
    expect(program().args).not.toContain("--dry-run");
  });

  test("constructArguments: the program's own arguments come last", () => {
    const { args } = program((request) => request.setArgsList(["x", "y"]));
    expect(args.slice(-3)).toEqual([".", "x", "y"]);
  });

  test("execRuntime: nodeargs are split like a shell line and stand before the script", () => {
    const { args } = program(undefined, { nodeargs: "--require './a b.cjs'" });
    expect(args.slice(0, 3)).toEqual(["--require", "./a b.cjs", runner("run")]);
  });

  test("execRuntime: the environment is the host's, with config, secret keys and TypeScript", () => {
    const { env } = program((request) => {
      request.getConfigMap().set("groundwork:stack", "{}");
      request.setConfigsecretkeysList(["groundwork:secrets"]);
    });
    expect(env).toEqual({
      HOME: "/home/me",
      PULUMI_CONFIG: '{"groundwork:config:stack":"{}"}',
      PULUMI_CONFIG_SECRET_KEYS: '["groundwork:secrets"]',
      PULUMI_NODEJS_TYPESCRIPT: "true",
    });
  });

  test("execRuntime: `typescript: false` leaves the variable out, `tsconfig` sets its own", () => {
    const { env } = program(undefined, { typescript: false, tsconfig: "x.json" });
    expect(env).not.toHaveProperty("PULUMI_NODEJS_TYPESCRIPT");
    expect(env.PULUMI_NODEJS_TSCONFIG_PATH).toBe("x.json");
  });

  test("execRuntime: the process starts in the host's folder, --pwd moves it later", () => {
    expect(program().cwd).toBeUndefined();
  });

  test("locateModule: the runner is that of the program's own SDK", () => {
    expect(() => program((request) => request.setInfo(programInfo("/nowhere")))).toThrow(
      "It looks like the Pulumi SDK has not been installed. Have you run pulumi install?",
    );
  });

  test("parseOptions: a bad option is refused before anything starts", () => {
    expect(() => program(undefined, { nodeargs: 1 })).toThrow("nodeargs option must be a string");
  });
});

describe("the command of a policy pack", () => {
  test("RunPlugin: arguments first, the pack's folder last", () => {
    const { args } = plugin("analyzer");
    expect(args).toEqual([runner("run-policy-pack"), "127.0.0.1:2", "--flag", folder]);
  });

  test("RunPlugin: it runs in its own folder, so that its own tsconfig.json counts", () => {
    expect(plugin("analyzer").cwd).toBe(folder);
  });

  test("RunPlugin: nodeargs stand after the script, where Node does not read them", () => {
    const { args } = plugin("analyzer", { nodeargs: "--require x" });
    expect(args.slice(0, 3)).toEqual([runner("run-policy-pack"), "--require", "x"]);
  });
});

describe("the command of a source plugin", () => {
  test("RunPlugin: the plugin's folder first, arguments after it", () => {
    const { args } = plugin("resource");
    expect(args).toEqual([runner("run-plugin"), folder, "127.0.0.1:2", "--flag"]);
  });

  test("RunPlugin: it runs in the folder of the project that uses it", () => {
    expect(plugin("resource").cwd).toBe("/project");
  });

  test("RunPlugin: the environment is the one that the engine sent, and TypeScript", () => {
    expect(plugin("resource").env).toEqual({
      A: "1",
      B: "x=y",
      PULUMI_NODEJS_TYPESCRIPT: "true",
    });
  });

  test("locateModule: a missing SDK names the folder to install in", () => {
    const request = new RunPluginRequest();
    request.setInfo(programInfo("/nowhere"));
    expect(() => pluginCommand(request, {})).toThrow("Have you run npm install in /nowhere?");
  });
});
