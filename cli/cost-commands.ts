import { type Command, InvalidArgumentError, Option } from "commander";
import { vendors } from "../catalogue/prices/price";
import { action } from "./action";
import type { CostFlags } from "./commands/cost";
import type { EstimateFlags } from "./commands/estimate";
import type { PricesFlags } from "./commands/prices";
import { billFormats } from "./context";
import { examples } from "./rule-commands";

/** `groundwork estimate`, `cost` and `prices`: what a stack costs a month, what it came to, and by which prices. */
export function addCosts(program: Command) {
  addEstimate(program);
  addCost(program);
  addPrices(program);
}

function addEstimate(program: Command) {
  program
    .command("estimate [stack...]")
    .description("what each stack costs a month, in USD: no engine, account or network")
    .option(
      "--against <other>",
      "show the difference from: state, state:FILE, stack:NAME, git:REV or file",
    )
    .option(
      "--set <path=value>",
      "as if the stack file said so: database.instanceSize=large; again for more",
      (text: string, all: string[]) => [...all, text],
      [],
    )
    .option(
      "--compare <what=vendors>",
      "with one vendor after the other: hosting=vercel,netlify or services=fly,render; again for more",
      (text: string, all: string[]) => [...all, text],
      [],
    )
    .option("--verbose", "every resource by itself, and what the sums rest on", false)
    .option("--sandbox", "with --against state: what is on the cloud of this machine", false)
    .addHelpText(
      "after",
      examples(
        ["groundwork estimate", "every stack, in low, expected and high use"],
        ["groundwork estimate prod --verbose", "with each resource and each assumption"],
        ["groundwork estimate prod --set database.instanceSize=large", "what that would cost"],
        ["groundwork estimate prod --compare hosting", "what it would cost on every host"],
        ["groundwork estimate prod --against state", "what `up` would change of the bill"],
        ["groundwork estimate --against git:main --format markdown", "for a pull request"],
      ),
    )
    .addHelpText(
      "after",
      "\nExit code 1: a rule about estimates refuses a stack, such as one above its budget; or its file is wrong.",
    )
    .action(
      action(async (context, stacks: string[], flags: EstimateFlags) => {
        if (flags.compare?.length) {
          const { compare } = await import("./commands/compare");
          return compare(context, stacks, flags);
        }
        const { estimate } = await import("./commands/estimate");
        return estimate(context, stacks, flags);
      }, billFormats),
    );
}

function addCost(program: Command) {
  program
    .command("cost <stack>")
    .description("the month's review: estimate against bills, drift, and what could be saved")
    .option("--month <month>", "which one, YYYY-MM; left out, the last whole month")
    .option(
      "--actual <vendor=usd>",
      "the sum of an invoice, where nobody is asked: aws=61.20; again for more",
      (text: string, all: string[]) => [...all, text],
      [],
    )
    .option(
      "--ask-aws",
      "ask AWS Cost Explorer too, by the AWS CLI; AWS takes 0.01 USD for it",
      false,
    )
    .option("--project-ref <ref>", "the Supabase project, where the state does not tell")
    .addHelpText(
      "after",
      examples(
        ["groundwork cost prod", "last month, with the bills that tokens are set for"],
        ["groundwork cost prod --actual aws=61.20", "with the sum of an invoice"],
        ["groundwork cost prod --ask-aws", "with what AWS billed under the stack's tags"],
        ["groundwork cost prod --month 2026-11 --format json", "for a program"],
      ),
    )
    .addHelpText(
      "after",
      "\nAsks Supabase where SUPABASE_ACCESS_TOKEN is set, Vercel where VERCEL_API_TOKEN is (its team by VERCEL_ORG_ID).\nExit code 1: a bill is above the budget; 2: a vendor that was asked gave no bill.",
    )
    .action(
      action(async (context, stack: string, flags: CostFlags) => {
        const { cost } = await import("./commands/cost");
        return cost(context, stack, flags);
      }),
    );
}

function addPrices(program: Command) {
  program
    .command("prices")
    .description("every price that estimates rest on, with its age, source and how sure it is")
    .addOption(new Option("--vendor <vendor>", "only the prices of this vendor").choices(vendors))
    .option("--stack <stack>", "only the prices that this stack's estimate uses")
    .option(
      "--max-age <days>",
      "exit code 1 when a listed price is older or has no date; 180 only marks it",
      days,
    )
    .addHelpText(
      "after",
      examples(
        ["groundwork prices --vendor supabase", "the prices of one vendor"],
        [
          "groundwork prices --stack prod --max-age 180",
          "fails once the estimate of prod is stale",
        ],
        ["groundwork prices --format json", "for a program"],
      ),
    )
    .action(
      action(async (context, flags: PricesFlags) => {
        const { prices } = await import("./commands/prices");
        return prices(context, flags);
      }),
    );
}

function days(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 3650) return number;
  throw new InvalidArgumentError("a whole number of days from 1 to 3650 is needed");
}
