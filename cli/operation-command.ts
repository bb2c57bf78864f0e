import type { Run } from "./action";
import type { Format } from "./context";

/** An operation of a running stack as the command line offers it. */
export interface OperationCommand {
  /** Name and arguments: `history <stack>`. */
  usage: string;
  /** What it does, in one line of --help. */
  does: string;
  options?: readonly OperationOption[];
  /** Forms of its result; text and JSON when left out. */
  formats?: readonly Format[];
  /** Lines that can be pasted, with what each is for. */
  examples: readonly (readonly [line: string, what: string])[];
  /** Loaded when it is run: no other command waits for it. */
  load: () => Promise<Run<never>>;
}

/** One option of it. */
export interface OperationOption {
  flags: string;
  says: string;
  /** It cannot be left out. */
  required?: true;
  /** What it is when left out; `false` for one that takes no value. */
  otherwise?: string | number | false;
  /** Reads its text, or throws `InvalidArgumentError`; of an option of several values each, with those before it. */
  read?: (text: string, before: unknown) => unknown;
}
