import { expect, it } from "vitest";
import { childPath, pathText } from "../../core/property-path";

it("writes keys with dots in quotes", () => {
  expect(childPath("variables", "a.b")).toBe('variables["a.b"]');
  expect(childPath("variables", "A")).toBe("variables.A");
  expect(childPath("", "A")).toBe("A");
});

it("writes places in lists in brackets", () => {
  expect(pathText(["corsRules", 0, "allowedOrigins"])).toBe("corsRules[0].allowedOrigins");
  expect(pathText(["lists", 1, 2])).toBe("lists[1][2]");
});
