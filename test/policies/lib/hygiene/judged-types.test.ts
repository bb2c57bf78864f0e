import { beforeAll, describe, expect, it } from "vitest";
import { statefulTypes } from "../../../../catalogue/stateful";
import { catalogue } from "../../../../policies/catalogue";
import { isAccountedFor, nothingToJudge } from "../../../../policies/lib/hygiene/judged-types";
import { providerTypes } from "../../../../policies/lib/provider-types";
import type { Rule, StackRule } from "../../../../policies/rule";
import { run } from "../../../../policies/run";
import type { StackView } from "../../../../policies/stack-view";
import { tiers } from "../../../../core/profile";
import { type Declared, declaredStacks } from "../../../repo/support/stacks";
import { recovery } from "../../support/recovery";
import { profile, resource } from "../../support/stack";

/* Which types rules ask for, seen while they judge: the table is to say no more and no less. */

const asked = new Set<string>();

/** The same view, which notes what it is asked for. */
const noting = (stack: StackView): StackView => ({
  ...stack,
  ofType: (type) => stack.ofType(asked.add(type) && type),
  dependents: (target, type, property) =>
    stack.dependents(target, asked.add(type) && type, property),
});

/** The same rule, whose questions are noted. */
const noted = (rule: Rule): Rule => (isStackRule(rule) ? notedStackRule(rule) : rule);
const isStackRule = (rule: Rule): rule is StackRule => rule.appliesTo === "stack";

function notedStackRule(rule: StackRule): StackRule {
  const check: StackRule["check"] = (stack, context) => rule.check(noting(stack), context);
  return { ...rule, check };
}

let declared: Declared;
beforeAll(async () => {
  declared = await declaredStacks();
  const one = [
    ...Object.entries(providerTypes).map(([name, type]) => resource(type, name, {})),
    recovery({ objectives: { database: { rpoMinutes: 60 } } }),
  ];
  const clock = new Date("2026-11-21T12:00:00Z");
  for (const stack of tiers) {
    for (const resources of [declared[stack], [profile({ tier: stack }), ...one], []])
      run({ resources, stack, clock, rules: catalogue.map(noted) });
  }
  for (const { appliesTo } of catalogue)
    if (typeof appliesTo !== "string") for (const type of appliesTo) asked.add(type);
}, 120_000);

/** Not asked for by type: a rule comes to it from what a property was computed from. */
const foundThroughOthers: readonly string[] = [providerTypes.awsKeyAlias];

const isOfProvider = (type: string) => type.includes("/");

describe("the types that rules judge", () => {
  it("are all asked for by some rule", () => {
    const silent = Object.values<string>(providerTypes).filter((type) => !asked.has(type));
    expect(silent).toEqual(foundThroughOthers);
  });

  it("are all that rules ask for", () => {
    const strange = [...asked].filter(isOfProvider).filter((type) => !isAccountedFor(type));
    expect(strange).toEqual([]);
  });

  it("are not among those that need no rule", () => {
    const both = Object.keys(nothingToJudge).filter((type) => asked.has(type));
    expect(both.filter((type) => !Object.hasOwn(statefulTypes, type))).toEqual([]);
  });
});
