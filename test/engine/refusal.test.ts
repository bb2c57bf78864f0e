import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ScratchProject, scratchProject } from "./support/scratch-project";
import { addSmallStack, smallStack as stack, smallStackFile as file } from "./support/small-stack";

let project: ScratchProject;
beforeAll(() => {
  project = scratchProject();
  addSmallStack(project, { hosting: { headers: { strictTransportSecurity: false } } });
});
afterAll(() => project.remove());

const line = () =>
  project
    .read(file)
    .split("\n")
    .findIndex((text) => text.includes("strictTransportSecurity")) + 1;

describe("a stack with HSTS turned off", () => {
  // A preview says what the preview of an update says.
  it.each([
    ["check", ["check", stack]],
    ["up", ["up", stack, "--sandbox"]],
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
          `Pulumi\\.trial\\.yaml:${line()} groundwork:hosting\\.headers\\.strictTransportSecurity`,
        ),
      );
    },
  );

  it("is refused before anything is made", async () => {
    const ledger = await project.run(["sandbox", "ledger", "--log", "--format", "json"]);
    expect(JSON.parse(ledger.stdout)).toEqual({ objects: [], operations: [] });
  });
});
