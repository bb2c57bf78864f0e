import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { DrillCloud } from "../../cli/operations/drill-cloud";
import { tiers } from "../../core/profile";
import { reachOver } from "../../operations/reach";
import { openEdge, type OpenEdge } from "../../sandbox/client";
import type { RunRecord } from "../../scripts/pipeline/record";
import { smallStackFile } from "../support/smallest-stack";
import { type ScratchProject, runNode, scratchProject } from "./support/scratch-project";

/*
 * The workflow of a merge, on the sandbox, with commands that are real: its last two stacks, small ones, since each stack
 * takes an engine several times.
 */

const repository = path.resolve(__dirname, "../..");
const jobs = { staging: "first", prod: "second" } as const;
const stacks = Object.values(jobs);
const hostOf = (stack: string) => `${stack}.shop.example`;
const header = "x-frame-options";
/** Several runs of an engine in one test, perhaps beside others. */
const timeout = 600_000;

let project: ScratchProject;
let workflow: string;
let edge: OpenEdge | undefined;
beforeAll(() => {
  project = scratchProject();
  for (const stack of tiers) rmSync(path.join(project.root, `Pulumi.${stack}.yaml`));
  for (const stack of stacks) writeStack(stack);
  workflow = writeWorkflow();
});
afterAll(async () => {
  await edge?.release();
  await project.remove();
});

function writeStack(stack: string): void {
  const file = smallStackFile({
    stack: { product: `shop-${stack}` },
    hosting: { name: `shop-${stack}`, domains: { [hostOf(stack)]: {} } },
    database: { name: `shop-${stack}` },
  });
  writeFileSync(path.join(project.root, `Pulumi.${stack}.yaml`), stringify(file));
}

/** `up.yml` with these stacks in place of its own, and a release that is watched for seconds. */
function writeWorkflow(): string {
  const folder = path.join(project.root, ".groundwork", "workflow", ".github", "workflows");
  mkdirSync(folder, { recursive: true });
  const from = path.join(repository, ".github/workflows");
  cpSync(path.join(from, "stack.yml"), path.join(folder, "stack.yml"));
  const up = parse(readFileSync(path.join(from, "up.yml"), "utf8")) as {
    jobs: Record<string, { needs?: string[]; with?: Record<string, string> }>;
  };
  const rest = Object.fromEntries(Object.entries(up.jobs).filter(([job]) => job !== "dev"));
  for (const [job, stack] of Object.entries(jobs)) Object.assign(rest[job]?.with ?? {}, { stack });
  Object.assign(rest["staging"] ?? {}, { needs: ["reviewed"] });
  const file = path.join(folder, "up.yml");
  writeFileSync(file, stringify({ ...up, jobs: rest }));
  return file;
}

async function pipeline(): Promise<{ code: number; record: RunRecord; logs: string }> {
  const { code, stdout, stderr } = await runNode([
    path.join(repository, "scripts/run-ts.mjs"),
    path.join(repository, "scripts/pipeline.ts"),
    ...["--project", project.root, "--workflow", workflow, "--watch-minutes", "0.01", "--yes"],
  ]);
  const file = /^\w+: (.+run\.json)$/m.exec(stdout)?.[1];
  if (file === undefined) throw new Error(stderr + stdout);
  const record = JSON.parse(readFileSync(file, "utf8")) as RunRecord;
  const failed = record.jobs.flatMap(({ steps }) => steps.filter((one) => one.result === "failed"));
  const logs = failed.map(({ log = "" }) => readFileSync(path.join(file, "..", log), "utf8"));
  return { code, record, logs: logs.join("\n") };
}

const endings = ({ jobs: all }: RunRecord, job: string) =>
  Object.fromEntries(
    all.find(({ id }) => id === job)?.steps.map(({ id, result }) => [id, result]) ?? [],
  );

async function cloud(): Promise<DrillCloud> {
  edge ??= await openEdge(path.join(project.root, ".groundwork", "sandbox"), {
    daemon: path.join(repository, "dist", "sandbox.cjs"),
  });
  const { httpsPort, httpPort, ca } = edge;
  const hosts = reachOver({ edge: { httpsPort, httpPort, ca }, timeoutMs: 10_000 });
  return new DrillCloud(edge, hosts, 10_000);
}

async function served(stack: string): Promise<string | undefined> {
  const { headers } = await (await cloud()).hosts.ask(`https://${hostOf(stack)}/`);
  return headers[header]?.join();
}

// Requirement: REPO-05, REL-01, REL-08
test("goes through every stack, with each gate and smoke test on record", { timeout }, async () => {
  const { code, record, logs } = await pipeline();
  expect({ code, logs, result: record.result }).toEqual({ code: 0, logs: "", result: "passed" });
  const [reviewed, ...updates] = record.jobs;
  expect(reviewed?.id).toBe("reviewed");
  expect(updates.map(({ stack }) => stack)).toEqual(stacks);
  for (const { gate, smoke, operations } of updates) {
    expect(gate?.approved).toMatch(/^[0-9a-f]{64}$/);
    expect(gate?.done).toBe(gate?.approved);
    expect(smoke).toMatchObject([{ step: "smoke", failures: 0 }]);
    expect(operations.map(({ operation }) => operation)).toContain("smoke");
  }
  expect(endings(record, "prod")).toMatchObject({ watch: "passed", rollback: "skipped" });
});

test(
  "stops before prod when staging serves a header that is not as declared",
  { timeout },
  async () => {
    const host = hostOf(jobs.staging);
    await project.run(["sandbox", "break", "header", host, "--header", header]);
    const { code, record } = await pipeline();
    expect(code).toBe(1);
    expect(record.jobs.map(({ id, result }) => `${id} ${result}`)).toEqual([
      "reviewed passed",
      "staging failed",
      "prod skipped",
    ]);
    expect(endings(record, "staging")).toMatchObject({ up: "passed", smoke: "failed" });
    expect(record.jobs[1]?.smoke[0]?.failures).toBeGreaterThan(0);
    await project.run(["sandbox", "mend", host]);
  },
);

// Requirement: DR-10, REL-08, REPO-21
test(
  "rolls prod back by itself when it fails its smoke tests, and the old headers are served again",
  { timeout },
  async () => {
    const host = hostOf(jobs.prod);
    const before = await served(jobs.prod);
    expect(before).toBeDefined();
    const release = await (await cloud()).shipFrontend(`shop-${jobs.prod}`);
    const bad = ["--header", header, "--release", release];
    await project.run(["sandbox", "break", "header", host, ...bad]);
    expect(await served(jobs.prod)).toBeUndefined();

    const { code, record } = await pipeline();
    expect(code).toBe(1);
    expect(endings(record, "prod")).toMatchObject({
      up: "passed",
      smoke: "failed",
      rollback: "passed",
      "smoke-after-rollback": "passed",
    });
    expect(record.jobs.at(-1)?.operations).toContainEqual(
      expect.objectContaining({ operation: "rollback", result: "done" }),
    );
    expect(await served(jobs.prod)).toBe(before);
  },
);
