import { describe, expect, it } from "vitest";
import { matchesRef } from "../../../../policies/lib/repository/ref-pattern";

describe("matchesRef", () => {
  it.each([
    ["main", "main"],
    ["ma*", "main"],
    ["*", "main"],
    ["m?in", "main"],
    ["[lm]ain", "main"],
    ["[a-m]ain", "main"],
    ["[!x]ain", "main"],
    ["releases/*", "releases/1.2"],
    ["releases/**/*", "releases/1/2/3"],
    ["releases/**/*", "releases/1"],
    ["**/main", "refs/heads/main"],
    ["refs/heads/*", "refs/heads/main"],
    ["v1.2+[x", "v1.2+[x"],
    ["[\\^]", "^"],
  ])("%s matches %s", (pattern, name) => {
    expect(matchesRef(pattern, name)).toBe(true);
  });

  it.each([
    ["main", "mainline"],
    ["main", "not/main"],
    ["ma*", "ma/in"],
    ["*", "feature/x"],
    ["**", "feature/x"],
    ["m?in", "m/in"],
    ["[!m]ain", "main"],
    ["[z-a]ain", "main"],
    ["m.in", "main"],
    ["main", "refs/heads/main"],
    ["*", "two\nlines/x"],
  ])("%s does not match %s", (pattern, name) => {
    expect(matchesRef(pattern, name)).toBe(false);
  });
});
