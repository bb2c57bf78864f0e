import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Finished, type ScratchProject, scratchProject } from "./support/scratch-project";
import { addSmallStack, smallStack as stack, smallStackFile as file } from "./support/small-stack";

let project: ScratchProject;
beforeAll(async () => {
  project = scratchProject();
  addSmallStack(project);
  const { code, stderr } = await project.run(["up", stack, "--sandbox", "--quiet"]);
  if (code !== 0) throw new Error(stderr);
});
afterAll(() => project.remove());

const drift = (...more: string[]) => project.run(["drift", stack, "--sandbox", ...more]);
const tamper = async (...args: string[]) => {
  const { code, stderr } = await project.run(["sandbox", "drift", ...args]);
  expect(code, stderr).toBe(0);
};

interface Report {
  findings: { name: string; property?: string; kind: string; severity: string }[];
  ignored: { name: string; reason: string }[];
}
const told = ({ stdout }: Finished) => JSON.parse(stdout) as Report;
const state = async () => (await project.run(["sandbox", "ledger", "--format", "json"])).stdout;

// Requirement: OPS-06
describe("drift on the engine", () => {
  it("finds nothing where nobody changed anything, and says what it cannot see", async () => {
    const { code, stdout, stderr } = await drift();
    expect(code, stderr + stdout).toBe(0);
    expect(stdout).toContain("sensitive variables");
    expect(stdout).not.toContain("whether the project was deleted");
  });

  it("finds what was changed and what is gone, also where the provider notices nothing", async () => {
    await tamper("web", "vercelAuthentication.deploymentType=none", "nodeVersion=18.x");
    await tamper("logs-group-database", "--gone");
    await tamper("db", "--gone");
    const before = await state();
    const found = await drift("--format", "json");
    expect(found.code, found.stderr).toBe(1);
    const rows = told(found).findings.map(({ severity, kind, name, property = "" }) =>
      [severity, kind, name, property].join(" ").trim(),
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        "critical changed web vercelAuthentication",
        "critical gone db",
        "critical gone logs-group-database",
        "medium changed web nodeVersion",
      ]),
    );
    expect(await state()).toBe(before);
  });

  it("passes over what the stack file names, and finds a line that has expired", async () => {
    const lines = [
      "- { resource: logs-group-database, reason: moved, until: 2099-01-01 }",
      "- { resource: web, property: nodeVersion, reason: trial, until: 2020-01-01 }",
    ];
    const section = ["  groundwork:drift:", "    ignore:", ...lines.map((line) => `      ${line}`)];
    project.edit(file, /^config:\n/m, `config:\n${section.join("\n")}\n`);
    const { findings, ignored } = told(await drift("--format", "json"));
    expect(ignored).toMatchObject([{ name: "logs-group-database", reason: "moved" }]);
    expect(findings.map(({ kind, name }) => `${kind} ${name}`)).toEqual(
      expect.arrayContaining(["ignore-expired drift.ignore[1]", "changed web"]),
    );
    const history = await project.run(["history", stack, "--format", "json"]);
    const { records } = JSON.parse(history.stdout) as {
      records: { operation: string; result: string }[];
    };
    expect(records.map(({ operation, result }) => `${operation} ${result}`)).toEqual([
      "up done",
      "drift done",
      "drift finding",
      "drift finding",
    ]);
  });
});
