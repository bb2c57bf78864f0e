import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PackResults, readPackResults } from "../../cli/results";
import type { StackProfileInputs } from "../../core/profile";
import { earlyConfig } from "../../policies/host/early";
import type { Plan } from "./fixtures/things";
import {
  compile,
  type EngineProject,
  engineProject,
  type Finished,
} from "./support/engine-project";

const label = "hunter2-hunter2";
const profile: StackProfileInputs = {
  tier: "dev",
  owner: "platform-team",
  shared: { owner: "prod" },
  onUnknown: "fail",
  budget: { monthlyUsd: 10, awsUsd: 1, owner: "platform-team" },
  waivers: [],
  rules: {},
};
const lenient: StackProfileInputs = { ...profile, onUnknown: "warn" };

interface Judged extends Finished, PackResults {
  /** Text of the results file. */
  written: string;
}

let project: EngineProject;
beforeAll(async () => {
  project = await engineProject("toy", "dev", { sandbox: false });
  await project.program(path.join(__dirname, "fixtures/things.program.ts"));
  const pack = path.join(project.folder, "pack");
  mkdirSync(pack);
  writeFileSync(path.join(pack, "PulumiPolicy.yaml"), "runtime: nodejs\nmain: index.js\n");
  const manifest = { name: "toy", version: "1.2.3", main: "index.js" };
  writeFileSync(path.join(pack, "package.json"), JSON.stringify(manifest));
  await compile(
    path.join(__dirname, "fixtures/toy-pack.program.ts"),
    path.join(pack, manifest.main),
  );
});
afterAll(() => project.remove());

let runs = 0;

/** Runs the engine on what the plan declares, held to the pack. */
async function judged(args: readonly string[], plan: Plan): Promise<Judged> {
  runs += 1;
  const file = path.join(project.folder, `results-${runs}.jsonl`);
  const finished = await project.pulumi([...args, "--stack", "dev", "--policy-pack", "pack"], {
    THINGS: JSON.stringify(plan),
    GROUNDWORK_RESULTS: file,
  });
  return {
    ...finished,
    ...readPackResults(file),
    written: existsSync(file) ? readFileSync(file, "utf8") : "",
  };
}

/** Names of the things in the stack's state. */
async function made(): Promise<string[]> {
  const { stdout } = await project.pulumi(["stack", "export", "--stack", "dev"]);
  const { deployment } = JSON.parse(stdout) as {
    deployment: { resources?: { urn: string }[] };
  };
  const urns = (deployment.resources ?? []).map(({ urn }) => urn);
  return urns.flatMap((urn) => urn.split("toy:index:Thing::")[1] ?? []);
}

const findings = ({ results }: Judged) =>
  results
    .filter(({ state }) => state !== "pass")
    .map(({ rule, state, level, urn }) => `${level} ${rule} ${state} ${urn.split("::").at(-1)}`);

const complete = (resources: number, results: number) => ({
  complete: true,
  pack: "toy",
  version: "1.2.3",
  rules: 3,
  resources,
  results,
});

describe("a policy pack in the engine", () => {
  it("refuses an update at its preview, and names rule, resource, found, wanted and remedy", async () => {
    const run = await judged(["up", "--yes"], { things: [{ name: "huge", size: 11 }], profile });
    expect(findings(run)).toEqual(["mandatory size-within-limit fail huge"]);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(
      /\[mandatory\] \[severity: high\] {2}size-within-limit {2}\(toy:index:Thing: huge\)\n\s+size: found 11, wanted at most 10\n\s+Take a smaller thing\./,
    );
    expect(run.closing).toEqual(complete(3, 3));
    expect(await made()).toEqual([]);
  });

  it("stops an update before it makes a refused resource when it was told the profile beforehand", async () => {
    const config = path.join(project.folder, "early.json");
    writeFileSync(config, JSON.stringify(earlyConfig(profile)));
    const run = await judged(["up", "--yes", "--skip-preview", "--policy-pack-config", config], {
      things: [
        { name: "small", size: 1 },
        { name: "huge", size: 11 },
      ],
      profile,
    });
    expect(findings(run)).toEqual(["mandatory size-within-limit fail huge"]);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain("size-within-limit");
    expect(await made()).toEqual(["small"]);
  });
});

describe("a preview held to a policy pack", () => {
  let unknownRefused: Judged;
  let unknownTold: Judged;
  let broken: Judged;
  let withoutProfile: Judged;
  beforeAll(async () => {
    const unknown = { name: "later" };
    [unknownRefused, unknownTold, broken, withoutProfile] = await Promise.all([
      judged(["preview"], { things: [unknown], profile }),
      judged(["preview"], { things: [unknown], profile: lenient }),
      judged(["preview"], { things: [{ name: "small", size: 1, label }], profile: lenient }),
      judged(["preview"], { things: [{ name: "small", size: 1 }] }),
    ]);
  });

  it("is refused where a mandatory rule meets an unknown input and unknowns fail", () => {
    expect(findings(unknownRefused)).toEqual(["mandatory size-within-limit unknown later"]);
    expect(unknownRefused.code).toBe(1);
    expect(unknownRefused.closing).toEqual(complete(3, 3));
  });

  // Judged without its profile, the stack would be held to prod and refused.
  it("only tells of an unknown input where the profile says warn, although the profile is declared last", () => {
    expect(findings(unknownTold)).toEqual(["advisory size-within-limit unknown later"]);
    expect(unknownTold.code).toBe(0);
    expect(unknownTold.stdout).toMatch(
      /\[advisory\] \[severity: high\] {2}size-within-limit {2}\(toy:index:Thing: later\)/,
    );
    expect(unknownTold.closing).toEqual(complete(3, 3));
  });

  it("is refused by a rule that throws, with complete results and without the value that its error quotes", () => {
    expect(() => JSON.parse(label) as unknown).toThrow(label);
    expect(findings(broken)).toEqual(["mandatory label-readable error small"]);
    expect(broken.code).toBe(1);
    expect(broken.stdout).toContain("[mandatory] [severity: high]  label-readable");
    expect(broken.closing).toEqual(complete(3, 3));
    expect(broken.stdout + broken.stderr + broken.written).not.toContain(label);
  });

  it("is refused without a profile, though every other rule holds", () => {
    expect(findings(withoutProfile)).toEqual(["mandatory stack-profile-once fail toy-dev"]);
    expect(withoutProfile.code).toBe(1);
    expect(withoutProfile.stdout).toContain("[mandatory] [severity: critical]  stack-profile-once");
    expect(withoutProfile.closing).toEqual(complete(2, 3));
  });
});
