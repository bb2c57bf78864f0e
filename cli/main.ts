import path from "node:path";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { UserError } from "../core/errors";
import { version } from "../package.json";
import { type Context, type ExitCode, type Format, formats } from "./context";
import { createTerminal } from "./terminal";
import { problemsText } from "./view/problems";

interface GlobalOptions {
  cwd?: string;
  format: Format;
  quiet: boolean;
}

type Run<Args extends unknown[]> = (context: Context, ...args: Args) => Promise<ExitCode>;

let exitCode: ExitCode = 0;

/** Wraps a command so that it gets its context and its exit code reaches the process. */
function action<Args extends unknown[]>(run: Run<Args>) {
  return async (...all: unknown[]) => {
    const command = all.pop() as Command;
    exitCode = await run(contextOf(command), ...(all as Args));
  };
}

function contextOf(command: Command): Context {
  const { cwd, format, quiet } = command.optsWithGlobals<GlobalOptions>();
  return {
    terminal: createTerminal({ out: process.stdout, err: process.stderr }, quiet),
    cwd: path.resolve(cwd ?? process.cwd()),
    env: process.env,
    packageRoot: path.resolve(__dirname, ".."),
    clock: () => new Date(),
    format,
  };
}

interface StackFlags {
  sandbox: boolean;
  yes: boolean;
}

const stackCommands = {
  preview: "show what `up` would do, held to the policy pack; changes nothing",
  up: "bring the stack to what the program declares, after a preview that the rules let through",
  refresh: "read every resource from its provider into the state",
  destroy: "delete every resource of the stack",
} as const;

function buildProgram(): Command {
  const program = new Command("groundwork")
    .description(
      "Infrastructure on Vercel, Supabase, AWS and GitHub, held to policy before every update.",
    )
    .version(version)
    .option("-C, --cwd <dir>", "work as if started in this folder")
    .addOption(
      new Option("--format <format>", "form of the result").choices(formats).default("text"),
    )
    .option("--quiet", "print the result only", false)
    .showHelpAfterError("(groundwork --help lists the commands)")
    .exitOverride();
  addCheck(program);
  addStackCommands(program);
  addConfig(program);
  addSandbox(program);
  addMachine(program);
  return program;
}

function addCheck(program: Command) {
  program
    .command("check [stack...]")
    .description("run the program and every rule in-process: no engine, account or network")
    .option(
      "--dump <file>",
      "write every registered resource as a JSON array of {type, urn, inputs}",
    )
    .action(
      action(async (context, stacks: string[], flags: { dump?: string }) => {
        const { check } = await import("./commands/check");
        return check(context, stacks, flags);
      }),
    );
}

function addStackCommands(program: Command) {
  for (const [name, description] of Object.entries(stackCommands)) {
    const command = program
      .command(`${name} <stack>`)
      .description(description)
      .option("--sandbox", "run on the cloud of this machine: no account, no token", false);
    command.option("-y, --yes", "against a backend: do not ask before changing anything", false);
    command.action(
      action(async (context, stack: string, flags: StackFlags) => {
        const commands = await import("./commands/operate");
        return commands[name as keyof typeof stackCommands](context, stack, flags);
      }),
    );
  }
}

function addConfig(program: Command) {
  const config = program.command("config").description("what a stack file may say");
  config
    .command("validate [stack...]")
    .description("report everything that is wrong with the stack files, with places")
    .action(
      action(async (context, stacks: string[]) => {
        const { validate } = await import("./commands/config");
        return validate(context, stacks);
      }),
    );
  config
    .command("schema")
    .description("print the JSON Schema of stack files, for editors")
    .action(
      action(async (context) => {
        const { schema } = await import("./commands/config");
        return schema(context);
      }),
    );
}

function addSandbox(program: Command) {
  const sandbox = program.command("sandbox").description("the cloud of this machine");
  const port = new Option("--port <number>", "first of the loopback ports to take").argParser(
    portNumber,
  );
  sandbox
    .command("start")
    .description("start it and keep it until `sandbox stop`")
    .addOption(port)
    .action(
      action(async (context, flags: { port?: number }) => {
        const { start } = await import("./commands/sandbox");
        return start(context, flags);
      }),
    );
  for (const name of ["stop", "status", "coverage"] as const) {
    sandbox
      .command(name)
      .description(sandboxWords[name])
      .action(
        action(async (context) => {
          const commands = await import("./commands/sandbox");
          return commands[name](context);
        }),
      );
  }
  sandbox
    .command("ledger")
    .description("list what exists in it; secrets as keyed digests")
    .option("--stack <stack>", "of one stack only")
    .option("--log", "every operation, oldest first", false)
    .action(
      action(async (context, flags: { stack?: string; log: boolean }) => {
        const { ledger } = await import("./commands/sandbox");
        return ledger(context, flags);
      }),
    );
  addFaults(sandbox);
}

const sandboxWords = {
  stop: "stop it; what exists in it stays in the ledger",
  status: "say whether it runs, where it listens and what it holds",
  coverage: "list what it checks and where it only updates in place",
} as const;

function addFaults(sandbox: Command) {
  const fault = sandbox.command("fault").description("make an operation go wrong on purpose");
  fault
    .command("arm <mode> <type>")
    .description("fail, delay, drop-reply or exit at an operation on a resource type")
    .option("--operation <operation>", "create, update, delete, read, check or diff", "create")
    .option("--nth <number>", "which of them, counted from now", Number, 1)
    .option("--when <when>", "before or after its effect", "before")
    .option("--stack <stack>", "of one stack only")
    .option("--delay <ms>", "how long a delay lasts", Number)
    .option("--message <text>", "what a failure says")
    .action(
      action(async (context, mode: string, type: string, flags: Record<string, never>) => {
        const { armFault } = await import("./commands/faults");
        return armFault(context, { mode, type, ...flags });
      }),
    );
  for (const name of ["list", "clear"] as const) {
    fault
      .command(name)
      .description(name === "list" ? "faults that wait to happen" : "disarm all of them")
      .action(
        action(async (context) => {
          const commands = await import("./commands/faults");
          return name === "list" ? commands.listFaults(context) : commands.clearFaults(context);
        }),
      );
  }
}

function addMachine(program: Command) {
  program
    .command("doctor")
    .description("say what this machine has, what is missing and what to do")
    .action(
      action(async (context) => {
        const { doctor } = await import("./commands/doctor");
        return doctor(context);
      }),
    );
  program
    .command("start")
    .description("the tour: check every stack, then preview and create dev on the sandbox")
    .action(
      action(async (context) => {
        const { start } = await import("./commands/start");
        return start(context);
      }),
    );
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1024 && port <= 65_000) return port;
  throw new InvalidArgumentError("a whole number from 1024 to 65000 is needed");
}

/** The only catch: a person's mistake shows its problems, ours its stack. */
async function main() {
  try {
    await buildProgram().parseAsync();
    process.exitCode = exitCode;
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): ExitCode {
  // commander has printed its own message; help and version end this way too.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UserError) {
    process.stderr.write(`${problemsText(error.problems)}\n`);
    return error.exitCode;
  }
  const stack = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`groundwork has a bug: please report this\n${stack}\n`);
  return 2;
}

void main();
