import { describe, expect, it } from "vitest";
import type { PropertyMap } from "../../core/value";
import { stackRules } from "../../policies/families/stack";
import type { Rule } from "../../policies/rule";
import { hstsMaxAge } from "../../policies/rules/headers/hsts-max-age";
import { hstsPresent } from "../../policies/rules/headers/hsts-present";
import { run } from "../../policies/run";
import { isFinding } from "../../policies/verdict";
import { profile, root, today } from "./support/stack";
import { goodWaiver, withoutHsts } from "./support/waivers";

describe("rules that somebody else judges", () => {
  const judged = (changes: PropertyMap, elsewhere: readonly Rule[]) =>
    run({
      resources: [root, profile(changes)],
      stack: "prod",
      clock: today,
      rules: stackRules,
      elsewhere,
    })
      .filter(isFinding)
      .map(({ rule, property }) => `${rule} ${property}`);
  const waivers = [{ ...goodWaiver, expires: "2026-12-31" }];
  const rules = { "hsts-max-age": { minSeconds: 60 } };

  it("have waivers that may cover nothing here, and options that are read all the same", () => {
    expect(judged({ waivers }, [hstsPresent])).toEqual([]);
    expect(judged({ rules }, [hstsMaxAge])).toEqual([
      "floors-not-loosened rules.hsts-max-age.minSeconds",
    ]);
  });

  it("are unknown where nobody names them", () => {
    expect(judged({ waivers }, [])).toEqual(["waiver-rule-known waivers[0]"]);
    expect(judged({ rules }, [])).toEqual(["rule-options-known rules.hsts-max-age"]);
  });

  it("are not judged", () => {
    const results = run({
      resources: withoutHsts,
      stack: "prod",
      clock: today,
      rules: [],
      elsewhere: [hstsPresent],
    });
    expect(results).toEqual([]);
  });
});
