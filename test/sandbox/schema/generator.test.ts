import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { servedPackages } from "../../../sandbox/check/coverage";
import { sdkPackages } from "../../../scripts/sandbox-schema/packages";
import { sandboxSchemas } from "../../../scripts/sandbox-schema/main";

const projectDir = join(__dirname, "../../..");
let generated: Map<string, string>;

beforeAll(() => {
  generated = sandboxSchemas(projectDir);
}, 60_000);

describe("the committed schemas", () => {
  it.each(sdkPackages)("are what the generator reads from the installed SDK: $name", ({ name }) => {
    const committed = readFileSync(join(projectDir, `sandbox/schema/${name}.json`), "utf8");
    expect(generated.get(`${name}.json`) === committed).toBe(true);
  });

  it("are all that the generator writes, one for each package that is served", () => {
    expect([...generated.keys()]).toEqual(servedPackages.map((name) => `${name}.json`));
  });
});

describe("a generated schema", () => {
  it("is JSON with one line for each type", () => {
    for (const text of generated.values()) {
      const schema = JSON.parse(text) as Record<string, object>;
      const entries = ["resources", "types", "functions"].flatMap((section) =>
        Object.keys(schema[section] ?? {}),
      );
      const lines = text.split("\n");
      for (const name of entries) {
        const own = lines.filter((line) => line.startsWith(`${JSON.stringify(name)}:`));
        expect(own).toHaveLength(1);
      }
    }
  });

  it("names nothing that the machine decides", () => {
    for (const text of generated.values()) expect(text).not.toContain(projectDir);
  });

  it("describes every object that a property refers to", () => {
    for (const [file, text] of generated) {
      const { types } = JSON.parse(text) as { types: object };
      const referred = [...text.matchAll(/\{"ref":"([A-Z][^"]*|\w+\/[^"]+)"\}/g)].map(
        ([, name]) => name ?? "",
      );
      expect([file, referred.filter((name) => !(name in types))]).toEqual([file, []]);
    }
  });
});
