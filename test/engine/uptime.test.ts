import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readLedger } from "../../sandbox/client";
import { engineProject, type EngineProject } from "./support/engine-project";

let project: EngineProject;
beforeEach(async () => {
  project = await engineProject("uptime", "prod");
  await project.program(path.join(__dirname, "fixtures/uptime.ts"));
});
afterEach(() => project.remove());

const objects = () => readLedger(project.cloud).objects;
const operations = () => readLedger(project.cloud).log.map(({ op, urn }) => `${op} ${nameIn(urn)}`);
const nameIn = (urn: string) => urn.split("::").at(-1)!;
const made = (name: string) => objects().find(({ urn }) => nameIn(urn) === name)!;

async function pulumi(command: string, env?: NodeJS.ProcessEnv) {
  const { code, stdout, stderr } = await project.pulumi(command.split(" "), env);
  return { code, said: stdout + stderr };
}

/** The provider calls of an update, sorted. */
async function calls(env: NodeJS.ProcessEnv): Promise<string[]> {
  const before = operations().length;
  expect(await pulumi("up --yes --skip-preview", env)).toMatchObject({ code: 0 });
  return operations().slice(before).sort();
}

// Requirement: UPT-03, UPT-05, UPT-09
test("checks, canaries and zone are made once, changed by what changed alone, and removed", async () => {
  const first = await pulumi("up --yes --skip-preview");
  expect(first.code === 0 ? "" : first.said).toBe("");
  const { id } = made("uptime-app");
  expect(made("uptime-app-alarm").outputs).toMatchObject({
    region: "us-east-1",
    dimensions: { HealthCheckId: id },
  });
  expect(made("uptime-overall").outputs["childHealthchecks"]).toContain(id);
  expect(made("dns-primary").outputs).toMatchObject({
    healthCheckId: id,
    zoneId: made("dns-zone").id,
  });
  expect(made("uptime-canary-health").outputs).toMatchObject({
    status: "RUNNING",
    s3Key: made("uptime-canary-script").outputs["key"],
  });
  const { stdout } = await project.pulumi(["stack", "output", "objectives", "--json"]);
  expect(JSON.parse(stdout)).toEqual({ web: { percent: "99.9", errorBudgetMinutes: "43.2" } });

  expect((await pulumi("preview --expect-no-changes")).code).toBe(0);
  expect(await calls({ THRESHOLD: "1" })).toEqual(["update uptime-app", "update uptime-app-alarm"]);
  expect(await calls({ THRESHOLD: "1", DAYS: "1" })).toEqual([
    "create uptime-canary-script",
    "delete uptime-canary-script",
    "update uptime-canary-certificates",
    "update uptime-canary-certificates-alarm",
    "update uptime-canary-health",
  ]);

  expect((await pulumi("destroy --yes --skip-preview")).code).toBe(0);
  expect(objects()).toEqual([]);
});
