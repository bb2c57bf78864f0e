import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findProject, stackFileOf } from "../../cli/project";
import { UserError } from "../../core/errors";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(os.tmpdir(), "project-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(...names: string[]) {
  for (const name of names) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), "name: shop\n");
  }
}

describe("findProject", () => {
  it("finds the project of the folder, with its stacks sorted", () => {
    write("Pulumi.yaml", "Pulumi.prod.yaml", "Pulumi.dev.yaml", "package.json");
    expect(findProject(folder)).toEqual({ root: folder, name: "shop", stacks: ["dev", "prod"] });
  });

  it("looks upwards", () => {
    write("Pulumi.yaml", "apps/web/index.ts");
    expect(findProject(path.join(folder, "apps/web")).root).toBe(folder);
  });

  it("looks into infra/ of each folder on the way", () => {
    write("infra/Pulumi.yaml", "apps/web/index.ts");
    expect(findProject(path.join(folder, "apps/web")).root).toBe(path.join(folder, "infra"));
  });

  it("prefers the nearest", () => {
    write("Pulumi.yaml", "infra/Pulumi.yaml");
    expect(findProject(path.join(folder, "infra")).root).toBe(path.join(folder, "infra"));
  });

  it("refuses a project without a name, naming the file", () => {
    writeFileSync(path.join(folder, "Pulumi.yaml"), "runtime: nodejs\n");
    expect(() => findProject(folder)).toThrow(/Pulumi\.yaml name: no project name/);
  });
});

describe("stackFileOf", () => {
  const project = { root: "/work/shop", name: "shop", stacks: ["dev", "prod"] };

  it("answers the stack's file", () => {
    expect(stackFileOf(project, "prod")).toBe("/work/shop/Pulumi.prod.yaml");
  });

  it("refuses an unknown stack with the list of those there are", () => {
    expect(() => stackFileOf(project, "qa")).toThrow(
      new UserError(
        [
          {
            where: { file: "/work/shop/Pulumi.qa.yaml" },
            found: 'no stack named "qa"',
            allowed: "one of dev, prod",
            fix: "name one of these, or write Pulumi.qa.yaml",
          },
        ],
        2,
      ),
    );
  });
});
