import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Relative,
  componentIn,
  componentsAmong,
  fits,
  isWide,
  meansResource,
} from "../../../policies/waivers/target";

const urn = "urn:pulumi:prod::groundwork::groundwork:hosting:HostingProject$a:b/c:C::web-headers";
const none = () => [];

describe("fits", () => {
  it.each([
    ["web", "web", true],
    ["web", "web-1", false],
    ["web", "Web", false],
    ["web*", "web", true],
    ["web*", "my-web", false],
    ["*web", "my-web", true],
    ["*web", "web-1", false],
    ["*", "", true],
    ["a*a", "a", false],
    ["a*a", "aa", true],
    ["a*b*c", "abc", true],
    ["a*b*c", "a-b-b-c", true],
    ["a*b*c", "acb", false],
    ["a*bc*c", "abc", false],
    ["a**c", "abc", true],
    ["ab*bc", "abc", false],
    ["a.c*", "abc", false],
    ["*a*b*", "ba", false],
  ])("answers for %s and %s: %s", (pattern, text, expected) => {
    expect(fits(pattern, text)).toBe(expected);
  });

  it("agrees with a regular expression on every pattern and text", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 8 });
    const texts = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 });
    fc.assert(
      fc.property(letters, texts, (pattern, text) => {
        expect(fits(pattern, text)).toBe(
          new RegExp(`^${pattern.replace(/\*+/g, ".*")}$`).test(text),
        );
      }),
    );
  });
});

describe("meansResource", () => {
  it.each([
    [urn, true],
    [`${urn}-2`, false],
    ["web-headers", true],
    ["web", false],
    ["*-headers", true],
    ["urn:pulumi:prod::*::web-headers", true],
    ["urn:pulumi:dev::*::web-headers", false],
    // A pattern for URNs means no name, and one for names no URN.
    ["*HostingProject*", false],
    ["component:web", false],
  ])("takes %s for it: %s", (target, expected) => {
    expect(meansResource(target, urn, none)).toBe(expected);
  });

  it("takes a component by its very name", () => {
    const componentsOf = (one: string) => (one === urn ? ["web", "all"] : []);
    expect(meansResource("component:web", urn, componentsOf)).toBe(true);
    expect(meansResource("component:all", urn, componentsOf)).toBe(true);
    expect(meansResource("component:we*", urn, componentsOf)).toBe(false);
    expect(meansResource("component:web-headers", urn, componentsOf)).toBe(false);
  });
});

describe("componentIn", () => {
  it("is the name after the word, and nothing for other targets", () => {
    expect(componentIn("component:web")).toBe("web");
    expect(componentIn("component:")).toBe("");
    expect(componentIn("web")).toBeUndefined();
  });
});

describe("isWide", () => {
  it.each([
    ["*", true],
    ["**", true],
    ["we*", true],
    ["*w*e*", true],
    ["web*", false],
    ["w*e*b", false],
    ["we", false],
    ["component:*", false],
    ["urn:*", true],
    ["urn:pulumi:prod::*", true],
    ["urn:pulumi:prod::groundwork::a:b/c:C::*", true],
    ["urn:pulumi:prod::groundwork::a:b/c:C::we*", true],
    ["urn:pulumi:prod::groundwork::*::web", false],
    [urn, false],
  ])("answers for %s: %s", (target, expected) => {
    expect(isWide(target)).toBe(expected);
  });
});

describe("componentsAmong", () => {
  const relatives: Record<string, Relative> = {
    stack: { type: "pulumi:pulumi:Stack", name: "groundwork-prod", component: true },
    web: {
      type: "groundwork:hosting:HostingProject",
      name: "web",
      component: true,
      parent: "stack",
    },
    project: { type: "v:i/p:P", name: "web-project", component: false, parent: "web" },
    route: { type: "v:i/r:R", name: "web-route", component: false, parent: "project" },
    one: { type: "x:y:Z", name: "one", component: true, parent: "other" },
    other: { type: "x:y:Z", name: "other", component: true, parent: "one" },
  };
  const componentsOf = componentsAmong((urn) => relatives[urn]);

  it.each([
    ["route", ["web"]],
    ["web", ["web"]],
    ["stack", []],
    ["nowhere", []],
    ["one", ["one", "other"]],
  ])("finds for %s %j", (urn, expected) => {
    expect(componentsOf(urn)).toEqual(expected);
  });
});
