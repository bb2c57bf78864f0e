import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { locateEngine, withEngineOnPath } from "../../sandbox/engine/locate";
import { bucketUrl, type Moto, startMoto } from "./support/moto";
import { pulumiOn } from "./support/pulumi";
import { type Finished, type ScratchProject, scratchProject } from "./support/scratch-project";

const bucket = "velocity-state";
const stack = "dev";
const stateKey = `.pulumi/stacks/groundwork/${stack}.json`;
const locks = `.pulumi/locks/organization/groundwork/${stack}/`;
/** Beyond what any kernel gives out. */
const gonePid = 2 ** 30;
/** Declares nothing in any cloud, so that it runs against a backend without an account. */
const program = `
import { StackProfile } from "./components/stack-profile";
import { loadSettings } from "./config/load";
import { profileOf } from "./config/profile";
export = async () => {
  new StackProfile("profile", profileOf(loadSettings()));
};
`;

const stackFile = `
config:
  groundwork:stack: { tier: dev, product: shop, owner: web-team }
  groundwork:hosting: { name: shop }
  groundwork:database: { name: shop, organizationId: acme, region: ca-central-1 }
  groundwork:uptime: { checks: {} }
  groundwork:budget: { monthlyUsd: 10, awsUsd: 5, owner: web-team, emails: [web@example.com] }
  groundwork:policy:
    waivers:
      - { rule: aws-budget-matches, target: profile, reason: nothing costs, owner: web-team, expires: "2999-12-31" }
      - { rule: alert-classes-covered, target: groundwork-dev, reason: nothing runs, owner: web-team, expires: "2999-12-31" }
      - { rule: error-tracking-once, target: groundwork-dev, reason: nothing runs, owner: web-team, expires: "2999-12-31" }
`;

let moto: Moto;
let project: ScratchProject;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  moto = await startMoto();
  await moto.makeBucket(bucket);
  project = scratchProject();
  rmSync(path.join(project.root, "index.ts"));
  writeFileSync(path.join(project.root, "index.ts"), program);
  writeFileSync(path.join(project.root, `Pulumi.${stack}.yaml`), stackFile);
  const home = path.join(project.root, ".groundwork", "own-home");
  mkdirSync(home, { recursive: true });
  const engine = locateEngine(process.env);
  if (!engine.found) throw new Error(engine.reason);
  env = {
    ...moto.env,
    PATH: withEngineOnPath(process.env, engine)["PATH"],
    PULUMI_HOME: home,
    PULUMI_BACKEND_URL: bucketUrl(moto, bucket),
    PULUMI_CONFIG_PASSPHRASE: "cli-on-s3",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  };
  await pulumiOn(project.root, ["stack", "init", stack], env);
});
afterAll(async () => {
  await project?.remove();
  await moto?.stop();
});

const run = (...args: string[]): Promise<Finished> => project.run(args, env);

interface State {
  checkpoint: { latest: { pending_operations?: object[] } };
}

/** Puts a lock into the bucket, as a killed engine leaves it. */
const leaveLock = (hostname: string, pid: number, hoursAgo: number) =>
  moto.write(
    bucket,
    `${locks}0e.json`,
    JSON.stringify({
      pid,
      username: "anna",
      hostname,
      timestamp: new Date(Date.now() - hoursAgo * 3_600_000).toISOString(),
    }),
  );

// Requirement: DR-09
describe("groundwork with state on S3", () => {
  it("previews, updates, refreshes and destroys, and says first where the state is", async () => {
    const preview = await succeeds("preview", stack);
    expect(preview.stderr).toContain(`s3://${bucket}?endpoint=`);
    expect((await succeeds("up", stack, "--yes")).stdout).toContain("+ StackProfile profile");
    expect(await moto.read(bucket, stateKey)).toContain("groundwork:stack:StackProfile");
    expect(await moto.keys(bucket, locks)).toEqual([]);

    const again = await succeeds("up", stack, "--yes", "--format", "json");
    expect(JSON.parse(again.stdout)).toMatchObject({ changes: { same: 2 } });
    await succeeds("refresh", stack, "--yes");
    await succeeds("destroy", stack, "--yes");
    expect(await moto.read(bucket, stateKey)).not.toContain("groundwork:stack:StackProfile");
  });

  it("leaves a lock alone whose holder is gone, and names holder and age", async () => {
    const [host, pid] = [os.hostname(), gonePid];
    await leaveLock(host, pid, 3);
    const { code, stdout, stderr } = await run("up", stack, "--yes");
    expect(code).toBe(2);
    expect(stdout + stderr).toContain(`held by anna@${host} (pid ${pid}) since 3 h`);
    expect(stdout + stderr).toContain("run `pulumi cancel`");
    expect(await moto.keys(bucket, locks)).toEqual([`${locks}0e.json`]);
    await pulumiOn(project.root, ["cancel", stack, "--yes"], env);
    expect(await moto.keys(bucket, locks)).toEqual([]);
  });

  it("refuses to update over a create that nobody can look up", async () => {
    await succeeds("up", stack, "--yes");
    // Put there directly: `pulumi stack import` drops pending operations.
    const state = JSON.parse(await moto.read(bucket, stateKey)) as State;
    const resource = {
      urn: "urn:pulumi:dev::groundwork::vercel:index/project:Project::web",
      type: "vercel:index/project:Project",
      custom: true,
    };
    state.checkpoint.latest.pending_operations = [{ resource, type: "creating" }];
    await moto.write(bucket, stateKey, JSON.stringify(state));

    const { code, stderr } = await run("up", stack, "--yes");
    expect(code).toBe(2);
    expect(stderr).toContain(
      "a run that still goes on, or was killed, was making vercel Project web",
    );
    expect(await moto.read(bucket, stateKey)).toContain('"type":"creating"');
  });
});

async function succeeds(...args: string[]): Promise<Finished> {
  const finished = await run(...args);
  expect(finished, finished.stdout + finished.stderr).toMatchObject({ code: 0 });
  return finished;
}
