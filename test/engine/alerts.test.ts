import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readLedger } from "../../sandbox/client";
import { engineProject, type EngineProject } from "./support/engine-project";

let project: EngineProject;
beforeAll(async () => {
  project = await engineProject("alerts", "prod");
  await project.program(path.join(__dirname, "fixtures/alerts.ts"));
  await project.pulumi(["config", "set", "aws:region", "ca-central-1"]);
});
afterAll(() => project.remove());

const objects = () => readLedger(project.cloud).objects;
const operations = () => readLedger(project.cloud).log.map(({ op, urn }) => `${op} ${nameIn(urn)}`);
const nameIn = (urn: string) => urn.split("::").at(-1)!;
const outputsOf = (name: string) =>
  objects().find(({ urn }) => nameIn(urn) === name)?.outputs ?? {};

async function pulumi(command: string, env?: NodeJS.ProcessEnv) {
  const { code, stdout, stderr } = await project.pulumi(command.split(" "), env);
  return { code, said: stdout + stderr };
}

// Requirement: ALRT-03, ALRT-10, ALRT-16, CONF-13
test("alerts of a stack are made once, follow a larger pool by one update, and are removed", async () => {
  const up = await pulumi("up --yes --skip-preview");
  expect(up.code, up.said).toBe(0);
  expect(up.said).not.toContain("token-of-the-pager");
  const critical = outputsOf("alerts-critical");
  expect(critical["arn"]).toMatch(/^arn:aws:sns:[\w-]+:123456789012:shop-prod-alerts-critical$/);
  expect(outputsOf("alerts-failing")["alarmActions"]).toEqual([critical["arn"]]);
  const body = outputsOf("dashboard")["dashboardBody"] as string;
  expect(JSON.parse(body)).toMatchObject({ widgets: expect.any(Array) as unknown[] });
  expect(body).toContain(":alarm:shop-prod-failing");
  const { snsTopicArns } = outputsOf("alerts-slack-c0123456789");
  expect(snsTopicArns).toHaveLength(4);

  expect((await pulumi("preview --expect-no-changes")).code).toBe(0);
  const before = operations().length;
  expect((await pulumi("up --yes --skip-preview", { CHANGE: "1" })).code).toBe(0);
  expect(operations().slice(before)).toEqual([
    "update alerts-hub-preview-container-pool-exhausted",
  ]);

  expect((await pulumi("destroy --yes --skip-preview")).code).toBe(0);
  expect(objects()).toEqual([]);
});
