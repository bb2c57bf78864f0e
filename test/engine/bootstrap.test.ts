import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { PulumiCommand } from "@pulumi/pulumi/automation";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type At,
  folderPlace,
  isHalfDone,
  moveStack,
  openAt,
  placeAt,
  selectAt,
} from "../../cli/bootstrap/backend";
import { locateEngine, withEngineOnPath } from "../../sandbox/engine/locate";
import { bucketUrl, type Moto, startMoto } from "./support/moto";
import { type ScratchProject, scratchProject } from "./support/scratch-project";

// Requirement: STOR-03
describe("groundwork bootstrap on the sandbox", () => {
  let project: ScratchProject;
  beforeAll(() => void (project = scratchProject()));
  afterAll(() => project.remove());

  const bootstrap = () => project.run(["bootstrap", "--sandbox", "--format", "json"]);
  const changesOf = ({ stdout }: { stdout: string }) =>
    (JSON.parse(stdout) as { changes: Record<string, number> }).changes;

  it("makes bucket, key and OIDC provider once, says what to do next, and refuses what exists", async () => {
    const before = project.tracked();
    const first = await bootstrap();
    expect(first.code, first.stdout + first.stderr).toBe(0);
    expect(changesOf(first)).toEqual({ create: 14 });
    expect(first.stderr).toContain("pulumi login 's3://velocity-terraform-state?region=us-east-1'");
    expect(first.stderr).toContain(
      "pulumi stack change-secrets-provider --stack dev 'awskms://alias/velocity-platform-state?region=us-east-1&context_stack=dev'",
    );
    const again = await bootstrap();
    expect(again.code).toBe(0);
    expect(Object.keys(changesOf(again))).toEqual(["same"]);
    expect(project.tracked()).toEqual(before);

    // As if somebody else had made it: the state of bootstrap is not here.
    rmSync(path.join(project.root, ".groundwork/state/.pulumi/stacks/groundwork-bootstrap"), {
      recursive: true,
    });
    const refused = await bootstrap();
    expect(refused.code).toBe(2);
    // Whichever AWS refuses first: the bucket, the key's alias or GitHub's provider.
    expect(refused.stdout).toMatch(
      /BucketAlready(Exists|OwnedByYou)|EntityAlreadyExists|AlreadyExistsException/,
    );
    expect(refused.stdout).toContain("it exists already and is not in bootstrap's state");
  });

  it("refuses a stack file that names no bucket", async () => {
    project.edit("Pulumi.prod.yaml", /^ {2}groundwork:state:\n( {4}.*\n)+/m, "");
    const { code, stderr } = await bootstrap();
    expect(code).toBe(1);
    expect(stderr).toContain("Pulumi.prod.yaml names no bucket for state");
  });
});

describe("the state of bootstrap", () => {
  let moto: Moto;
  let folder: string;
  let at: At;
  let env: Record<string, string>;
  beforeAll(async () => {
    moto = await startMoto();
    const engine = locateEngine(process.env);
    if (!engine.found) throw new Error(engine.reason);
    folder = mkdtempSync(path.join(os.tmpdir(), "bootstrap-"));
    const name = "shop-bootstrap";
    const runtime = { name: "nodejs", options: { typescript: false } };
    writeFileSync(path.join(folder, "Pulumi.yaml"), JSON.stringify({ name, runtime }));
    writeFileSync(path.join(folder, "package.json"), JSON.stringify({ main: "index.cjs" }));
    writeFileSync(path.join(folder, "index.cjs"), 'module.exports = () => ({ made: "once" });');
    symlinkSync(path.resolve("node_modules"), path.join(folder, "node_modules"));
    mkdirSync(path.join(folder, "home"));
    const { PATH = "" } = withEngineOnPath(process.env, engine);
    env = { ...moto.env, PATH, PULUMI_HOME: path.join(folder, "home") };
    const project = { root: folder, name, stacks: ["prod"], workDir: folder };
    const program = { project, folder, configFile: "" };
    const root = path.dirname(path.dirname(engine.path));
    at = { program, command: await PulumiCommand.get({ root }), stack: "prod" };
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await moto.stop();
  });

  const place = (bucket: string) => placeAt(bucketUrl(moto, bucket), env);

  it("lies in a folder until the bucket is there, then in the bucket alone", async () => {
    expect(await selectAt(at, place("shop-state"))).toBeUndefined();
    const local = await openAt(at, folderPlace(at.program, env));
    await local.up({ showSecrets: false });
    expect(isHalfDone(at.program, "prod")).toBe(true);

    await moto.makeBucket("shop-state");
    await moveStack(at, local, place("shop-state"));
    expect(isHalfDone(at.program, "prod")).toBe(false);
    const found = await selectAt(at, place("shop-state"));
    expect((await found?.preview())?.changeSummary).toEqual({ same: 1 });
    expect(await moto.read("shop-state", ".pulumi/stacks/shop-bootstrap/prod.json")).toContain(
      '"made":"once"',
    );
  });

  it("is not looked for in a bucket that somebody else made", async () => {
    await moto.makeBucket("foreign");
    await expect(selectAt(at, place("foreign"))).rejects.toMatchObject({
      exitCode: 2,
      problems: [
        {
          found: expect.stringContaining(
            "holds no stack prod of shop-bootstrap: somebody else made it",
          ) as string,
        },
      ],
    });
  });
});
