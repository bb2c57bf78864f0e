import { UserError } from "../../core/errors";
import type { Context } from "../context";
import type { Compiled } from "../declare";
import type { Before } from "./difference";
import { Checkout } from "./checkout";
import { deployedResources, exportedResources } from "./deployed";
import { estimatedStack, estimateOf } from "./estimated";

/** What an estimate is compared with. */
export type Against =
  | { kind: "nothing" }
  /** The stack as its file says, without what was set. */
  | { kind: "file" }
  /** What is deployed now, or the exported state that a file holds. */
  | { kind: "state"; file?: string }
  | { kind: "stack"; name: string }
  | { kind: "git"; rev: string };

/** Reads the flag. With settings given for the moment, an estimate is compared with the file if nothing else is named. */
export function parseAgainst(given: string | undefined, set: readonly string[]): Against {
  if (given === undefined) return { kind: set.length > 0 ? "file" : "nothing" };
  const at = given.indexOf(":");
  const kind = at < 0 ? given : given.slice(0, at);
  const rest = at < 0 ? "" : given.slice(at + 1);
  const read = kinds[kind]?.(rest);
  if (read) return read;
  throw new UserError(
    [
      {
        where: { path: `--against ${given}` },
        found: "nothing to compare with",
        allowed: "state, state:FILE, stack:NAME, git:REV or file",
        fix: "name one of these, such as --against git:main",
      },
    ],
    2,
  );
}

const kinds: Readonly<Record<string, (rest: string) => Against | undefined>> = {
  file: (rest) => (rest === "" ? { kind: "file" } : undefined),
  state: (file) => ({ kind: "state", ...(file !== "" && { file }) }),
  stack: (name) => (name === "" ? undefined : { kind: "stack", name }),
  git: (rev) => (rev === "" ? undefined : { kind: "git", rev }),
};

interface OtherSide {
  context: Context;
  compiled: Compiled;
  against: Against;
  sandbox: boolean;
}

/** Answers the other side of each stack; `close` removes what was made for it. */
export interface Other {
  of(stack: string): Promise<Before | undefined>;
  close(): void;
}

export function openOther({ context, compiled, against, sandbox }: OtherSide): Other {
  const close = () => {};
  switch (against.kind) {
    case "nothing":
      return { of: () => Promise.resolve(undefined), close };
    case "file":
      return { of: (stack) => fromProgram(compiled, stack, "the stack file as it is"), close };
    case "stack":
      return {
        of: once(() => otherStack(compiled, against.name)),
        close,
      };
    case "state":
      return {
        of: (stack) => fromState({ context, compiled, sandbox }, stack, against.file),
        close,
      };
    case "git":
      return fromRevision(context, compiled, against.rev);
  }
}

/** The same for every stack, and so worked out for the first. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

async function otherStack(compiled: Compiled, stack: string): Promise<Before> {
  return { ...(await fromProgram(compiled, stack, `stack ${stack}`)), isOtherStack: true };
}

async function fromProgram(compiled: Compiled, stack: string, name: string): Promise<Before> {
  const { estimate } = await estimatedStack(compiled, stack);
  return { name, estimate };
}

/** An exported state says itself which stack it is of. */
async function fromState(
  { context, compiled, sandbox }: Omit<OtherSide, "against">,
  stack: string,
  file: string | undefined,
): Promise<Before> {
  const resources =
    file === undefined
      ? await deployedResources({ context, project: compiled.project, stack, sandbox })
      : await exportedResources(context, file);
  const { estimate } = estimateOf(stack, resources);
  return { name: file === undefined ? "what is deployed" : file, estimate };
}

/** One checkout serves all stacks. */
function fromRevision(context: Context, { project }: Compiled, rev: string): Other {
  let made: Checkout | undefined;
  const checkout = () => (made ??= Checkout.of(context, project, rev));
  return {
    async of(stack) {
      const resources = await checkout().declared(stack);
      if (resources.length === 0) context.terminal.note(`${rev} has no stack ${stack}`);
      return { name: rev, estimate: estimateOf(stack, resources).estimate };
    },
    close: () => made?.remove(),
  };
}
