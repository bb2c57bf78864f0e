import { describe, expect, test } from "vitest";
import manifest from "../../../package.json";
import { compareVersions, ENGINE_VERSION, versionIn } from "../../../sandbox/engine/versions";

describe("versions", () => {
  test("the engine is that of the npm packages", () => {
    expect([ENGINE_VERSION, ENGINE_VERSION]).toEqual([
      manifest.dependencies.pulumi,
      manifest.dependencies["@pulumi/pulumi"],
    ]);
  });

  test.each([
    ["v3.259.0", "3.259.0"],
    ["go version go1.26.8 linux/amd64", "1.26.8"],
    ["go1.25", "1.25"],
    ["git version 2.39.5", "2.39.5"],
    ["none", undefined],
  ])("%j holds %j", (text, version) => {
    expect(versionIn(text)).toBe(version);
  });

  test.each([
    ["3.250.0", "3.250.0", 0],
    ["3.249.9", "3.250.0", -1],
    ["3.1000.0", "3.250.0", 1],
    ["1.26", "1.25.11", 1],
    ["4.0.0", "3.999.9", 1],
    ["1.25", "1.25.0", 0],
  ])("%s against %s", (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
  });
});
