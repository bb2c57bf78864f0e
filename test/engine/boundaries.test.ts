import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { armFault, leaseSandbox, listFaults, readLedger } from "../../sandbox/client";
import { build, buildFailures } from "../../scripts/build.mjs";
import { pulumiOn, startPulumi } from "./support/pulumi";
import { type ScratchProject, scratchProject } from "./support/scratch-project";
import { addSmallStack, smallStack as stack } from "./support/small-stack";

const variables = 11;
const projectType = "vercel:index/project:Project";
const variableType = "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable";

/** A project and its variables, each made after the one before it: twelve steps in one order. */
const program = `
import * as vercel from "@pulumiverse/vercel";
const project = new vercel.Project("web", { name: "shop", framework: "nextjs" });
let last: vercel.ProjectEnvironmentVariable | undefined;
for (let index = 0; index < ${variables}; index += 1) {
  const args = { projectId: project.id, key: "KEY_" + index, value: "x", sensitive: false, targets: ["production"] };
  last = new vercel.ProjectEnvironmentVariable("v" + index, args, { dependsOn: last ? [last] : [] });
}
`;

let project: ScratchProject;
let lease: Awaited<ReturnType<typeof leaseSandbox>>;
let cloud: string;
let env: NodeJS.ProcessEnv;
/** One after the other, so that the n-th step is the same each time. */
const update = ["up", "--yes", "--skip-preview", "--parallel", "1", "--stack", stack];

beforeAll(async () => {
  const { failed } = await build();
  expect(buildFailures(failed)).toEqual([]);
  project = scratchProject({ checkpoints: true });
  addSmallStack(project);
  const file = path.join(project.root, "index.ts");
  rmSync(file);
  writeFileSync(file, program);
  // The first command of ours makes the state, and the passphrase that the engine itself needs.
  expect(await project.run(["recover", stack, "--sandbox", "--no-resume"])).toMatchObject({
    code: 0,
  });
  const work = path.join(project.root, ".groundwork");
  cloud = path.join(work, "sandbox");
  const daemon = path.resolve(__dirname, "../../dist/sandbox.cjs");
  lease = await leaseSandbox({ home: cloud, daemon });
  env = {
    PULUMI_BACKEND_URL: `file://${path.join(work, "state")}`,
    PULUMI_CONFIG_PASSPHRASE_FILE: path.join(work, "passphrase"),
    PULUMI_HOME: path.join(work, "home"),
    PULUMI_DEBUG_PROVIDERS: lease.debugProviders,
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  };
});
afterAll(async () => {
  await lease.release();
  await project.remove();
});

/** Starts an update and kills its engine when the cloud holds back the answer to its next create. */
async function killedAtNextCreate(type: string, when: "before" | "after") {
  await armFault(cloud, { stack, type, op: "create", nth: 1, mode: "drop-reply", when });
  const engine = startPulumi(project.root, update, env);
  const ended = once(engine, "exit");
  await vi.waitFor(() => expect(listFaults(cloud)).toEqual([]), { timeout: 60_000, interval: 5 });
  engine.kill("SIGKILL");
  await ended;
}

const made = () => readLedger(cloud, { stack }).objects.map(({ urn }) => urn);

describe("recover on a stack whose update was killed", () => {
  it("says in a dry run what was left, and touches nothing", async () => {
    await killedAtNextCreate(projectType, "before");
    for (const time of ["first", "second"]) {
      const left = await project.run(["recover", stack, "--sandbox", "--dry-run"]);
      expect(left, time + left.stderr).toMatchObject({ code: 1 });
      expect(left.stdout).toMatch(
        /^look: a lock: its holder .* is gone; half made: vercel Project web\n$/,
      );
    }
    const answer = ["--forget", "api", "--no-resume"];
    const wrong = await project.run(["recover", stack, "--sandbox", ...answer]);
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.stderr).toContain("--forget api: names nothing that a killed run was making");
    const settled = await project.run(["recover", stack, "--sandbox", "--no-resume"]);
    expect(settled).toMatchObject({ code: 0 });
    expect(settled.stderr).toContain(
      "forgot vercel Project web, which a killed run had not made yet",
    );
    expect(made()).toEqual([]);
  });

  it("between each step and the next makes each thing once, and then nothing is left to do", async () => {
    const types = [projectType, ...Array.from({ length: variables }, () => variableType)];
    for (const [step, type] of types.entries()) {
      await killedAtNextCreate(type, "after");
      const settled = await project.run(["recover", stack, "--sandbox", "--no-resume"]);
      expect(settled, settled.stderr).toMatchObject({ code: 0 });
      expect(settled.stdout).toMatch(/^look: a lock: its holder .* is gone; half made: vercel /);
      expect(settled.stderr).toContain("adopted vercel");
      expect(made()).toHaveLength(step + 1);
    }
    expect(new Set(made()).size).toBe(types.length);
    expect(await pulumiOn(project.root, update, env)).toContain(`${types.length + 1} unchanged`);
    const whole = await project.run(["recover", stack, "--sandbox", "--no-resume"]);
    expect(whole.stdout).toBe("look: no killed run left anything\n");
  });
});
