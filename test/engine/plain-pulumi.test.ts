import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readStackFile, sandboxCopy } from "../../config/stack-file";
import { leaseSandbox, readLedger } from "../../sandbox/client";
import { build, buildFailures } from "../../scripts/build.mjs";
import { declaredInClouds, isOfManagementApi } from "./support/declared";
import { pulumiOn } from "./support/pulumi";
import { type ScratchProject, scratchProject } from "./support/scratch-project";

const repository = path.resolve(__dirname, "../..");
const held = ["--policy-pack", "policies/packs/all"];

let project: ScratchProject;
let lease: Awaited<ReturnType<typeof leaseSandbox>>;
let cloud: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  const { failed } = await build();
  expect(buildFailures(failed)).toEqual([]);
  project = scratchProject();
  symlinkSync(path.join(repository, "policies"), path.join(project.root, "policies"));
  const work = path.join(project.root, ".groundwork");
  cloud = path.join(work, "sandbox");
  lease = await leaseSandbox({ home: cloud, daemon: path.join(repository, "dist/sandbox.cjs") });
  const state = path.join(work, "state");
  mkdirSync(state);
  env = {
    PULUMI_BACKEND_URL: `file://${state}`,
    PULUMI_CONFIG_PASSPHRASE: "plain-pulumi-test",
    PULUMI_DEBUG_PROVIDERS: lease.debugProviders,
    GROUNDWORK_SUPABASE_ENDPOINT: lease.supabaseEndpoint,
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_HOME: path.join(work, "home"),
    NO_COLOR: "1",
  };
});
afterAll(async () => {
  await lease.release();
  await project.remove();
});

/** Runs the engine as its own command line does. The copy of the stack file has a stand-in for each secret. */
async function pulumi(stack: string, args: readonly string[], packs = held): Promise<string> {
  const name = `Pulumi.${stack}.yaml`;
  const text = project.read(name);
  const { missingSecrets } = readStackFile(text, name, "groundwork");
  const copy = path.join(project.root, ".groundwork", name);
  writeFileSync(copy, sandboxCopy(text, missingSecrets));
  const all = [...args, ...packs, "--config-file", copy, "--stack", stack];
  return pulumiOn(project.root, all, env);
}

describe("pulumi with the policy pack and without our command line", () => {
  it("previews and updates dev", async () => {
    await pulumiOn(project.root, ["stack", "init", "dev"], env);
    const preview = await pulumi("dev", ["preview"]);
    expect(preview).toMatch(/(✅|⚠️) groundwork-all@v\d/);
    const planned = /\+ (\d+) to create/.exec(preview)?.[1];
    const update = await pulumi("dev", ["up", "--yes", "--skip-preview"]);
    expect(update).toMatch(/(✅|⚠️) groundwork-all@v\d/);
    expect(/\+ (\d+) created/.exec(update)?.[1]).toBe(planned);
    const { objects } = readLedger(cloud, { stack: "dev" });
    const made = objects.filter((it) => !isOfManagementApi(it)).map(({ urn }) => urn);
    expect(made.sort()).toEqual(await declaredInClouds(project.root, "dev"));
    expect(objects.filter(isOfManagementApi).map(({ type }) => type)).toContain(
      "supabase:api/pooler:pooler",
    );
  });

  it("previews dev held to the packs of families, each of which knows the waivers of the others", async () => {
    const packs = ["web", "budget", "platform"];
    const args = packs.flatMap((pack) => ["--policy-pack", `policies/packs/${pack}`]);
    const preview = await pulumi("dev", ["preview"], args);
    for (const pack of packs) expect(preview).toMatch(new RegExp(`(✅|⚠️) groundwork-${pack}@v`));
  });

  it("is refused for prod without HSTS, by the rule's name, and makes nothing", async () => {
    await pulumiOn(project.root, ["stack", "init", "prod"], env);
    project.edit(
      "Pulumi.prod.yaml",
      /strictTransportSecurity: \{.*\}/,
      "strictTransportSecurity: false",
    );
    await expect(pulumi("prod", ["up", "--yes"])).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(
        /\[mandatory\] \[severity: high\] {2}hsts-present {2}\(vercel:index:ProjectRoute: web-headers\)/,
      ) as string,
    });
    expect(readLedger(cloud, { stack: "prod" }).log).toEqual([]);
  });
});
