import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { status } from "@grpc/grpc-js";
import {
  AboutRequest,
  type AboutResponse,
  GenerateProgramRequest,
  GetProgramDependenciesRequest,
  type GetProgramDependenciesResponse,
  GetRequiredPackagesRequest,
  type GetRequiredPackagesResponse,
  GetRequiredPluginsRequest,
  LanguageHandshakeRequest,
  RunPluginRequest,
  type RunPluginResponse,
  RunRequest,
  type RunResponse,
  RuntimeOptionsRequest,
  type RuntimeOptionsResponse,
} from "@pulumi/pulumi/proto/language_pb";
import { type PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import {
  call,
  compileHost,
  engineStub,
  isAlive,
  type RunningHost,
  startHost,
} from "./host-process";
import { folderWith, programInfo, sdkWith } from "./support";

let bundle: string;
let engine: Awaited<ReturnType<typeof engineStub>>;
let host: RunningHost;
const patience = { timeout: 20_000, interval: 50 };

beforeAll(async () => {
  bundle = await compileHost();
});

beforeEach(async () => {
  engine = await engineStub();
  host = await startHost(bundle, [engine.address]);
});

afterEach(async () => {
  host.client.close();
  host.process.kill();
  await host.ended;
  engine.die();
});

afterAll(() => vi.restoreAllMocks());

/** Runs a program whose SDK is only the given script. */
function run(script: string, files: Record<string, string> = {}): Promise<RunResponse> {
  const request = new RunRequest();
  request.setMonitorAddress("127.0.0.1:1");
  request.setInfo(programInfo(folderWith({ ...sdkWith({ run: script }), ...files })));
  return call((done) => host.client.run(request, done));
}

function pluginRequest(folder: string): RunPluginRequest {
  const request = new RunPluginRequest();
  request.setKind("resource");
  request.setPwd(folder);
  request.setEnvList([`PATH=${process.env.PATH}`]);
  request.setInfo(programInfo(folder));
  return request;
}

/** Starts a child of its own, writes both process ids to `pids`, and goes on until it is killed. */
const stubborn = `
  const { spawn } = require("node:child_process");
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
  const child = spawn(process.execPath, ["-e", "process.on('SIGINT', () => {}); setInterval(() => {}, 1000)"]);
  require("node:fs").writeFileSync(process.env.PIDS || __dirname + "/pids", process.pid + " " + child.pid);
  setInterval(() => {}, 1000);`;

async function pidsIn(file: string): Promise<number[]> {
  await vi.waitFor(
    () => expect(existsSync(file) && readFileSync(file, "utf8")).toMatch(/ \d/),
    patience,
  );
  return readFileSync(file, "utf8").split(" ").map(Number);
}

async function allGone(pids: number[]): Promise<void> {
  await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), patience);
}

describe("running a program", () => {
  test("a program that ends well is an answer without an error", async () => {
    const response = await run("");
    expect([response.getError(), response.getBail()]).toEqual(["", false]);
  });

  test("what it writes is passed on, to the same stream", async () => {
    await run(`process.stdout.write("to out"); process.stderr.write("to err");`);
    expect([host.stdout(), host.stderr()]).toEqual(["to out", "to err"]);
  });

  test("a failing program is an answer that names its exit code", async () => {
    const response = await run("process.exitCode = 3");
    expect(response.getError()).toBe("Program exited with non-zero exit code: 3");
    expect(response.getBail()).toBe(false);
  });

  test("exit code 32 is a bail without a message: the person has seen it already", async () => {
    const response = await run("process.exitCode = 32");
    expect([response.getError(), response.getBail()]).toEqual(["", true]);
  });

  test("a program that a signal ended is an error", async () => {
    const response = await run(`process.kill(process.pid, "SIGKILL")`);
    expect(response.getError()).toBe("Program exited with non-zero exit code: -1");
  });

  test("a missing SDK is an answer that names the command to run", async () => {
    const request = new RunRequest();
    request.setInfo(programInfo("/nowhere"));
    const response = await call<RunResponse>((done) => host.client.run(request, done));
    expect(response.getError()).toContain("Have you run pulumi install?");
  });

  test("a debugger is refused with the way that works", async () => {
    const request = new RunRequest();
    request.setAttachDebugger(true);
    const response = await call<RunResponse>((done) => host.client.run(request, done));
    expect(response.getError()).toContain("NODE_OPTIONS=--inspect-brk");
  });

  test("something that holds the output open does not hold the answer back", async () => {
    const response = await run(`
      const options = { detached: true, stdio: ["ignore", "inherit", "inherit"] };
      const child = require("node:child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 20000)"], options);
      child.unref();`);
    expect(response.getError()).toBe("");
  });

  test("Cancel ends the program and what it started, also against their will", async () => {
    const file = join(folderWith({}), "pids");
    const running = run(stubborn.replace("process.env.PIDS", JSON.stringify(file)));
    const pids = await pidsIn(file);
    await call<Empty>((done) => host.client.cancel(new Empty(), done));
    expect((await running).getError()).toBe("Program exited with non-zero exit code: -1");
    await allGone(pids);
  });
});

describe("running a pack or plugin", () => {
  test("both streams reach the engine, and the call ends with the process", async () => {
    const script = `process.stdout.write("4711\\n"); process.stderr.write("warning");`;
    const folder = folderWith(sdkWith({ "run-plugin": script }));
    const { stdout, stderr, error } = await plugin(pluginRequest(folder));
    expect([stdout, stderr, error]).toEqual(["4711\n", "warning", undefined]);
  });

  test("a failing plugin fails the call with its exit code", async () => {
    const folder = folderWith(sdkWith({ "run-plugin": "process.exitCode = 7" }));
    const { error } = await plugin(pluginRequest(folder));
    expect(error).toContain("Program exited with non-zero exit code: 7");
  });

  test("a plugin without its SDK fails the call", async () => {
    const { error } = await plugin(pluginRequest(folderWith({})));
    expect(error).toContain("Have you run npm install in");
  });

  test("a cancelled call ends the plugin and what it started", async () => {
    const folder = folderWith(sdkWith({ "run-plugin": stubborn }));
    const stream = host.client.runPlugin(pluginRequest(folder));
    stream.on("error", () => undefined);
    const pids = await pidsIn(join(folder, "node_modules/@pulumi/pulumi/cmd/run-plugin/pids"));
    stream.cancel();
    await allGone(pids);
  });

  test("Cancel leaves plugins alone: the engine lets them finish what they do", async () => {
    const folder = folderWith(sdkWith({ "run-plugin": stubborn }));
    host.client.runPlugin(pluginRequest(folder)).on("error", () => undefined);
    const pids = await pidsIn(join(folder, "node_modules/@pulumi/pulumi/cmd/run-plugin/pids"));
    const file = join(folderWith({}), "pids");
    const running = run(stubborn.replace("process.env.PIDS", JSON.stringify(file)));
    await pidsIn(file);
    await call<Empty>((done) => host.client.cancel(new Empty(), done));
    await running;
    expect(pids.map(isAlive)).toEqual([true, true]);
  });

  test("what a plugin that ended on request leaves behind is ended too", async () => {
    const obedient = stubborn.replace(
      /for \(const signal.*/,
      "process.on('SIGINT', () => process.exit());",
    );
    const folder = folderWith(sdkWith({ "run-plugin": obedient }));
    const stream = host.client.runPlugin(pluginRequest(folder));
    stream.on("error", () => undefined);
    const pids = await pidsIn(join(folder, "node_modules/@pulumi/pulumi/cmd/run-plugin/pids"));
    stream.cancel();
    await allGone(pids);
  });

  function plugin(request: RunPluginRequest) {
    return new Promise<{ stdout: string; stderr: string; error?: string }>((resolve) => {
      const result = { stdout: "", stderr: "" };
      const stream = host.client.runPlugin(request);
      stream.on("data", (response: RunPluginResponse) => {
        result.stdout += Buffer.from(response.getStdout_asU8()).toString();
        result.stderr += Buffer.from(response.getStderr_asU8()).toString();
      });
      stream.on("error", ({ message }) => resolve({ ...result, error: message }));
      stream.on("end", () => resolve(result));
    });
  }
});

describe("the end of the engine", () => {
  test("ends the host and all it started", async () => {
    const folder = folderWith(sdkWith({ "run-plugin": stubborn }));
    host.client.runPlugin(pluginRequest(folder)).on("error", () => undefined);
    const pids = await pidsIn(join(folder, "node_modules/@pulumi/pulumi/cmd/run-plugin/pids"));
    engine.die();
    expect(await host.ended).toBe(0);
    await allGone(pids);
  });

  test("is noticed at the address that Handshake told", async () => {
    const other = await engineStub();
    const attached = await startHost(bundle, []);
    const request = new LanguageHandshakeRequest();
    request.setEngineAddress(other.address);
    await call((done) => attached.client.handshake(request, done));
    other.die();
    expect(await attached.ended).toBe(0);
    attached.client.close();
  });

  test("the host ends its programs when it is asked to end", async () => {
    const folder = folderWith(sdkWith({ "run-plugin": stubborn }));
    host.client.runPlugin(pluginRequest(folder)).on("error", () => undefined);
    const pids = await pidsIn(join(folder, "node_modules/@pulumi/pulumi/cmd/run-plugin/pids"));
    host.process.kill("SIGTERM");
    await allGone(pids);
  });
});

describe("questions of the engine", () => {
  test("the host has the version of the SDK that it was made with", async () => {
    const info = await call<PluginInfo>((done) => host.client.getPluginInfo(new Empty(), done));
    expect(info.getVersion()).toBe("3.259.0");
  });

  test("about names Node and the package manager of the lock file", async () => {
    const request = new AboutRequest();
    request.setInfo(programInfo(folderWith({ "package-lock.json": "{}" })));
    const response = await call<AboutResponse>((done) => host.client.about(request, done));
    expect([response.getExecutable(), response.getVersion()]).toEqual([
      process.execPath,
      process.version,
    ]);
    expect(response.getMetadataMap().get("packagemanager")).toBe("npm");
    expect(response.getMetadataMap().get("packagemanagerVersion")).toMatch(/^\d+\./);
  });

  const manifest = (name: string, rest: object = {}) =>
    JSON.stringify({ name, version: "1.2.3", ...rest });
  const program = {
    "package.json": manifest("me", { dependencies: { b: "^1" }, devDependencies: { c: "*" } }),
    "node_modules/b/package.json": manifest("b", { dependencies: { d: "*" } }),
    "node_modules/c/package.json": manifest("c"),
    "node_modules/b/node_modules/d/package.json": manifest("d", { dependencies: { b: "*" } }),
  };

  test.each([
    [false, ["b 1.2.3", "c 1.2.3"]],
    [true, ["b 1.2.3", "c 1.2.3", "d 1.2.3"]],
  ])("dependencies of a program, transitive: %s", async (transitive, expected) => {
    const request = new GetProgramDependenciesRequest();
    request.setInfo(programInfo(folderWith(program)));
    request.setTransitivedependencies(transitive);
    const response = await call<GetProgramDependenciesResponse>((done) =>
      host.client.getProgramDependencies(request, done),
    );
    const names = response.getDependenciesList().map((it) => `${it.getName()} ${it.getVersion()}`);
    expect(names).toEqual(expected);
  });

  test("required packages are the provider SDKs that are installed, parameters included", async () => {
    const request = new GetRequiredPackagesRequest();
    request.setInfo(programInfo(folderWith(providers(manifest))));
    const response = await call<GetRequiredPackagesResponse>((done) =>
      host.client.getRequiredPackages(request, done),
    );
    const found = response.getPackagesList().map((it) => it.toObject());
    expect(found.map(({ name, version, kind }) => `${kind} ${name} ${version}`).sort()).toEqual([
      "resource aws v1.2.3",
      "resource nested v9.0.0",
      "resource terraform-provider v1.4.0",
    ]);
    const supabase = found.find(({ name }) => name === "terraform-provider");
    expect(supabase?.parameterization).toMatchObject({
      name: "supabase",
      value: Buffer.from("{}").toString("base64"),
    });
  });

  test("a project is asked for its package manager only when it names none", async () => {
    const keys = async (options: Record<string, string>) => {
      const request = new RuntimeOptionsRequest();
      request.setInfo(programInfo(folderWith({}), options));
      const response = await call<RuntimeOptionsResponse>((done) =>
        host.client.runtimeOptionsPrompts(request, done),
      );
      return response.getPromptsList().map((prompt) => prompt.getKey());
    };
    expect(await keys({})).toEqual(["packagemanager"]);
    expect(await keys({ packagemanager: "npm" })).toEqual([]);
  });

  test("what only code generation needs is unimplemented", async () => {
    const program = call((done) => host.client.generateProgram(new GenerateProgramRequest(), done));
    await expect(program).rejects.toMatchObject({ code: status.UNIMPLEMENTED });
    const plugins = call((done) =>
      host.client.getRequiredPlugins(new GetRequiredPluginsRequest(), done),
    );
    await expect(plugins).rejects.toMatchObject({ code: status.UNIMPLEMENTED });
  });
});

/** One of each kind: scoped, nested, parameterized, nameless, of a policy pack, and no provider at all. */
function providers(manifest: (name: string, rest?: object) => string): Record<string, string> {
  const provider = (pulumi: object = {}) => ({ pulumi: { resource: true, ...pulumi } });
  const parameterization = { name: "supabase", version: "1.0.0", value: "e30=" };
  const terraform = { name: "terraform-provider", version: "1.4.0", parameterization };
  return {
    "node_modules/@pulumi/aws/package.json": manifest("@pulumi/aws", provider()),
    "node_modules/@pulumi/supabase/package.json": manifest("@pulumi/supabase", provider(terraform)),
    "node_modules/x/node_modules/y/package.json": manifest(
      "y",
      provider({ name: "nested", version: "v9.0.0" }),
    ),
    "node_modules/third-party/package.json": manifest("third-party", provider()),
    "node_modules/plain/package.json": manifest("plain"),
    "policies/PulumiPolicy.yaml": "runtime: nodejs\n",
    "policies/node_modules/@pulumi/gcp/package.json": manifest("@pulumi/gcp", provider()),
  };
}
