import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { LocalWorkspace, Stack } from "@pulumi/pulumi/automation";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../../cli/context";
import { engineCommand } from "../../cli/engine/command";
import { runEngine } from "../../cli/engine/run";
import { readPackResults } from "../../cli/results";
import { judgeRun, type Verdict } from "../../cli/verdict";
import { type EngineProject, engineProject } from "./support/engine-project";

const manifest = { name: "toy", version: "1.2.3", main: "index.js" };
const installed = { ...manifest, rules: [] };

let project: EngineProject;
let stack: Stack;
let results: string;
beforeAll(async () => {
  project = await engineProject("toy", "dev", { sandbox: false });
  writeFileSync(path.join(project.folder, "program.cjs"), "module.exports = async () => ({});\n");
  results = path.join(project.folder, "results.jsonl");
  const packageRoot = path.resolve(__dirname, "../..");
  const engine = await engineCommand({ env: process.env, packageRoot } as Context);
  const workspace = await LocalWorkspace.create({
    workDir: project.folder,
    pulumiHome: path.join(project.folder, "home"),
    pulumiCommand: engine.command,
    envVars: {
      ...engine.env,
      PULUMI_BACKEND_URL: `file://${path.join(project.folder, "state")}`,
      PULUMI_CONFIG_PASSPHRASE: "engine-test",
      PULUMI_SKIP_UPDATE_CHECK: "1",
      GROUNDWORK_RESULTS: results,
    },
  });
  stack = await Stack.select("dev", workspace);
});
afterAll(() => project.remove());

const closing = (version: string) =>
  JSON.stringify({ complete: true, pack: "toy", version, rules: 0, resources: 0 });

/** A pack whose one policy runs this when the stack is judged. */
const policy = (body: string) => `
const { PolicyPack } = require("@pulumi/policy");
const { appendFileSync } = require("node:fs");
new PolicyPack("toy", { policies: [{
  name: "judge", description: "Judges.", enforcementLevel: "mandatory",
  validateStack: async () => { ${body} },
}] });
`;
const writes = (version: string) =>
  `appendFileSync(process.env.GROUNDWORK_RESULTS, ${JSON.stringify(`${closing(version)}\n`)});`;

/** The verdict on a preview that is held to a pack of this code. */
async function preview(
  name: string,
  code: string | undefined,
  silenceMs = 60_000,
): Promise<Verdict> {
  const pack = path.join(project.folder, name);
  if (code !== undefined) {
    mkdirSync(pack);
    writeFileSync(path.join(pack, "PulumiPolicy.yaml"), "runtime: nodejs\nmain: index.js\n");
    writeFileSync(path.join(pack, "package.json"), JSON.stringify(manifest));
    writeFileSync(path.join(pack, "index.js"), code);
  }
  writeFileSync(results, "");
  const run = await runEngine("preview", stack, {
    policyPacks: [pack],
    policyPackConfigs: [],
    silenceMs,
  });
  return judgeRun(run, installed, readPackResults(results));
}

describe("a preview", () => {
  it("is clean when the pack says that it is whole", async () => {
    expect(await preview("good", policy(writes("1.2.3")))).toEqual({ exitCode: 0, reasons: [] });
  });

  it("fails when the pack's results are from another version", async () => {
    expect(await preview("other", policy(writes("1.2.2")))).toEqual({
      exitCode: 2,
      reasons: ["the policy pack is version 1.2.3, but its results are from version 1.2.2"],
    });
  });

  it("fails when the pack leaves no results", async () => {
    expect(await preview("silent", policy(""))).toEqual({
      exitCode: 2,
      reasons: ["the policy pack toy left no complete results"],
    });
  });

  it.each([
    ["is not there", "missing", undefined],
    ["breaks as it is loaded", "broken", "throw new Error('boom');"],
    ["throws", "throwing", policy("throw new Error('boom');")],
    ["ends its own process", "ending", policy("process.exit(1);")],
  ])("fails when the pack %s", async (_how, name, code) => {
    const { exitCode, reasons } = await preview(name, code);
    expect(exitCode).toBe(2);
    expect(reasons).not.toEqual([]);
  });

  it("is ended, and fails, when the pack hangs", async () => {
    const hangs = policy("await new Promise(() => setInterval(() => undefined, 1000));");
    const { exitCode, reasons } = await preview("hanging", hangs, 5000);
    expect(exitCode).toBe(2);
    expect(reasons.join("\n")).toContain("the engine said nothing for 5 seconds");
  });
});
