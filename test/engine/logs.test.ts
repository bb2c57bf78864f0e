import { symlinkSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readLedger } from "../../sandbox/client";
import { engineProject, type EngineProject } from "./support/engine-project";

const repository = path.resolve(__dirname, "../..");
const source = path.join(__dirname, "fixtures/logs.ts");

let project: EngineProject;
beforeEach(async () => {
  project = await engineProject("logs", "prod");
  // The function's files are taken from where the program lies.
  symlinkSync(path.join(repository, "components"), path.join(project.folder, "components"));
  await project.program(source);
});
afterEach(() => project.remove());

const objects = () => readLedger(project.cloud).objects;
const operations = () => readLedger(project.cloud).log.map(({ op, urn }) => `${op} ${nameIn(urn)}`);
const nameIn = (urn: string) => urn.split("::").at(-1)!;
const outputsOf = (name: string) =>
  objects().find(({ urn }) => nameIn(urn) === name)?.outputs ?? {};

async function pulumi(command: string, env?: NodeJS.ProcessEnv) {
  const { code, stdout, stderr } = await project.pulumi(command.split(" "), env);
  return { code, said: stdout + stderr };
}

// Requirement: LOG-01, LOG-07, LOG-10
test("logs of a stack are made once, kept longer by one update a group, and removed", async () => {
  expect(await pulumi("up --yes --skip-preview")).toMatchObject({ code: 0 });
  expect(outputsOf("logs-group-web")).toMatchObject({
    name: "/shop/prod/web",
    retentionInDays: 365,
  });
  const { policy } = outputsOf("logs-key") as { policy: string };
  expect(policy).toContain(`us-east-1:123456789012:log-group:/shop/prod/web`);
  const { policy: rights } = outputsOf("logs-intake-rights") as { policy: string };
  expect(rights).toContain(JSON.stringify(outputsOf("secret")["arn"]));
  expect(outputsOf("logs-trail")).toMatchObject({
    s3BucketName: "shop-audit",
    kmsKeyId: outputsOf("logs-key")["arn"],
    enableLogFileValidation: true,
    isMultiRegionTrail: true,
  });
  const { stdout } = await project.pulumi(["stack", "output", "intakeUrl"]);
  expect(stdout.trim()).toBe(outputsOf("logs-intake-url")["functionUrl"]);

  expect((await pulumi("preview --expect-no-changes")).code).toBe(0);
  const before = operations().length;
  expect((await pulumi("up --yes --skip-preview", { CHANGE: "1" })).code).toBe(0);
  expect(operations().slice(before).sort()).toEqual([
    "update logs-group-database",
    "update logs-group-web",
    "update logs-intake-group",
  ]);

  expect((await pulumi("destroy --yes --skip-preview")).code).toBe(0);
  expect(objects()).toEqual([]);
});

test("a trail is refused by a bucket that does not let it in, in the provider's words", async () => {
  const { code, said } = await pulumi("up --yes --skip-preview", { SHUT: "1" });
  expect(code).not.toBe(0);
  expect(said).toContain("InsufficientS3BucketPolicyException");
});
