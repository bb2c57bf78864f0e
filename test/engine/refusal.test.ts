import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ScratchProject, scratchProject } from "./support/scratch-project";

let project: ScratchProject;
beforeAll(() => {
  project = scratchProject();
  project.edit(
    "Pulumi.prod.yaml",
    /strictTransportSecurity: \{.*\}/,
    "strictTransportSecurity: false",
  );
});
afterAll(() => project.remove());

const line = () =>
  project
    .read("Pulumi.prod.yaml")
    .split("\n")
    .findIndex((text) => text.includes("strictTransportSecurity")) + 1;

describe("prod with HSTS turned off", () => {
  it.each([
    ["check", ["check", "prod"]],
    ["preview", ["preview", "prod", "--sandbox"]],
  ])(
    "is refused by %s, with rule, resource, found, wanted and the line of the file",
    async (_name, args) => {
      const { code, stdout } = await project.run(args);
      expect(code).toBe(1);
      expect(stdout).toContain("hsts-present on vercel ProjectRoute web-headers (mandatory, high)");
      expect(stdout).toMatch(/found +nothing/);
      expect(stdout).toMatch(/wanted +the header on every path/);
      expect(stdout).toMatch(
        new RegExp(
          `Pulumi\\.prod\\.yaml:${line()} groundwork:hosting\\.headers\\.strictTransportSecurity`,
        ),
      );
    },
  );

  it("is refused by up, which creates nothing", async () => {
    const { code, stdout } = await project.run(["up", "prod", "--sandbox"]);
    expect(code).toBe(1);
    expect(stdout).toContain("prod preview:");
    const ledger = await project.run(["sandbox", "ledger", "--log", "--format", "json"]);
    expect(JSON.parse(ledger.stdout)).toEqual({ objects: [], operations: [] });
  });
});
