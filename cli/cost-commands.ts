import { type Command, InvalidArgumentError, Option } from "commander";
import { vendors } from "../catalogue/prices/price";
import { action } from "./action";
import type { EstimateFlags } from "./commands/estimate";
import type { PricesFlags } from "./commands/prices";
import { billFormats } from "./context";
import { examples } from "./rule-commands";

/** `groundwork estimate` and `prices`: what a stack costs a month, and by which prices. */
export function addCosts(program: Command) {
  addEstimate(program);
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
    .option("--verbose", "every resource by itself, and what the sums rest on", false)
    .option("--sandbox", "with --against state: what is on the cloud of this machine", false)
    .addHelpText(
      "after",
      examples(
        ["groundwork estimate", "every stack, in low, expected and high use"],
        ["groundwork estimate prod --verbose", "with each resource and each assumption"],
        ["groundwork estimate prod --set database.instanceSize=large", "what that would cost"],
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
        const { estimate } = await import("./commands/estimate");
        return estimate(context, stacks, flags);
      }, billFormats),
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
