import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import * as prettier from "prettier";
import { describe, expect, it } from "vitest";
import { systemsPage } from "../../scripts/system-docs/page";
import { readSystems } from "../../scripts/system-docs/systems";

const root = path.join(__dirname, "../..");
const systems = readSystems(root);

describe("the table of systems", () => {
  it("has each of the 39 once", () => {
    const names = systems.map(({ system }) => system);
    expect(new Set(names).size).toBe(39);
    expect(names).toHaveLength(39);
  });

  it.each(systems.map((one) => [one.system, one.where] as const))(
    "names files of %s that are there",
    (_, where) => {
      expect(where.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
    },
  );

  it("never says nothing beside something", () => {
    const both = systems.filter(({ ways }) => ways.includes("nothing") && ways.length > 1);
    expect(both).toEqual([]);
  });

  it("is what the page shows, with a link for each file", async () => {
    const file = path.join(root, "docs/systems.md");
    const format = { ...(await prettier.resolveConfig(file)), filepath: file };
    const page = await prettier.format(systemsPage(systems), format);
    expect(readFileSync(file, "utf8")).toBe(page);
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, to = ""]) => to);
    expect(links.filter((to) => !existsSync(path.join(root, "docs", to)))).toEqual([]);
  });
});
