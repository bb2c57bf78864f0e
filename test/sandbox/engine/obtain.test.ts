import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { UserError } from "../../../core/errors";
import { obtainEngine, readyEngine } from "../../../sandbox/engine/obtain";
import { engineScript, officialHost, ourHost, testMachine, type TestMachine } from "./machine";

/** Collects what people would read. */
function listener() {
  const lines: string[] = [];
  return { lines, write: (text: string) => lines.push(text.trimEnd()) };
}

/** A Go that writes an engine of the given version to the file after `-o`, and what it was asked into `go-calls`. */
function installGo(machine: TestMachine, version = "3.259.0"): void {
  machine.script(
    "tools/go",
    `echo "$PWD $GOFLAGS $GOWORK $CGO_ENABLED $*" >> ${machine.root}/go-calls
echo "go: downloading example.com/a v1.0.0" >&2
echo "example.com/a" >&2
printf '#!/bin/sh\\necho v${version}\\n' > "$4"
chmod +x "$4"`,
  );
}

/** An npm package `pulumi` that downloads an official engine, or cannot. */
function installWrapper(machine: TestMachine, works: boolean): void {
  machine.file(
    "project/node_modules/pulumi/run.js",
    works
      ? `const { mkdirSync, writeFileSync } = require("node:fs");
         const bin = process.env.PULUMI_HOME + "/versions/3.259.0/bin";
         mkdirSync(bin, { recursive: true });
         writeFileSync(bin + "/pulumi", "#!/bin/sh\\n${engineScript("3.259.0")}\\n", { mode: 0o755 });
         writeFileSync(bin + "/pulumi-language-nodejs", "#!/bin/sh\\n${officialHost}\\n", { mode: 0o755 });`
      : `console.error("pulumi: fetch failed"); process.exit(1);`,
  );
}

function goCalls(machine: TestMachine): string {
  return machine.has("go-calls") ? readFileSync(join(machine.root, "go-calls"), "utf8") : "";
}

describe("getting the engine", () => {
  test("nothing is done and nothing said when one is there", async () => {
    const machine = testMachine();
    machine.script("tools/pulumi", engineScript("3.260.0"));
    machine.script("tools/pulumi-language-nodejs", officialHost);
    installGo(machine);
    const stream = listener();
    const engine = await obtainEngine({ ...machine, stream });
    expect([engine.source, stream.lines, goCalls(machine)]).toEqual(["PATH", [], ""]);
  });

  test("the npm package comes before Go, and its language host stays", async () => {
    const machine = testMachine();
    installWrapper(machine, true);
    installGo(machine);
    const engine = await obtainEngine({ ...machine, stream: listener() });
    expect(engine).toMatchObject({ source: "npm", languageHost: "official" });
    expect(goCalls(machine)).toBe("");
  });

  test("Go builds it where npm cannot download, with our language host beside it", async () => {
    const machine = testMachine();
    installWrapper(machine, false);
    installGo(machine);
    const engine = await obtainEngine({ ...machine, stream: listener() });
    expect(engine).toMatchObject({ source: "go", languageHost: "groundwork" });
    const host = readFileSync(join(machine.root, machine.installed("pulumi-language-nodejs")));
    expect(host.equals(readFileSync(machine.project.languageHost))).toBe(true);
  });

  test("the build checks every module and stamps the version", async () => {
    const machine = testMachine();
    installGo(machine);
    await obtainEngine({ ...machine, stream: listener() });
    expect(goCalls(machine)).toContain(
      `${machine.project.goModule} -mod=readonly off 0 build -v -o `,
    );
    expect(goCalls(machine)).toContain(
      "version.Version=v3.259.0 github.com/pulumi/pulumi/pkg/v3/cmd",
    );
  });

  test("each way says what it does before it begins", async () => {
    const machine = testMachine();
    installWrapper(machine, false);
    installGo(machine);
    const stream = listener();
    await obtainEngine({ ...machine, stream });
    expect(stream.lines).toEqual([
      expect.stringMatching(/^Downloading the Pulumi engine 3\.259\.0 \(.*\) …$/),
      expect.stringMatching(
        /^Building the Pulumi engine 3\.259\.0 from its Go module \(.*5 minutes.*\) …$/,
      ),
    ]);
  });

  test("an older language host of ours is replaced, the engine is not built again", async () => {
    const machine = testMachine();
    machine.script(machine.installed("pulumi"), engineScript("3.259.0"));
    const host = machine.file(machine.installed("pulumi-language-nodejs"), ourHost("older"));
    chmodSync(host, 0o755);
    installGo(machine);
    expect(readyEngine(machine.env, machine.project)).toBeUndefined();
    await obtainEngine({ ...machine, stream: listener() });
    expect(readFileSync(host, "utf8")).toBe(ourHost("compiled"));
    expect(goCalls(machine)).toBe("");
  });

  test("an engine that lost its language host gets ours", async () => {
    const machine = testMachine();
    machine.script(machine.installed("pulumi"), engineScript("3.259.0"));
    const engine = await obtainEngine({ ...machine, stream: listener() });
    expect(engine.languageHost).toBe("groundwork");
  });

  test("two at once build it once", async () => {
    const machine = testMachine();
    installGo(machine);
    const stream = listener();
    const both = await Promise.all([
      obtainEngine({ ...machine, stream }),
      obtainEngine({ ...machine, stream }),
    ]);
    expect(both.map(({ source }) => source)).toEqual(["go", "go"]);
    expect(goCalls(machine).trim().split("\n")).toHaveLength(1);
    expect(stream.lines).toContain(
      `Waiting for the set-up of process ${process.pid} to get the engine.`,
    );
  });

  test("what an interrupted run left is removed", async () => {
    const machine = testMachine();
    installGo(machine);
    machine.file("home/.pulumi/versions/.build-4711/pulumi", "half an engine");
    machine.file("home/.pulumi/versions/.download-4711/x", "half a download");
    await obtainEngine({ ...machine, stream: listener() });
    expect(machine.has("home/.pulumi/versions/.build-4711")).toBe(false);
    expect(machine.has("home/.pulumi/versions/.download-4711")).toBe(false);
  });
});

describe("when no way works", () => {
  async function refusal(machine: TestMachine, platform: NodeJS.Platform): Promise<UserError> {
    const attempt = obtainEngine({ ...machine, platform, stream: listener() });
    const error: unknown = await attempt.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error instanceof UserError) return error;
    throw new Error("not refused", { cause: error });
  }

  test.each([
    [
      "linux",
      "curl -fsSL https://get.pulumi.com | sh -s -- --version 3.259.0",
      "https://go.dev/dl",
    ],
    ["freebsd", "curl -fsSL https://get.pulumi.com", "https://go.dev/dl"],
    ["darwin", "brew install pulumi/tap/pulumi", "brew install go"],
    ["win32", "winget install pulumi", "winget install GoLang.Go"],
  ] as const)("%s gets its own commands, and exit code 2", async (platform, engine, go) => {
    const machine = testMachine();
    installWrapper(machine, false);
    const error = await refusal(machine, platform);
    expect(error.exitCode).toBe(2);
    expect(error.message).toContain(engine);
    expect(error.message).toContain(go);
    expect(error.message).toContain("npx groundwork check");
  });

  test("every way's own reason is told", async () => {
    const machine = testMachine();
    installWrapper(machine, false);
    const { message } = await refusal(machine, "linux");
    expect(message).toContain("no pulumi on PATH");
    expect(message).toContain("could not download it (pulumi: fetch failed)");
    expect(message).toContain("no Go on PATH to build it with (1.25.11 or newer)");
  });

  test("a failing build tells Go's last lines", async () => {
    const machine = testMachine();
    machine.script(
      "tools/go",
      `echo "example.com/a" >&2; echo "verifying module: checksum mismatch" >&2; exit 1`,
    );
    const { message } = await refusal(machine, "linux");
    expect(message).toContain("go build failed (verifying module: checksum mismatch)");
  });

  test("an engine of another version is not installed", async () => {
    const machine = testMachine();
    installGo(machine, "3.100.0");
    const { message } = await refusal(machine, "linux");
    expect(message).toContain("the engine that Go built does not run");
    expect(machine.has(machine.installed("pulumi"))).toBe(false);
  });

  test("a home that is no folder is named, with the way out", async () => {
    const machine = testMachine();
    mkdirSync(machine.env.HOME);
    writeFileSync(join(machine.env.HOME, ".pulumi"), "");
    const error = await refusal(machine, "linux");
    expect(error.message).toContain(`${join(machine.env.HOME, ".pulumi")}: cannot be written`);
    expect(error.message).toContain("set PULUMI_HOME to another folder");
    expect(error.exitCode).toBe(2);
  });
});
