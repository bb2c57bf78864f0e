import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import type * as pulumiModule from "@pulumi/pulumi";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type * as loadModule from "../../config/load";
import { readStackFile } from "../../config/stack-file";
import { secretsFor, textOf } from "./support";

const prodText = textOf("Pulumi.prod.yaml");

/*
 * The loader runs as it is deployed: bundled, with a lazy require. The bundle lies inside the project, so that it
 * and this test share one Pulumi SDK.
 */
const require = createRequire(path.resolve("dist/"));
const pulumi = require("@pulumi/pulumi") as typeof pulumiModule;
let folder: string;
let load: typeof loadModule;

beforeAll(async () => {
  mkdirSync("dist", { recursive: true });
  folder = mkdtempSync(path.resolve("dist", "load-"));
  const outfile = path.join(folder, "load.cjs");
  await build({
    entryPoints: ["config/load.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    packages: "external",
    logLevel: "silent",
  });
  load = require(outfile) as typeof loadModule;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  delete process.env.GROUNDWORK_STACK_FILE;
});

/** Runs the loader on what the engine would hand over for the text of a stack file. */
async function loaded(text: string, stack = "prod"): Promise<loadModule.LoadedSettings> {
  const { config, secretKeys } = readStackFile(text, `Pulumi.${stack}.yaml`, "groundwork");
  return loadedFrom(config, secretKeys, stack);
}

async function loadedFrom(config: Record<string, string>, secretKeys: string[], stack = "prod") {
  const mocks = { call: () => ({}), newResource: () => ({ id: "", state: {} }) };
  await pulumi.runtime.setMocks(mocks, "groundwork", stack, true);
  pulumi.runtime.setAllConfig(config, secretKeys);
  return load.loadSettings();
}

async function refused(run: Promise<unknown>): Promise<Error> {
  return run.then(
    () => expect.unreachable("must be refused"),
    (error: unknown) => error as Error,
  );
}

/** Names the user's file, as a run on a copy of it does. */
function stackFile(text: string): string {
  const file = path.join(folder, "Pulumi.prod.yaml");
  writeFileSync(file, text);
  process.env.GROUNDWORK_STACK_FILE = file;
  return file;
}

describe("loadSettings", () => {
  it("gives the settings of the stack, with what its tier says where the file says nothing", async () => {
    const settings = await loaded(textOf("Pulumi.staging.yaml"), "staging");
    expect(settings.stack).toEqual({
      tier: "staging",
      product: "velocity-platform",
      owner: "platform-team",
    });
    expect(settings.hosting.name).toBe("velocity-platform-staging");
    expect(settings.policy).toEqual({
      onUnknown: "fail",
      approvalHours: 24,
      owners: [],
      waivers: [],
      rules: {},
    });
    expect(settings.budget.name).toBe("velocity-platform-staging");
  });

  it("gives secrets as secret outputs, by name", async () => {
    const { secrets } = await loaded(prodText);
    expect(Object.keys(secrets).sort()).toEqual(secretsFor("prod"));
    const key = secrets.SUPABASE_ANON_KEY;
    expect(await pulumi.isSecret(pulumi.output(key))).toBe(true);
    const value = await new Promise((resolve) => key?.apply(resolve));
    expect(value).toBe("stand-in-for-secrets-SUPABASE_ANON_KEY");
  });

  it("takes dates as the engine spells them", async () => {
    const waivers =
      "waivers:\n      - { rule: a-b, target: web, reason: r, owner: o, expires: 2027-01-31 }";
    const { policy } = await loaded(prodText.replace("waivers: []", waivers));
    expect(policy.waivers[0]?.expires).toBe("2027-01-31");
  });

  it("loads no YAML parser when all is well", () => {
    const { config } = readStackFile(prodText, "Pulumi.prod.yaml", "groundwork");
    const script = `
      require(process.argv[1]).loadSettings();
      const parsers = Object.keys(require.cache).filter((file) => file.includes("node_modules/yaml/"));
      process.stdout.write(String(parsers.length));`;
    const env = {
      ...process.env,
      PULUMI_CONFIG: JSON.stringify(config),
      PULUMI_NODEJS_STACK: "prod",
    };
    const run = [path.join(folder, "load.cjs")];
    expect(execFileSync(process.execPath, ["-e", script, ...run], { env }).toString()).toBe("0");
  });

  it("throws one error that lists everything wrong, with file, line and path", async () => {
    const text = prodText
      .replace("tier: prod", "tier: live")
      .replace("nodeVersion: 22.x", "nodVersion: 22.x");
    stackFile(text);
    const { message } = await refused(loaded(text));
    const line = (part: string) => text.slice(0, text.indexOf(part)).split("\n").length;
    const lines = message.split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      `Pulumi.prod.yaml:${line("nodVersion")}:5 groundwork:hosting.nodVersion: unknown key`,
    );
    expect(lines[1]).toBe(
      `Pulumi.prod.yaml:${line("tier: live")}:5 groundwork:stack.tier: got "live"; expected one of dev, staging, prod`,
    );
  });

  it("throws what the engine prints without a stack trace", async () => {
    const error = await refused(loaded(prodText.replace("tier: prod", "tier: live")));
    expect(pulumi.RunError.isInstance(error)).toBe(true);
    expect(error.message).not.toContain("\n    at ");
  });

  it("finds the stack's own file when none is named", async () => {
    const { message } = await refused(loaded(prodText.replace("tier: prod", "tier: live")));
    expect(message).toMatch(/^Pulumi\.prod\.yaml:\d+:\d+ groundwork:stack\.tier: /);
  });

  it.each([
    ["is not there", undefined],
    ["is no YAML", "config: ["],
  ])("names the path alone when the stack file %s", async (_, content) => {
    const file = stackFile(content ?? "");
    if (content === undefined) rmSync(file);
    const { message } = await refused(loaded(prodText.replace("tier: prod", "tier: live")));
    expect(message).toMatch(/groundwork:stack\.tier: got "live"/);
    expect(message).not.toMatch(/:\d+/);
  });

  it("names the command that sets a secret which a variable refers to", async () => {
    const { config, secretKeys } = readStackFile(prodText, "Pulumi.prod.yaml", "groundwork");
    const { message } = await refused(
      loadedFrom({ ...config, "groundwork:secrets": '{"OTHER":"x"}' }, secretKeys),
    );
    expect(message.split("\n")).toEqual(
      secretsFor("prod").map(
        (name) =>
          expect.stringMatching(
            `groundwork:secrets.${name}: a setting refers to this secret, and it is not set; run pulumi config set --secret --path 'groundwork:secrets.${name}' --stack prod$`,
          ) as string,
      ),
    );
  });

  it("reports missing secrets together with what else is wrong", async () => {
    const { config } = readStackFile(prodText, "Pulumi.prod.yaml", "groundwork");
    const without = { ...config, "groundwork:secrets": "", "groundwork:budget": "" };
    const { message } = await refused(loadedFrom(without, []));
    expect(message.split("\n")).toHaveLength(secretsFor("prod").length + 1);
    expect(message).toContain("groundwork:budget: missing");
  });

  it("refuses a section that holds something encrypted, and shows nothing of it", async () => {
    const { config } = readStackFile(prodText, "Pulumi.prod.yaml", "groundwork");
    const hosting = (config["groundwork:hosting"] ?? "").replace("velocity-platform", "HUNTER2");
    const { message } = await refused(
      loadedFrom({ ...config, "groundwork:hosting": hosting }, ["groundwork:hosting"]),
    );
    expect(message).toMatch(/ groundwork:hosting: an encrypted value inside; expected plain /);
    expect(message).not.toContain("HUNTER2");
    expect(message.split("\n")).toHaveLength(1);
  });

  it("never shows a secret's value", async () => {
    const { config } = readStackFile(prodText, "Pulumi.prod.yaml", "groundwork");
    const secrets = '{"bad name":"hunter2","SUPABASE_ANON_KEY":["hunter2"]}';
    const { message } = await refused(
      loadedFrom({ ...config, "groundwork:secrets": secrets }, ["groundwork:secrets"]),
    );
    expect(message).toContain('the key "bad name"');
    expect(message).not.toContain("hunter2");
  });

  it("says of every section that it is missing when nothing is configured", async () => {
    const { message } = await refused(loadedFrom({ "groundwork:stack": "" }, []));
    expect(message.match(/groundwork:\w+: missing/g)).toEqual([
      "groundwork:budget: missing",
      "groundwork:database: missing",
      "groundwork:hosting: missing",
      "groundwork:stack: missing",
    ]);
  });
});
