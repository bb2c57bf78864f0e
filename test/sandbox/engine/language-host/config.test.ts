import { describe, expect, test } from "vitest";
import { configVariable } from "../../../../sandbox/engine/language-host/config";

describe("the configuration variable", () => {
  test("has the long form of every key", () => {
    const entries: [string, string][] = [
      ["groundwork:stack", '{"tier":"dev"}'],
      ["aws:config:region", "eu-central-1"],
    ];
    expect(JSON.parse(configVariable(entries))).toEqual({
      "groundwork:config:stack": '{"tier":"dev"}',
      "aws:config:region": "eu-central-1",
    });
  });

  test("is an empty object without configuration", () => {
    expect(configVariable([])).toBe("{}");
  });

  test.each(["alone", "a:b:c", "a:config:b:c"])("the key %j is refused", (key) => {
    expect(() => configVariable([[key, "x"]])).toThrow(`could not parse ${key}`);
  });
});
