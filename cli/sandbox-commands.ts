import { type Command, InvalidArgumentError, Option } from "commander";
import { action } from "./action";
import type { BreakFlags } from "./commands/breakages";
import type { FaultFlags } from "./commands/faults";
import { examples } from "./rule-commands";

/** `groundwork sandbox …`: the cloud of this machine. */
export function addSandbox(program: Command) {
  const sandbox = program.command("sandbox").description("the cloud of this machine");
  addLifeCycle(sandbox);
  addViews(sandbox);
  addDrift(sandbox);
  addFaults(sandbox.command("fault").description("make an operation go wrong on purpose"));
  addBreakages(sandbox);
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

function addBreakages(sandbox: Command) {
  sandbox
    .command("break <kind> <host>")
    .description(
      "break what a host serves: its health, header, latency, certificate, or all (down)",
    )
    .option("--release <id>", "only while it serves this deployment or image: another one cures it")
    .option("--header <name>", "which response header")
    .option("--value <text>", "what the header says instead; left out, it is missing")
    .option("--delay <ms>", "how late answers come", Number)
    .option("--days <number>", "how long the certificate is still valid", Number)
    .addHelpText(
      "after",
      examples(
        ["groundwork sandbox break health app.example.com", "its health report says unhealthy"],
        [
          "groundwork sandbox break header app.example.com --header X-Frame-Options",
          "an answer without that header",
        ],
        ["groundwork sandbox break certificate app.example.com --days 3", "it ends in three days"],
        ["groundwork sandbox broken", "what is broken now"],
        ["groundwork sandbox mend", "mend all of it"],
      ),
    )
    .action(
      action(
        async (context, kind: string, host: string, flags: Omit<BreakFlags, "kind" | "host">) => {
          const { breakHost } = await import("./commands/breakages");
          return breakHost(context, { ...flags, kind, host });
        },
      ),
    );
  sandbox
    .command("mend [host]")
    .description("mend what is broken at a host, or everything")
    .action(
      action(async (context, host: string | undefined) => {
        const { mend } = await import("./commands/breakages");
        return mend(context, host);
      }),
    );
  sandbox
    .command("broken")
    .description("what is broken on purpose")
    .action(
      action(async (context) => {
        const { listBreakages } = await import("./commands/breakages");
        return listBreakages(context);
      }),
    );
}

function port(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1024 && number <= 65_000) return number;
  throw new InvalidArgumentError("a whole number from 1024 to 65000 is needed");
}
