import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createPlaces, parseStack } from "../../offline/places";
import { failureOf, fixtureFolder, lineOf, projectDir } from "./support";

const folder = mkdtempSync(path.join(tmpdir(), "places-"));
const fixtures = fixtureFolder();
afterAll(() => {
  rmSync(folder, { recursive: true });
  fixtures.remove();
});

describe("frames of a stack", () => {
  it("are read with and without a function name, as path and as URL", () => {
    const stack = [
      "Error: at no (place:1:2)",
      "    at new Web (/a b/c.cjs:12:34)",
      "    at async Promise.all (index 0)",
      "    at Array.map (<anonymous>)",
      "    at /d/e.cjs:5:6",
      "    at async file:///f/g.mjs:7:8",
      "    at node:internal/main/run_main_module:28:49",
      "    at Module._load (node:internal/modules/cjs/loader:1:1)",
    ].join("\n");
    expect(parseStack(stack)).toEqual([
      { file: "/a b/c.cjs", line: 12, column: 34 },
      { file: "/d/e.cjs", line: 5, column: 6 },
      { file: "/f/g.mjs", line: 7, column: 8 },
    ]);
  });
});

describe("a place", () => {
  it("is the compiled file's own where there is no source map", () => {
    const program = path.join(folder, "plain.cjs");
    writeFileSync(program, "one();\ntwo();\n");
    const places = createPlaces(program, folder);
    const frames = [{ file: "/elsewhere.js", line: 1, column: 1 }, at(program, 2, 1)];
    expect(places.of(frames)).toEqual({ file: "plain.cjs", line: 2, column: 1 });
  });

  it("is not known when no frame is the user's", () => {
    const program = path.join(folder, "none.cjs");
    writeFileSync(program, "");
    const frames = [undefined, at("/usr/lib/x.js", 1, 1)];
    expect(createPlaces(program, folder).of(frames)).toBeUndefined();
  });

  it("skips constructors that stand on the call of their base class", () => {
    const program = path.join(folder, "super.cjs");
    writeFileSync(program, "    super (name);\n    superb(name);\n");
    const places = createPlaces(program, folder);
    expect(places.of([at(program, 1, 5), at(program, 2, 5)])).toMatchObject({ line: 2 });
  });

  it("is no file of a package, even when it was bundled into the program", () => {
    const program = path.join(folder, "bundled.cjs");
    const map = {
      version: 3,
      file: "bundled.cjs",
      sources: ["node_modules/lib/index.js", "own.ts"],
      names: [],
      mappings: "AAAA;ACAA",
    };
    writeFileSync(program, "lib();\nown();\n//# sourceMappingURL=bundled.cjs.map\n");
    writeFileSync(`${program}.map`, JSON.stringify(map));
    const places = createPlaces(program, folder);
    expect(places.of([at(program, 1, 1), at(program, 2, 1)])).toEqual({
      file: "own.ts",
      line: 1,
      column: 1,
    });
  });

  it("is found through an inline source map as through one beside the program", async () => {
    const program = fixtures.compile("throws", "inline");
    const error = await failureOf(program, { config: { "shop:way": "constructor" } });
    expect(error.problems[0]?.where).toMatchObject({
      file: "test/offline/fixtures/throws.ts",
      line: lineOf("throws", "thrown in a constructor"),
    });
  });

  it("is taken as it comes where Node has mapped the frame already", () => {
    const program = fixtures.compile("throws");
    const source = path.join(projectDir, "test/offline/fixtures/throws.ts");
    expect(createPlaces(program, projectDir).of([at(source, 3, 4)])).toEqual({
      file: "test/offline/fixtures/throws.ts",
      line: 3,
      column: 4,
    });
  });
});

function at(file: string, line: number, column: number) {
  return { file, line, column };
}
