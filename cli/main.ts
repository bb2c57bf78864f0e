import { Command, CommanderError, Option } from "commander";
import { UserError } from "../core/errors";
import { version } from "../package.json";
import { action } from "./action";
import type { IncidentFlags } from "./commands/incident";
import { billFormats, type ExitCode } from "./context";
import { addCosts } from "./cost-commands";
import { addOperations } from "./operation-commands";
import { bearClosedPipes } from "./pipes";
import { refusedFile } from "./refused-files";
import { addReports } from "./report-commands";
import { addRules, examples } from "./rule-commands";
import { addSandbox } from "./sandbox-commands";
import { problemsText } from "./view/problems";

interface CheckFlags {
  dump?: string;
  watch: boolean;
}

interface StackFlags {
  sandbox: boolean;
  yes: boolean;
  report?: string;
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
      new Option(
        "--format <format>",
        "form of the result; csv of an estimate, markdown of an estimate or a changelog only",
      )
        .choices(billFormats)
        .default("text"),
    )
    .option("--quiet", "print the result only", false)
    .showHelpAfterError("(groundwork --help lists the commands)")
    .exitOverride();
  addCheck(program);
  addRules(program);
  addCosts(program);
  addReports(program);
  addStackCommands(program);
  addOperations(program);
  addBootstrap(program);
  addRender(program);
  addIncident(program);
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
    .addOption(
      new Option("--watch", "again on every save of a stack file or a source, until Ctrl-C")
        .default(false)
        .conflicts("dump"),
    )
    .addHelpText(
      "after",
      examples(
        ["groundwork check", "every stack"],
        ["groundwork check prod --format json", "one stack, for a program"],
        ["groundwork check dev --watch", "while you edit"],
      ),
    )
    .action(
      action(async (context, stacks: string[], { watch, ...options }: CheckFlags) => {
        if (watch) {
          const [commands, { untilStopped }] = await Promise.all([
            import("./commands/watch"),
            import("./watch/stop"),
          ]);
          return commands.watch(context, stacks, untilStopped());
        }
        const { check } = await import("./commands/check");
        return check(context, stacks, options);
      }),
    );
}

function addStackCommands(program: Command) {
  for (const [name, description] of Object.entries(stackCommands)) {
    const command = program
      .command(`${name} <stack>`)
      .description(description)
      .option("--sandbox", "run on the cloud of this machine: no account, no token", false);
    if (name === "preview" || name === "up") {
      command.option(
        "--report <dir>",
        "write <dir>/<stack>/ with a report, also of a run that fails",
      );
    }
    command.option("-y, --yes", "against a backend: do not ask before changing anything", false);
    command.action(
      action(async (context, stack: string, flags: StackFlags) => {
        const commands = await import("./commands/operate");
        return commands[name as keyof typeof stackCommands](context, stack, flags);
      }),
    );
  }
}

function addBootstrap(program: Command) {
  program
    .command("bootstrap")
    .description(
      "make what all stacks need first, once: the bucket and key of their state, GitHub's OIDC provider",
    )
    .option("--sandbox", "on the cloud of this machine: no account, no token", false)
    .option("-y, --yes", "in a real account: do not ask before changing anything", false)
    .action(
      action(async (context, flags: StackFlags) => {
        const { bootstrap } = await import("./commands/bootstrap");
        return bootstrap(context, flags);
      }),
    );
}

function addRender(program: Command) {
  program
    .command("render <stack>")
    .description("write the files of hosts and services for their own tools; deploys nothing")
    .option("--out <dir>", "write them there, such as <service>/fly.toml, instead of printing them")
    .option("--check", "compare with the files there, or here, and exit 1 where they differ", false)
    .option("--force", "replace files that groundwork did not render", false)
    .action(
      action(
        async (context, stack: string, flags: { out?: string; force: boolean; check: boolean }) => {
          const { render } = await import("./commands/render");
          return render(context, stack, flags);
        },
      ),
    );
}

function addIncident(program: Command) {
  program
    .command("incident <id>")
    .description("print an entry of the status page, HTML or JSON; publishes nothing")
    .requiredOption("--start <time>", "when it began, ISO 8601")
    .requiredOption("--state <state>", "investigating, identified, monitoring or resolved")
    .requiredOption("--impact <text>", "what users notice, in plain words")
    .option("--updated <time>", "when this is written, ISO 8601; now when left out")
    .action(
      action(async (context, id: string, flags: IncidentFlags) => {
        const { incident } = await import("./commands/incident");
        return incident(context, id, flags);
      }),
    );
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

/** The only catch: a person's mistake shows its problems, ours its stack. */
async function main() {
  bearClosedPipes();
  try {
    await buildProgram().parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): ExitCode {
  // commander has printed its own message; help and version end this way too.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const known = error instanceof UserError ? error : refusedFile(error);
  if (known) {
    process.stderr.write(`${problemsText(known.problems)}\n`);
    return known.exitCode;
  }
  const stack = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`groundwork has a bug: please report this\n${stack}\n`);
  return 2;
}

void main();
