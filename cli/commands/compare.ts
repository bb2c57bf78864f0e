import { UserError } from "../../core/errors";
import { type Context, type ExitCode, projectOf } from "../context";
import { choiceOf } from "../costs/compare/axes";
import { type Comparison, comparisons } from "../costs/compare/compared";
import { comparisonCsv } from "../costs/compare/csv";
import { comparisonJson } from "../costs/compare/json";
import { comparisonMarkdown } from "../costs/compare/markdown";
import { comparisonText } from "../costs/compare/text";
import { programBundle } from "../program-bundle";
import { toJson } from "../view/json";
import type { EstimateFlags } from "./estimate";

// Requirement: COST-01, CONF-02
/**
 * Runs the program of each stack once for each vendor and says what the stack would cost with it. What a vendor cannot do is
 * no error here: it is told in the table. Exit code 1 only where the stack file itself is wrong.
 */
export async function compare(
  context: Context,
  stacks: readonly string[],
  { compare: given = [], set, verbose, against }: EstimateFlags,
): Promise<ExitCode> {
  if (against !== undefined) throw besideAgainst;
  const choices = given.map(choiceOf);
  const project = projectOf(context);
  const names = stacks.length > 0 ? stacks : project.stacks;
  const compiled = { project, program: await programBundle(context, project) };
  const progress = context.terminal.progress(`compare ${names.join(", ")}`);
  const all: Comparison[] = [];
  try {
    for (const stack of names) {
      progress.update(`compare ${stack}`);
      all.push(...(await comparisons(compiled, stack, { choices, set })));
    }
  } catch (error) {
    progress.fail();
    throw error;
  }
  progress.done();
  context.terminal.out(forms[context.format](all, verbose));
  return 0;
}

const besideAgainst = new UserError(
  [
    {
      where: { path: "--compare" },
      found: "--against beside it",
      allowed: "one of them: vendors are compared with what the stack file says",
      fix: "leave --against out",
    },
  ],
  2,
);

const forms: Readonly<
  Record<Context["format"], (all: readonly Comparison[], verbose: boolean) => string>
> = {
  text: comparisonText,
  json: (all) => toJson(comparisonJson(all)),
  csv: (all) => comparisonCsv(all),
  markdown: (all) => comparisonMarkdown(all),
};
