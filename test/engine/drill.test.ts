import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apply } from "./support/apply";
import { scratchProject, type ScratchProject } from "./support/scratch-project";
import { addSmallStack, smallStack as stack } from "./support/small-stack";

const host = "app.shop.example";
const sections = {
  hosting: { domains: { [host]: {} } },
  alerts: {
    routes: {
      critical: { emails: ["oncall@shop.example"] },
      warning: { emails: ["platform@shop.example"] },
      info: { emails: ["platform@shop.example"] },
    },
  },
  uptime: { checks: { app: { fqdn: host } } },
  recovery: { objectives: { web: { rtoMinutes: 5, by: "the deployment before" } } },
};

let project: ScratchProject;
beforeAll(async () => {
  project = scratchProject();
  addSmallStack(project, sections);
  await apply(project, stack);
});
afterAll(() => project.remove());

async function drilled(...more: string[]) {
  const { code, stdout, stderr } = await project.run(["drill", stack, "--format", "json", ...more]);
  if (stdout === "") throw new Error(stderr);
  return { code, told: JSON.parse(stdout) as Record<string, unknown> };
}

// Requirement: DR-02, DR-16, UPT-03, ALRT-15
test("a broken frontend is seen, told of and brought back within the time that is promised", async () => {
  const { code, told } = await drilled();
  expect(told).toMatchObject({
    ...{ stack, host, held: true, misses: [], promised: 300, unconfirmed: ["oncall@shop.example"] },
    moments: { served: true, cure: expect.any(Number) as number },
    clocks: { measured: ["cure"] },
  });
  expect(code).toBe(0);
  expect(told["detection"]).toBeLessThanOrEqual(180);
  expect(told["recovery"]).toBeGreaterThanOrEqual(told["detection"] as number);

  const at = (...parts: string[]) => path.join(project.root, ".groundwork", ...parts);
  const lines = (file: string) => readFileSync(file, "utf8").trim().split("\n");
  const inbox = lines(at("sandbox", "inbox.jsonl")).map(
    (line) => JSON.parse(line) as { state: string },
  );
  expect(inbox.map(({ state }) => state)).toEqual(expect.arrayContaining(["ALARM", "OK"]));
  const record = JSON.parse(lines(at("audit", `${stack}.jsonl`)).at(-1)!) as { operation: string };
  expect(record).toMatchObject({ operation: "drill frontend-down", result: "done", sandbox: true });
  expect((await project.run(["sandbox", "broken"])).stdout).toContain("nothing is broken");
});

test("a dry run breaks nothing, and what a stack has not is refused", async () => {
  const { code, told } = await drilled("--dry-run");
  expect({ code, ...told }).toMatchObject({ code: 0, dryRun: true, target: { host } });
  const refused = await project.run(["drill", stack, "--scenario", "frontend-outage"]);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.stderr).toContain(`DNS has no standby for ${host}`);
});
