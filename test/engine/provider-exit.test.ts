import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { declaredInClouds, isOfManagementApi } from "./support/declared";
import { type ScratchProject, scratchProject } from "./support/scratch-project";
import { addSmallStack, smallStack as stack } from "./support/small-stack";

let project: ScratchProject;
beforeAll(() => {
  project = scratchProject({ checkpoints: true });
  addSmallStack(project);
});
afterAll(() => project.remove());

describe("a provider that exits in the middle of a call", () => {
  it("is named with exit code 2, and the next run works", async () => {
    await project.run(["sandbox", "fault", "arm", "exit", "vercel:index/project:Project"]);
    const failed = await project.run(["up", stack, "--sandbox"]);
    expect(failed.code).toBe(2);
    expect(failed.stdout).toMatch(
      /error: the vercel provider stopped answering at vercel Project web/,
    );

    const next = await project.run(["up", stack, "--sandbox"]);
    expect(next.code).toBe(0);
    const { stdout } = await project.run(["sandbox", "ledger", "--format", "json"]);
    const { objects } = JSON.parse(stdout) as { objects: { urn: string; type: string }[] };
    const declared = await declaredInClouds(project.root, stack);
    const made = objects.filter((it) => !isOfManagementApi(it)).map(({ urn }) => urn);
    expect(made.sort()).toEqual(declared);
  });
});
