import { UserError } from "../../core/errors";
import { type Context, type ExitCode, projectOf } from "../context";
import { openOther, parseAgainst } from "../costs/against";
import { billCsv } from "../costs/csv";
import { billJson } from "../costs/json";
import { billMarkdown } from "../costs/markdown";
import { type StackBill, stackBill } from "../costs/bill";
import { estimateResults, isHeldToBudget } from "../costs/findings";
import { billText } from "../costs/text";
import { estimatedStack } from "../costs/estimated";
import { changesOf } from "../costs/what-if";
import { programBundle } from "../program-bundle";
import { judgeResults } from "../verdict";
import { toJson } from "../view/json";

export interface EstimateFlags {
  /** `state`, `state:FILE`, `stack:NAME`, `git:REV` or `file`. */
  against?: string;
  /** `database.instanceSize=large`: settings as if the stack file had them. */
  set: readonly string[];
  /** `hosting=vercel,netlify`: what the stack would cost with each of them. */
  compare?: readonly string[];
  /** Every resource and every assumption. */
  verbose: boolean;
  /** The deployed state is the sandbox's. */
  sandbox: boolean;
}

// Requirement: COST-01, COST-05
/** Runs the program of each stack in-process and says what it costs a month. Exit code 1 where a rule about estimates refuses that. */
export async function estimate(
  context: Context,
  stacks: readonly string[],
  flags: EstimateFlags,
): Promise<ExitCode> {
  const project = projectOf(context);
  const names = stacks.length > 0 ? stacks : project.stacks;
  const against = parseAgainst(flags.against, flags.set);
  const changes = flags.set.map(changesOf);
  const compiled = { project, program: await programBundle(context, project) };
  const bills: StackBill[] = [];
  const problems: UserError[] = [];
  const progress = context.terminal.progress(`estimate ${names.join(", ")}`);
  const other = openOther({ context, compiled, against, sandbox: flags.sandbox });
  try {
    for (const stack of names) {
      progress.update(`estimate ${stack}`);
      try {
        const { input, ...now } = await estimatedStack(compiled, stack, changes);
        const { resources } = now.costed;
        const judged = { stack, resources, input, isChanged: changes.length > 0 };
        const results = estimateResults(judged, context.clock());
        const { budget } = input.settings;
        const before = await other.of(stack);
        bills.push(stackBill({ ...now, budget, results }, { set: flags.set, before }));
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        problems.push(error);
      }
    }
  } finally {
    other.close();
  }
  if (problems.length > 0) {
    progress.fail();
    const worst = problems.some(({ exitCode }) => exitCode === 2) ? 2 : 1;
    throw new UserError(
      problems.flatMap((error) => error.problems),
      worst,
    );
  }
  progress.done();
  context.terminal.out(forms[context.format](bills, flags.verbose));
  return bills.some(isRefused) ? 1 : 0;
}

/** As the rules say, waivers included; where none held the sum to the budget, by the sum. */
function isRefused({ results, budget }: StackBill): boolean {
  if (judgeResults(results).exitCode === 1) return true;
  return budget.state === "above" && !isHeldToBudget(results);
}

const forms: Readonly<
  Record<Context["format"], (bills: readonly StackBill[], verbose: boolean) => string>
> = {
  text: billText,
  json: (bills) => toJson(billJson(bills)),
  csv: (bills) => billCsv(bills),
  markdown: (bills) => billMarkdown(bills),
};
