import { type Command, InvalidArgumentError, Option } from "commander";
import { action, type Run } from "./action";
import { examples } from "./rule-commands";

/** An operation of a running stack as the command line offers it. */
interface OperationCommand {
  /** Name and arguments: `history <stack>`. */
  usage: string;
  /** What it does, in one line of --help. */
  does: string;
  options?: readonly OperationOption[];
  /** Lines that can be pasted, with what each is for. */
  examples: readonly (readonly [line: string, what: string])[];
  /** Loaded when it is run: no other command waits for it. */
  load: () => Promise<Run<never>>;
}

interface OperationOption {
  flags: string;
  says: string;
  /** What it is when left out; `false` for one that takes no value. */
  otherwise?: string | number | false;
  /** Reads its text, or throws `InvalidArgumentError`. */
  read?: (text: string) => unknown;
}

/** Every operation, in the order of --help: a row each. */
const operations: readonly OperationCommand[] = [
  {
    usage: "history <stack>",
    does: "list the operations that were run on a stack, and what each came to",
    options: [
      { flags: "--last <n>", says: "only the last so many", otherwise: 20, read: wholeNumber },
    ],
    examples: [["groundwork history prod --last 5", "the last five"]],
    load: async () => (await import("./operations/history-command")).history,
  },
];

/** Adds every operation to the command line. */
export function addOperations(program: Command) {
  for (const { usage, does, options = [], examples: lines, load } of operations) {
    const command = program.command(usage).description(does);
    for (const { flags, says, otherwise, read } of options) {
      const option = new Option(flags, says).default(otherwise);
      command.addOption(read ? option.argParser(read) : option);
    }
    command.addHelpText("after", examples(...lines));
    command.action(
      action(async (context, ...given: unknown[]) => (await load())(context, ...(given as never))),
    );
  }
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError("a whole number from 1 is needed");
}
