import { type Command, InvalidArgumentError, Option } from "commander";
import { action } from "./action";
import type { FaultFlags } from "./commands/faults";
import { examples } from "./rule-commands";

/** `groundwork sandbox …`: the cloud of this machine. */
export function addSandbox(program: Command) {
  const sandbox = program.command("sandbox").description("the cloud of this machine");
  addLifeCycle(sandbox);
  addViews(sandbox);
  addDrift(sandbox);
  addFaults(sandbox.command("fault").description("make an operation go wrong on purpose"));
}

function addLifeCycle(sandbox: Command) {
  sandbox
    .command("start")
    .description("start it and keep it until `sandbox stop`")
    .addOption(new Option("--port <number>", "first of the loopback ports to take").argParser(port))
    .action(
      action(async (context, flags: { port?: number }) => {
        const { start } = await import("./commands/sandbox");
        return start(context, flags);
      }),
    );
  sandbox
    .command("stop")
    .description("stop it; what exists in it stays in the ledger")
    .option("--force", "even while a command uses it", false)
    .action(
      action(async (context, flags: { force: boolean }) => {
        const { stop } = await import("./commands/sandbox");
        return stop(context, flags);
      }),
    );
}

const views = {
  status: "say whether it runs, where it listens and what it holds",
  coverage: "list what it checks and where it only updates in place",
} as const;

function addViews(sandbox: Command) {
  for (const name of ["status", "coverage"] as const) {
    sandbox
      .command(name)
      .description(views[name])
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
}

function addDrift(sandbox: Command) {
  sandbox
    .command("drift <object> [assignments...]")
    .description("change an object behind the program's back: <property>=<value>, by URN or name")
    .option("--gone", "delete it instead", false)
    .addHelpText(
      "after",
      examples(
        ["groundwork sandbox drift web vercelAuthentication.deploymentType=none", "change it"],
        ["groundwork sandbox drift logs-group-web --gone", "delete it"],
      ),
    )
    .action(
      action(
        async (context, object: string, assignments: string[], { gone }: { gone: boolean }) => {
          const { tamper } = await import("./commands/sandbox");
          return tamper(context, object, { assignments, gone });
        },
      ),
    );
}

function addFaults(fault: Command) {
  fault
    .command("arm <mode> <type>")
    .description("fail, delay, drop-reply or exit at an operation on a resource type")
    .option("--operation <operation>", "create, update, delete, read, check or diff", "create")
    .option("--nth <number>", "which of them, counted from now", Number, 1)
    .option("--when <when>", "before or after its effect", "before")
    .option("--stack <stack>", "of one stack only")
    .option("--delay <ms>", "how long a delay lasts", Number)
    .option("--message <text>", "what a failure says")
    .option("--status <code>", "HTTP status of a failure, for types of supabase:api", Number)
    .action(
      action(
        async (context, mode: string, type: string, flags: Omit<FaultFlags, "mode" | "type">) => {
          const { armFault } = await import("./commands/faults");
          return armFault(context, { ...flags, mode, type });
        },
      ),
    );
  fault
    .command("list")
    .description("faults that wait to happen")
    .action(
      action(async (context) => {
        const { listFaults } = await import("./commands/faults");
        return listFaults(context);
      }),
    );
  fault
    .command("clear")
    .description("disarm all of them")
    .action(
      action(async (context) => {
        const { clearFaults } = await import("./commands/faults");
        return clearFaults(context);
      }),
    );
}

function port(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1024 && number <= 65_000) return number;
  throw new InvalidArgumentError("a whole number from 1024 to 65000 is needed");
}
