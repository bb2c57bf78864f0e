import { describe, expect, it } from "vitest";
import { withKeeper } from "../../config/edit-keeper";
import { readStackFile } from "../../config/stack-file";
import { UserError } from "../../core/errors";
import { stacks, textOf } from "./support";

const edit = (text: string, secret = "A", keeper = "2027-01-31") =>
  withKeeper({ text, file: "Pulumi.dev.yaml", project: "groundwork", secret }, keeper);

describe("withKeeper", () => {
  it.each(stacks)("changes one line of Pulumi.%s.yaml, and keeps its comment", (stack) => {
    const before = textOf(`Pulumi.${stack}.yaml`).split("\n");
    const after = edit(before.join("\n"), "JWT_SECRET").split("\n");
    expect(after).toHaveLength(before.length);
    const changed = after.filter((line, i) => line !== before[i]);
    expect(changed).toEqual(['      keeper: "2027-01-31" # another day makes another value']);
    const { config } = readStackFile(after.join("\n"), `Pulumi.${stack}.yaml`, "groundwork");
    expect(JSON.parse(config["groundwork:secretRegistry"] ?? "")).toMatchObject({
      JWT_SECRET: { keeper: "2027-01-31" },
      CRON_SECRET: { keeper: "2026-11-01" },
    });
  });

  it.each([
    [
      "a line of its own",
      "{\n    A:\n      owner: a # who\n",
      '    A:\n      keeper: "2027-01-31"\n      owner: a # who\n',
    ],
    ["a key in braces", "    A: { owner: a }\n", '    A: { keeper: "2027-01-31", owner: a }\n'],
    [
      "an unquoted day",
      "    A:\n      keeper: 2026-11-01\n",
      '    A:\n      keeper: "2027-01-31"\n',
    ],
    ["a quoted text", "    A: { keeper: 'x' } # y\n", '    A: { keeper: "2027-01-31" } # y\n'],
  ])("writes the keeper where the file has, or lacks, %s", (_, entry, wanted) => {
    const head = "config:\n  groundwork:secretRegistry:\n";
    expect(edit(head + entry.replace(/^\{\n/, ""))).toBe(head + wanted);
  });

  it("quotes what YAML would read as something else", () => {
    const text = "config:\n  groundwork:secretRegistry:\n    A: { keeper: x }\n";
    expect(edit(text, "A", 'a "b": c')).toContain(String.raw`{ keeper: "a \"b\": c" }`);
  });

  it.each([
    ["an alias", "config:\n  a:b: &x { owner: a }\n  groundwork:secretRegistry:\n    A: *x\n"],
    ["no such secret", "config:\n  groundwork:secretRegistry:\n    B: { owner: a }\n"],
    ["no registry", "config:\n  a:b: c\n"],
  ])("refuses to guess where the file has %s", (_, text) => {
    expect(() => edit(text)).toThrow(UserError);
    expect(() => edit(text)).toThrow('write keeper: "2027-01-31" by hand');
  });
});
