import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPath, parsePath, type PathStep } from "../../config/path";

describe("paths into a stack file", () => {
  it.each<[PathStep[], string]>([
    [["groundwork:hosting", "name"], "groundwork:hosting.name"],
    [
      ["groundwork:hosting", "domains", "app.example.com", "redirect"],
      'groundwork:hosting.domains["app.example.com"].redirect',
    ],
    [["groundwork:policy", "waivers", 0, "rule"], "groundwork:policy.waivers[0].rule"],
    [["groundwork:hosting", "variables", 'A"B'], 'groundwork:hosting.variables["A\\"B"]'],
    [["groundwork:hosting", ""], 'groundwork:hosting[""]'],
    [["a.b"], '["a.b"]'],
    [[], ""],
  ])("write %j as %s and read it back", (steps, path) => {
    expect(formatPath(steps)).toBe(path);
    expect(parsePath(path)).toEqual(steps);
  });

  it("come back unchanged whatever the keys are", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.nat(99))), (steps) => {
        expect(parsePath(formatPath(steps))).toEqual(steps);
      }),
    );
  });

  it.each(["a[", "a[x]", 'a["x', "a..b[", "]"])("take %j, which is no path, as one key", (text) => {
    expect(parsePath(text)).toEqual([text]);
  });
});
