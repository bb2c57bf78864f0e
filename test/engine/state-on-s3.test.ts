import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { secretsProvider as addressOf } from "../../core/state-addresses";
import type { AccessPlan } from "./fixtures/access";
import { engineProject, type EngineProject, type Finished } from "./support/engine-project";
import { bucketUrl, type Moto, startMoto } from "./support/moto";

const bucket = "velocity-state";
const keyAlias = "velocity-state";
const secretsProvider = (stack: string) =>
  addressOf({ bucket, keyAlias, region: "us-east-1" }, stack);
const clear = "a-secret-nobody-reads-in-the-bucket";
const stateKey = ".pulumi/stacks/on-s3/prod.json";
const locks = ".pulumi/locks/organization/on-s3/prod/";
const patience = { timeout: 60_000, interval: 50 };

let moto: Moto;
let project: EngineProject;
/** For every run of the engine: state in the bucket, and moto in the place of AWS. */
let onS3: NodeJS.ProcessEnv;
beforeAll(async () => {
  moto = await startMoto();
  await moto.makeBucket(bucket);
  await moto.makeKey(`alias/${keyAlias}`);
  project = await engineProject("on-s3", "elsewhere", { sandbox: false });
  await project.program(path.join(__dirname, "fixtures/access.program.ts"));
  onS3 = { ...moto.env, PULUMI_BACKEND_URL: bucketUrl(moto, bucket) };
});
afterAll(async () => {
  await project?.remove();
  await moto?.stop();
});

async function succeeds(args: readonly string[], env: NodeJS.ProcessEnv = onS3): Promise<Finished> {
  const finished = await project.pulumi(args, env);
  expect(finished, finished.stdout + finished.stderr).toMatchObject({ code: 0 });
  return finished;
}

const planned = (plan: AccessPlan) => ({ ...onS3, ACCESS: JSON.stringify(plan) });
const up = ["up", "--stack", "prod", "--yes", "--skip-preview"];

// Requirement: STOR-03, DR-09
describe("state on S3", () => {
  it("keeps a stack in the bucket, its secrets encrypted by the key in the stack's name", async () => {
    await succeeds(["stack", "init", "prod", "--secrets-provider", secretsProvider("prod")]);
    await succeeds(up, planned({ secret: clear }));
    const text = await moto.read(bucket, stateKey);
    expect(secretsUrlOf(text)).toBe(secretsProvider("prod"));
    expect(text).not.toContain(clear);
    expect(await output(onS3, "prod")).toBe(clear);
    expect(await moto.keys(bucket, locks)).toEqual([]);
    expect((await moto.keys(bucket, ".pulumi/history/on-s3/prod/")).length).toBeGreaterThan(0);
  });

  it("refuses a second update while one runs, names its holder, and takes the next one", async () => {
    const pipe = path.join(project.folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const first = project.start(up, planned({ secret: clear, hold: pipe }));
    const ended = once(first, "close");
    const [lock] = await vi.waitFor(async () => {
      const held = await moto.keys(bucket, locks);
      expect(held).toHaveLength(1);
      return held;
    }, patience);
    const holder = JSON.parse(await moto.read(bucket, lock ?? "")) as { pid: number };
    expect(holder.pid).toBe(first.pid);

    const second = await project.pulumi(up, planned({ secret: clear }));
    expect(second.code).not.toBe(0);
    expect(second.stderr).toContain("the stack is currently locked by 1 lock(s)");
    expect(second.stderr).toContain(`(pid ${holder.pid})`);
    expect(await moto.keys(bucket, locks)).toEqual([lock]);

    writeFileSync(pipe, "go on");
    expect(await ended).toEqual([0, null]);
    await succeeds(up, planned({ secret: clear }));
  });

  it("takes in a stack from a folder, as the guide says, and encrypts its secrets anew", async () => {
    const file = path.join(project.folder, "moved.json");
    const stack = "moved";
    await succeeds(["stack", "init", stack], {});
    const plan = { ACCESS: JSON.stringify({ secret: clear } satisfies AccessPlan) };
    await succeeds(["up", "--stack", stack, "--yes", "--skip-preview"], plan);
    await succeeds(["stack", "export", "--stack", stack, "--file", file], {});
    expect(readFileSync(file, "utf8")).not.toContain(clear);

    await succeeds(["stack", "init", stack, "--secrets-provider", "passphrase"]);
    await succeeds(["stack", "import", "--stack", stack, "--file", file]);
    const change = ["stack", "change-secrets-provider", "--stack", stack];
    await succeeds([...change, secretsProvider(stack)]);
    const withoutPassphrase = { ...onS3, PULUMI_CONFIG_PASSPHRASE: undefined };
    expect(await output(withoutPassphrase, stack)).toBe(clear);
    expect(await urnsOf(withoutPassphrase, stack)).toEqual(await urnsOf({}, stack));
    const again = await succeeds(["up", "--stack", stack, "--yes", "--skip-preview"], {
      ...withoutPassphrase,
      ...plan,
    });
    expect(again.stdout).toContain("1 unchanged");
  });

  it("gives a stack back to a folder by export and import", async () => {
    const file = path.join(project.folder, "exported.json");
    await succeeds(["stack", "export", "--stack", "prod", "--file", file]);
    await succeeds(["stack", "init", "prod"], moto.env);
    await succeeds(["stack", "import", "--stack", "prod", "--file", file], moto.env);
    expect(await urnsOf(moto.env, "prod")).toEqual(await urnsOf(onS3, "prod"));
    expect(await output(moto.env, "prod")).toBe(clear);
  });
});

interface Checkpoint {
  checkpoint: { latest: { secrets_providers: { state: { url: string } } } };
}

function secretsUrlOf(text: string): string {
  return (JSON.parse(text) as Checkpoint).checkpoint.latest.secrets_providers.state.url;
}

async function output(env: NodeJS.ProcessEnv, stack: string): Promise<string> {
  const asked = ["stack", "output", "secret", "--show-secrets", "--stack", stack];
  return (await succeeds(asked, env)).stdout.trim();
}

async function urnsOf(env: NodeJS.ProcessEnv, stack: string): Promise<string[]> {
  const { stdout } = await succeeds(["stack", "export", "--stack", stack], env);
  const { deployment } = JSON.parse(stdout) as { deployment: { resources: { urn: string }[] } };
  return deployment.resources.map(({ urn }) => urn);
}
