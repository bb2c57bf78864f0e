import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RuleResult } from "../../../core/finding";
import { isFinding, refuses } from "../../../policies/verdict";
import { companions } from "./companions";
import { type ExampleJudge, exampleJudge } from "./judge";
import { pagesOf, titleOf } from "./pages";

const refusing = (results: readonly RuleResult[]) => [
  ...new Set(results.filter(refuses).map(({ rule }) => rule)),
];

/** What refuses, and what the page's own rule tells where it only warns. */
const said = (results: readonly RuleResult[], rule: string) => {
  const warned = results.some((it) => it.rule === rule && isFinding(it) && !it.waiver);
  return [...new Set([...refusing(results), ...(warned ? [rule] : [])])].sort();
};

/** Runs the examples of a family's pages: in files of their own, since they take their time. */
export function describeExamples(family: string): void {
  let examples: ExampleJudge;
  beforeAll(() => void (examples = exampleJudge()));
  afterAll(() => examples.remove());

  describe.each(pagesOf(family).map((page) => [page.rule, page] as const))(
    "the page of %s",
    (rule, page) => {
      it.each(page.wrong.map((example) => [titleOf(example), example] as const))(
        "is right that %s is wrong, and only this rule says so",
        async (_text, example) => {
          const expected = [rule, ...(companions[rule] ?? [])].sort();
          expect(said(await examples.judge(example), rule)).toEqual(expected);
        },
      );

      it.each(page.right.map((example) => [titleOf(example), example] as const))(
        "is right that %s is right",
        async (_text, example) => {
          expect(said(await examples.judge(example), rule)).toEqual([]);
        },
      );
    },
  );
}
