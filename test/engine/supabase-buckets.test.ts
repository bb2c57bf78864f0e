import { symlinkSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { armFault, listFaults, readLedger } from "../../sandbox/client";
import { engineProject, type EngineProject, namePlugin } from "./support/engine-project";

const repository = path.resolve(__dirname, "../..");
const bucketType = "supabase:api/bucket:bucket";

let project: EngineProject;
beforeEach(async () => {
  project = await engineProject("buckets", "dev");
  symlinkSync(path.join(repository, "providers"), path.join(project.folder, "providers"));
  namePlugin(project, "./providers/supabase-admin");
  await project.program(path.join(__dirname, "fixtures/storage-bucket.ts"));
});
afterEach(() => project.remove());

async function up(env?: NodeJS.ProcessEnv): Promise<string> {
  const { code, stdout, stderr } = await project.pulumi(["up", "--yes", "--skip-preview"], env);
  expect(code, stdout + stderr).toBe(0);
  return stdout;
}

/** What was done to buckets over HTTP, whoever asked for it. */
const history = () =>
  readLedger(project.cloud)
    .log.filter(({ type }) => type === bucketType)
    .map(({ op, id }) => `${op} ${id.slice(id.indexOf("/") + 1)}`);

const policies = () =>
  readLedger(project.cloud)
    .objects.filter(({ type }) => type === "supabase:api/policy:policy")
    .map(({ id }) => id.slice(id.indexOf("/") + 1))
    .sort();

describe("a bucket of Supabase", () => {
  it("whose reply was lost, with nobody to ask afterwards, fails the up, and the next one adopts it", async () => {
    const { cloud } = project;
    const fault = { type: bucketType, nth: 1 } as const;
    await armFault(cloud, { ...fault, op: "create", mode: "drop-reply", when: "after" });
    // The first look is for an older bucket; the second would find what was made.
    const lookup = { ...fault, op: "read", nth: 2, mode: "fail", when: "before" } as const;
    await armFault(cloud, { ...lookup, status: 401, message: "Invalid token" });

    const { code, stdout, stderr } = await project.pulumi(["up", "--yes", "--skip-preview"]);
    expect(code).not.toBe(0);
    expect(stdout + stderr).toMatch(
      /Supabase answered 401 to GET \/storage\/v1\/bucket\/projects of [a-z]{20}: Invalid token/,
    );
    expect(listFaults(cloud)).toEqual([]);
    expect(history()).toEqual(["create projects"]);
    expect(policies()).toEqual([]);

    expect(await up()).toContain("created");
    expect(history()).toEqual(["create projects"]);
    expect(policies()).toEqual([
      "Users can upload to their own folder: projects",
      "Users can view their own files: projects",
    ]);
    const { code: again, stdout: said } = await project.pulumi(["preview", "--expect-no-changes"]);
    expect(again, said).toBe(0);
  });

  it("is changed in place through an answer that asks to slow down, and shut by fewer policies", async () => {
    await up();
    const slow = { type: bucketType, op: "update", nth: 1, mode: "fail", when: "before" } as const;
    await armFault(project.cloud, { ...slow, status: 429 });
    await up({ CHANGE: "1" });
    expect(listFaults(project.cloud)).toEqual([]);
    expect(history()).toEqual(["create projects", "update projects"]);
    expect(policies()).toEqual(["Users can view their own files: projects"]);

    const { code } = await project.pulumi(["destroy", "--yes", "--skip-preview"]);
    expect(code).toBe(0);
    expect(readLedger(project.cloud).objects).toEqual([]);
  });
});
