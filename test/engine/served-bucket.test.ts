import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apply } from "./support/apply";
import { type ScratchProject, scratchProject } from "./support/scratch-project";
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
beforeAll(() => {
  project = scratchProject();
  addSmallStack(project, { storage, dns });
});
afterAll(() => project.remove());

// Requirement: STOR-05
describe("a bucket that CloudFront serves, on the engine", () => {
  it("comes up with its certificate before its distribution, and stays as it is", async () => {
    await apply(project, stack);
    const ledger = await project.run(["sandbox", "ledger", "--format", "json"]);
    for (const type of ["acm/certificate:", "cloudfront/distribution:", "OriginAccessControl"]) {
      expect(ledger.stdout).toContain(type);
    }
    expect(Object.keys(await project.planned(stack))).toEqual(["same"]);
  });

  it("goes with everything that it brought", async () => {
    const gone = await project.run(["destroy", stack, "--sandbox", "--quiet", "--yes"]);
    expect(gone.code, gone.stderr).toBe(0);
  });
});
