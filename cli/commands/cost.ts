import type { PriceVendor } from "../../catalogue/prices/price";
import { savings } from "../../cost/advice/savings";
import { type Context, type ExitCode, projectOf } from "../context";
import { deployedResources } from "../costs/deployed";
import { estimatedStack } from "../costs/estimated";
import type { Actual, Adapter, Fetch, NotRead } from "../costs/review/adapter";
import { allAdapters } from "../costs/review/adapters";
import { awsAdapter, type AwsCli } from "../costs/review/adapters/aws";
import { givenActuals } from "../costs/review/given";
import { holding } from "../costs/review/holds";
import { reviewJson } from "../costs/review/json";
import { monthOf, monthWords } from "../costs/review/month";
import { projectRefOf } from "../costs/review/project-ref";
import { readActuals } from "../costs/review/read";
import { reviewOf } from "../costs/review/review";
import { reviewText } from "../costs/review/text";
import { runProgram } from "../operations/ops/programs";
import { programBundle } from "../program-bundle";
import { say } from "../view/say";

export interface CostFlags {
  /** `2026-10`; left out, the last whole month. */
  month?: string;
  /** `aws=61.20`: sums of invoices, where nobody is asked. */
  actual: readonly string[];
  projectRef?: string;
  /** Cost Explorer is asked, which costs 0.01 USD. @default false */
  askAws?: boolean;
}

/** Whom to ask, and by what. */
export interface Asking {
  adapters: readonly Adapter[];
  fetch: Fetch;
  aws: AwsCli;
}

// Requirement: COST-02, COST-03
/** The month's review of a stack: estimate, bills, drift and advice. Exit code 1 where a bill is above the budget. */
export async function cost(
  context: Context,
  stack: string,
  flags: CostFlags,
  { adapters, fetch, aws }: Asking = everybody(context),
): Promise<ExitCode> {
  const project = projectOf(context);
  const month = monthOf(flags.month, context.clock());
  const given = givenActuals(flags.actual, month);
  const program = await programBundle(context, project);
  const { costed, estimate, input } = await estimatedStack({ project, program }, stack);
  const { product, tier } = input.settings.stack;
  const paid = flags.askAws ? [awsAdapter(aws, { product, tier })] : [];
  const asked = [...adapters, ...paid].filter(({ vendor }) => !given.has(vendor));
  const { share, countedBy } = costed.costs;
  const read = await readActuals(asked, fetch, {
    ...{ env: context.env, month, share, countedBy },
    projectRef: () =>
      projectRefOf(flags.projectRef, () =>
        deployedResources({ context, project, stack, sandbox: false }),
      ),
  });
  const review = reviewOf({
    ...{ stack, month: monthWords(month), estimate, budget: input.settings.budget },
    actuals: new Map<PriceVendor, Actual | NotRead>([...read, ...given]),
    covers: new Map(asked.map(({ vendor, covers }) => [vendor, covers])),
    savings: savings(costed, holding(costed, context.clock())),
  });
  say(context, reviewText(review), reviewJson(review));
  return review.limits.some(({ state }) => state === "above") ? 1 : 0;
}

function everybody({ cwd, env }: Context): Asking {
  return {
    adapters: allAdapters(),
    fetch: globalThis.fetch,
    aws: (args) => runProgram("aws", args, { cwd, env }),
  };
}
