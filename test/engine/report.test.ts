import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../../report/model";
import { type ScratchProject, scratchProject } from "./support/scratch-project";
import { addSmallStack, smallStack } from "./support/small-stack";

let project: ScratchProject;
beforeAll(() => {
  project = scratchProject();
  addSmallStack(project);
});
afterAll(() => project.remove());

/** What lies elsewhere in the project counts as part of the program. */
const reports = path.join(".groundwork", "reports");
const file = (folder: string, name = "report.json") =>
  path.join(project.root, reports, folder, smallStack, name);
const read = (folder: string) => JSON.parse(readFileSync(file(folder), "utf8")) as Report;
const run = (command: string, folder: string) =>
  project.run([command, smallStack, "--sandbox", "--report", path.join(reports, folder)]);

describe("the report of a run of the engine", () => {
  it("tells of a preview what would change, with the digest of its approval and the lines of the program", async () => {
    const { code, stdout } = await run("preview", "previewed");
    expect(code).toBe(0);
    const { run: told, results, changes, resources, costs } = read("previewed");
    const digest = /approved as ([0-9a-f]{12})/.exec(stdout)?.[1];
    expect(told).toMatchObject({ origin: "preview", stack: smallStack });
    expect(told.digest?.startsWith(digest ?? "none")).toBe(true);
    expect(told.engine).toMatch(/^v?3\./);
    expect(new Set(changes?.map(({ operation }) => operation))).toEqual(new Set(["create"]));
    const declared = resources.filter(({ type }) => !type.startsWith("pulumi:"));
    expect(changes?.map(({ urn }) => urn)).toEqual(declared.map(({ urn }) => urn));
    expect(results.length).toBeGreaterThan(100);
    expect(Number(costs?.total.expected)).toBeGreaterThan(0);
  });

  it("tells of an update what was approved for it", async () => {
    const { code } = await run("up", "updated");
    expect(code).toBe(0);
    const { run: told, verdict } = read("updated");
    expect(told).toMatchObject({ origin: "up", digest: read("previewed").run.digest });
    expect(verdict).not.toBe("broken");
    expect((await project.run(["verify", path.dirname(file("updated"))])).code).toBe(0);
  });

  it("is made of another preview, and of what is deployed, and each run is on record", async () => {
    for (const from of ["preview", "state"]) {
      const out = ["--sandbox", "--from", from, "--out", path.join(reports, `from-${from}`)];
      const { code } = await project.run(["report", smallStack, ...out]);
      expect(code).toBeLessThan(2);
    }
    expect(read("from-preview")).toMatchObject({ run: { origin: "preview" }, changes: [] });
    const deployed = read("from-state");
    expect(deployed.run.origin).toBe("state");
    const urns = ({ resources }: Report) =>
      resources.filter(({ custom, type }) => custom && !/^(pulumi|random):/.test(type)).length;
    expect(urns(deployed)).toBe(urns(read("updated")));
    const { stdout } = await project.run(["report", smallStack, "--history", "--format", "json"]);
    const { stacks } = JSON.parse(stdout) as { stacks: { runs: { origin: string }[] }[] };
    expect(stacks[0]?.runs.map(({ origin }) => origin)).toEqual([
      "preview",
      "up",
      "preview",
      "state",
    ]);
  });

  it("is written of an update that fails too, and says where it stopped", async () => {
    project.edit(`Pulumi.${smallStack}.yaml`, /name: shop\n/, "name: shop-two\n");
    const armed = "sandbox fault arm fail vercel:index/project:Project --operation update";
    expect((await project.run(armed.split(" "))).code).toBe(0);
    const { code } = await run("up", "failed");
    expect(code).toBe(2);
    expect(existsSync(file("failed", "summary.md"))).toBe(true);
    const { run: told, verdict, changes } = read("failed");
    expect([told.origin, verdict]).toEqual(["up", "broken"]);
    expect(told.stopped).toContain("vercel Project");
    expect(changes?.some(({ operation, failed }) => operation === "update" && failed)).toBe(true);
  });
});
