import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runFolder, type RunRecord, writeRecord } from "../../../scripts/pipeline/record";
import { runPipeline, type Surroundings } from "../../../scripts/pipeline/run";
import { openShell, type Shell } from "../../../scripts/pipeline/shell";
import { readPipeline } from "../../../scripts/pipeline/workflow";
import { type FakeGroundwork, fakeGroundwork } from "./support";

const workflow = path.resolve(__dirname, "../../../.github/workflows/up.yml");

let fake: FakeGroundwork;
let shell: Shell;
let folder: string;
beforeEach(() => {
  fake = fakeGroundwork();
  shell = openShell({ root: fake.root, bin: fake.bin, env: process.env });
  folder = runFolder(fake.root, new Date("2026-11-21T22:25:00Z"));
});
afterEach(() => {
  shell.close();
  fake.remove();
});

function pipeline(over: Partial<Surroundings> = {}): Promise<RunRecord> {
  return runPipeline(readPipeline(workflow), {
    root: fake.root,
    workflow: "up.yml",
    folder,
    shell,
    reviewersOf: (stack) => (stack === "prod" ? ["platform-team"] : []),
    approve: () => Promise.resolve(true),
    founding: undefined,
    say: () => undefined,
    clock: () => new Date(),
    ...over,
  });
}

const jobs = ({ jobs: all }: RunRecord) =>
  Object.fromEntries(all.map(({ id, result }) => [id, result]));
const steps = ({ jobs: all }: RunRecord, job: string) =>
  Object.fromEntries(
    all.find(({ id }) => id === job)?.steps.map(({ id, result }) => [id, result]) ?? [],
  );
/** Commands without their flags. */
const asked = () => fake.asked().map((line) => line.split(" ").slice(0, 2).join(" "));

// Requirement: REPO-05, REPO-20, REPO-21, REL-01, REL-03, REL-08, REL-09, REL-10, CONF-18, CONF-19
describe("the pipeline of a merge", () => {
  it("goes from stack to stack, each after the smoke tests of the one before, on the sandbox", async () => {
    const record = await pipeline();
    expect(record.result).toBe("passed");
    expect(asked()).toEqual([
      "report all",
      ...["dev", "staging"].flatMap((stack) => [
        `preview ${stack}`,
        `up ${stack}`,
        `migrate ${stack}`,
        `smoke ${stack}`,
      ]),
      "preview prod",
      "up prod",
      "migrate prod",
      "smoke prod",
      "watch-release prod",
    ]);
    const [, ...changing] = fake.asked();
    expect(changing.every((line) => line.endsWith("--sandbox"))).toBe(true);
    expect(fake.asked()[0]).not.toContain("--sandbox");
  });

  it("records every gate, digest, approval and smoke test", async () => {
    const record = await pipeline();
    expect(record.jobs.slice(1)).toMatchObject(
      ["dev", "staging", "prod"].map((stack) => ({
        stack,
        result: "passed",
        gate: { approved: `digest-${stack}`, done: `digest-${stack}` },
      })),
    );
    const [prod] = record.jobs.slice(-1);
    expect(prod?.approval).toEqual({ reviewers: ["platform-team"], given: true });
    expect(prod?.smoke).toEqual([{ step: "smoke", tests: 2, failures: 0 }]);
    const file = writeRecord(folder, record);
    expect(path.relative(fake.root, file)).toBe(
      ".groundwork/pipeline/2026-11-21T22-25-00-000Z/run.json",
    );
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(record);
    expect(readFileSync(path.join(folder, "prod-up.log"), "utf8")).toMatch(/^ran up prod --yes/);
  });

  it("stops before prod when staging fails its smoke tests, and takes staging back", async () => {
    fake.fail({ "smoke staging": 1 });
    const record = await pipeline();
    expect(record.result).toBe("failed");
    expect(jobs(record)).toEqual({
      reviewed: "passed",
      dev: "passed",
      staging: "failed",
      prod: "skipped",
    });
    expect(asked().some((line) => line.endsWith(" prod"))).toBe(false);
    expect(steps(record, "staging")).toMatchObject({ rollback: "passed" });
  });

  it("rolls prod back by itself, asks it again, and ends red all the same", async () => {
    fake.fail({ "smoke prod": 1 });
    const record = await pipeline();
    expect(jobs(record)).toMatchObject({ staging: "passed", prod: "failed" });
    expect(steps(record, "prod")).toEqual({
      preview: "passed",
      up: "passed",
      migrate: "passed",
      smoke: "failed",
      watch: "skipped",
      rollback: "passed",
      "smoke-after-rollback": "passed",
    });
    const [prod] = record.jobs.slice(-1);
    expect(prod?.operations).toMatchObject([{ operation: "rollback", result: "done" }]);
    expect(prod?.smoke).toEqual([
      { step: "smoke", tests: 2, failures: 1 },
      { step: "smoke-after-rollback", tests: 2, failures: 0 },
    ]);
    expect(fake.asked()).toContain("rollback prod --service frontend --yes --sandbox");
  });

  it("rolls prod back when the release does not hold, some time after it passed its smoke tests", async () => {
    fake.fail({ "watch-release prod": 1 });
    const record = await pipeline();
    expect(fake.asked()).toContain("watch-release prod --minutes 30 --sandbox");
    expect(steps(record, "prod")).toMatchObject({
      smoke: "passed",
      watch: "failed",
      rollback: "passed",
    });
  });

  it("rolls nothing back when the update itself failed: nothing was released", async () => {
    fake.fail({ "up prod": 1 });
    const record = await pipeline();
    expect(steps(record, "prod")).toMatchObject({
      up: "failed",
      smoke: "skipped",
      rollback: "skipped",
    });
  });

  it("waits before prod when nobody approves", async () => {
    const record = await pipeline({ approve: () => Promise.resolve(false) });
    expect(record.result).toBe("waiting");
    expect(jobs(record)).toMatchObject({ staging: "passed", prod: "waiting" });
    expect(asked().some((line) => line.endsWith(" prod"))).toBe(false);
  });

  it("makes the stack that others need first, and begins no job without it", async () => {
    expect((await pipeline({ founding: "prod" })).founding).toMatchObject({
      command: "npx groundwork up prod --yes",
      result: "passed",
    });
    expect(asked()[0]).toBe("up prod");
    fake.fail({ "up prod": 1 });
    const record = await pipeline({ founding: "prod" });
    expect(new Set(Object.values(jobs(record)))).toEqual(new Set(["skipped"]));
    expect(record.result).toBe("failed");
  });
});
