import { describe, expect, it } from "vitest";
import type { PropertyMap } from "../../core/value";
import { catalogue } from "../../policies/catalogue";
import { changeRules } from "../../policies/change-rules";
import { run } from "../../policies/run";
import { isFinding } from "../../policies/verdict";
import { profile, root, today } from "./support/stack";

const waiver = {
  rule: "stateful-kept",
  target: "db",
  reason: "the data was copied",
  owner: "platform-team",
  expires: "2026-06-30",
};

/** What the rules about the profile find, where nobody sees a preview. */
function found(changes: PropertyMap): string[] {
  const rules = catalogue.filter(({ appliesTo }) => appliesTo === "profile");
  const results = run({ resources: [root, profile(changes)], stack: "prod", clock: today, rules });
  return results.filter(isFinding).map(({ rule, property }) => `${rule} ${property}`);
}

describe("the rules about changes, where a stack is judged without a preview", () => {
  it("share no id with a rule of the catalogue", () => {
    const ids = new Set(catalogue.map(({ id }) => id));
    expect(changeRules.filter(({ id }) => ids.has(id))).toEqual([]);
  });

  it("are known to waivers, which may wait for their change", () => {
    expect(found({ waivers: [waiver] })).toEqual([]);
    expect(found({ waivers: [{ ...waiver, rule: "stateful-kep" }] })).toEqual([
      "waiver-rule-known waivers[0]",
    ]);
  });

  it("have waivers that end, and that must be whole", () => {
    expect(found({ waivers: [{ ...waiver, expires: "2026-06-14" }] })).toEqual([
      "waiver-not-expired waivers[0]",
    ]);
    expect(found({ waivers: [{ ...waiver, owner: "" }] })).toEqual([
      "waiver-well-formed waivers[0]",
    ]);
  });

  it("have options that are tightened, and never loosened or misspelt", () => {
    const deletes = (options: PropertyMap) => found({ rules: { "deletes-limited": options } });
    expect(deletes({ max: 20 })).toEqual([]);
    expect(deletes({ max: 0 })).toEqual([]);
    expect(deletes({ max: 21 })).toEqual(["floors-not-loosened rules.deletes-limited.max"]);
    expect(deletes({ most: 1 })).toEqual(["rule-options-known rules.deletes-limited.most"]);
    expect(deletes({ max: -1 })).toEqual(["rule-options-known rules.deletes-limited.max"]);
  });
});
