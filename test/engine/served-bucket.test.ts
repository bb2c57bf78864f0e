import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Finished, type ScratchProject, scratchProject } from "./support/scratch-project";
import { addSmallStack, smallStack as stack } from "./support/small-stack";

const storage = {
  buckets: {
    assets: {
      vendor: "s3",
      name: "shop-assets-dev",
      purpose: "assets",
      distribution: { host: "assets.shop.example" },
    },
  },
};
const dns = { zone: { name: "shop.example", id: "Z0123456789ABCDEFGHIJ" } };

let project: ScratchProject;
let first: Finished;
beforeAll(async () => {
  project = scratchProject();
  addSmallStack(project, { storage, dns });
  first = await project.run(["up", stack, "--sandbox", "--quiet"]);
});
afterAll(() => project.remove());

// Requirement: STOR-05
describe("a bucket that CloudFront serves, on the engine", () => {
  it("comes up with its certificate before its distribution, and stays as it is", async () => {
    expect(first.code, first.stderr).toBe(0);
    const ledger = await project.run(["sandbox", "ledger", "--format", "json"]);
    for (const type of ["acm/certificate:", "cloudfront/distribution:", "OriginAccessControl"]) {
      expect(ledger.stdout).toContain(type);
    }
    const again = await project.run(["up", stack, "--sandbox", "--format", "json"]);
    expect(again.code, again.stderr).toBe(0);
    const { steps } = JSON.parse(again.stdout) as { steps: { op: string }[] };
    expect(steps.filter(({ op }) => op !== "same")).toEqual([]);
  });

  it("goes with everything that it brought", async () => {
    const gone = await project.run(["destroy", stack, "--sandbox", "--quiet", "--yes"]);
    expect(gone.code, gone.stderr).toBe(0);
  });
});
