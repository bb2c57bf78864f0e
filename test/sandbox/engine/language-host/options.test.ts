import { describe, expect, test } from "vitest";
import {
  parseOptions,
  typescriptVariables,
} from "../../../../sandbox/engine/language-host/options";

describe("runtime options", () => {
  test("no option means TypeScript, no arguments and the package manager of the lock file", () => {
    expect(parseOptions({})).toEqual({ typescript: true, nodeargs: "", packagemanager: "auto" });
  });

  test.each([
    [{ typescript: "yes" }, "typescript option must be a boolean"],
    [{ tsconfig: 1 }, "tsconfigpath option must be a string"],
    [{ nodeargs: ["--inspect"] }, "nodeargs option must be a string"],
    [{ packagemanager: true }, "packagemanager option must be a string"],
    [
      { packagemanager: "cargo" },
      'packagemanager option must be one of auto, npm, yarn, pnpm or bun, got "cargo"',
    ],
  ])("%j is refused", (options, message) => {
    expect(() => parseOptions(options)).toThrow(message);
  });

  test("TypeScript and its settings reach the runner as variables", () => {
    expect(typescriptVariables(parseOptions({ tsconfig: "other.json" }))).toEqual({
      PULUMI_NODEJS_TYPESCRIPT: "true",
      PULUMI_NODEJS_TSCONFIG_PATH: "other.json",
    });
  });

  test("without TypeScript its variable is absent", () => {
    expect(typescriptVariables(parseOptions({ typescript: false }))).toEqual({});
  });
});
