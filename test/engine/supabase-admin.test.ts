import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { armFault, readLedger } from "../../sandbox/client";
import { engineProject, type EngineProject, namePlugin } from "./support/engine-project";

const repository = path.resolve(__dirname, "../..");
const source = path.join(__dirname, "fixtures/supabase-admin.ts");

let project: EngineProject;

/** A project that names the plugin where it lies, as ours does. */
beforeEach(async () => {
  project = await engineProject("admin", "dev");
  symlinkSync(path.join(repository, "providers"), path.join(project.folder, "providers"));
  namePlugin(project, "./providers/supabase-admin");
  await project.program(source);
});

afterEach(() => project.remove());

test("everything is made, changed, read again without drift and removed", async () => {
  expect(await pulumi("up", "--yes", "--skip-preview")).toContain("+ 10 created");
  expect(made()).toEqual([
    "supabase:api/addon:addon custom_domain",
    "supabase:api/addon:addon pitr",
    "supabase:api/backup-schedule:backup-schedule it",
    "supabase:api/bucket:bucket user-assets",
    "supabase:api/custom-hostname:custom-hostname it",
    "supabase:api/policy:policy assets-select",
    "supabase:api/pooler:pooler it",
    "supabase:api/realtime:realtime it",
    expect.stringMatching(/^supabase:api\/replica:replica .*-rr-eu-north-1-/),
    expect.stringMatching(/^supabase:index\/project:Project /),
  ]);
  expect(await pulumi("preview", "--expect-no-changes")).toContain("10 unchanged");
  expect(await pulumi("refresh", "--yes", "--expect-no-changes")).toContain("unchanged");

  expect(await pulumi("up", "--yes", "--skip-preview", { CHANGE: "1" })).toContain("~ 4 updated");
  expect(part("pooler", "it")).toMatchObject({ default_pool_size: 40, pool_mode: "transaction" });
  expect(part("bucket", "user-assets")).toMatchObject({ file_size_limit: 2_000_000 });
  expect(part("custom-hostname", "it")).toMatchObject({ status: "5_services_reconfigured" });
  expect(part("addon", "pitr")).toEqual({ variant: "pitr_14" });

  expect(await pulumi("destroy", "--yes", "--skip-preview")).toContain("- 10 deleted");
  expect(made()).toEqual([]);
});

test("a bucket whose reply was lost is adopted, not made twice", async () => {
  const fault = { type: "supabase:api/bucket:bucket", op: "create", nth: 1 } as const;
  await armFault(project.cloud, { ...fault, mode: "drop-reply", when: "after" });
  expect(await pulumi("up", "--yes", "--skip-preview")).toContain("+ 10 created");
  expect(creates("supabase:api/bucket:bucket")).toBe(1);
});

test("the plugin runs from a folder of the project's own as well as from its own", async () => {
  const own = path.join(project.folder, "vendored/supabase-admin");
  mkdirSync(own, { recursive: true });
  for (const part of ["bin", "package.json", "PulumiPlugin.yaml"]) {
    cpSync(path.join(repository, "providers/supabase-admin", part), path.join(own, part), {
      recursive: true,
    });
  }
  namePlugin(project, "./vendored/supabase-admin");
  expect(await pulumi("up", "--yes", "--skip-preview")).toContain("+ 10 created");
  const schema = JSON.parse(await pulumi("package", "get-schema", own)) as {
    resources: Record<string, unknown>;
  };
  expect(Object.keys(schema.resources)).toHaveLength(9);
});

async function pulumi(...args: (string | NodeJS.ProcessEnv)[]): Promise<string> {
  const words = args.filter((arg) => typeof arg === "string");
  const env = args.find((arg) => typeof arg === "object");
  const { code, stdout, stderr } = await project.pulumi(words, env);
  expect(code, `${stdout}\n${stderr}`).toBe(0);
  return stdout;
}

const objects = () => readLedger(project.cloud).objects;

const made = () =>
  objects()
    .map(({ type, id }) => `${type} ${id.slice(id.indexOf("/") + 1)}`)
    .sort();

const part = (kind: string, name: string) =>
  objects().find(
    ({ type, id }) => type === `supabase:api/${kind}:${kind}` && id.endsWith(`/${name}`),
  )?.outputs;

const creates = (type: string) =>
  readLedger(project.cloud).log.filter((record) => record.type === type && record.op === "create")
    .length;
