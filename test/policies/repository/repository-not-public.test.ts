import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { repositoryNotPublic as rule } from "../../../policies/rules/repository/repository-not-public";
import { declaredElsewhere, elsewhere, repository } from "../support/repository";
import { brief, judge } from "../support/stack";

// Requirement: COMP-03, REPO-19
describe(`${rule.id}: ${rule.title}`, () => {
  const ask = (changes: PropertyMap) => brief(judge(rule, [repository(changes)]));

  it.each(["private", "internal"])("holds for one that is %s", (visibility) => {
    expect(ask({ visibility })).toEqual([`pass app: ${rule.title}`]);
  });

  it("takes the old word for private", () => {
    expect(ask({ visibility: null, private: true })).toEqual([`pass app: ${rule.title}`]);
  });

  it.each([{ visibility: "public" }, { visibility: null }, { visibility: null, private: false }])(
    "reports %j",
    (changes) => {
      expect(ask(changes)).toEqual([
        "fail app: visibility: found public, wanted private or internal",
      ]);
    },
  );

  it("cannot tell when it is unknown", () => {
    expect(ask({ visibility: UNKNOWN })[0]).toMatch(/^unknown app: visibility/);
  });

  it("is asked of the stack alone that declares the repository", () => {
    expect(elsewhere(rule)).toEqual([declaredElsewhere]);
  });
});
