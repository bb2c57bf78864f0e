import { type Command, Option } from "commander";
import { scenarioNames } from "../operations/drill/scenarios";
import { action } from "./action";
import { historyOperations } from "./history-operations";
import type { OperationCommand, OperationOption } from "./operation-command";
import { adoption, databaseWay, positiveNumber, scenario, wholeNumber } from "./option-readers";
import { examples } from "./rule-commands";

const onSandbox: OperationOption = {
  flags: "--sandbox",
  says: "on the cloud of this machine: no account, no token",
  otherwise: false,
};

/** Every operation, in the order of --help: a row each. */
export const operations: readonly OperationCommand[] = [
  ...historyOperations,
  {
    usage: "drill <stack>",
    does: "break a service on the cloud of this machine, and time how it is seen and brought back",
    options: [
      {
        flags: "--scenario <name>",
        says: `what breaks: ${scenarioNames.join(", ")}`,
        otherwise: scenarioNames[0],
        read: scenario,
      },
      { flags: "--dry-run", says: "say what would be broken, and break nothing", otherwise: false },
      {
        flags: "--speed <factor>",
        says: "how many times faster than Route 53 asks; left out, nobody waits",
        read: positiveNumber,
      },
    ],
    examples: [
      ["groundwork drill prod", "exit code 1 where it takes longer than promised"],
      ["groundwork drill prod --scenario frontend-outage --format json", "for a program"],
      ["groundwork drill prod --speed 1", "as slowly as for real"],
    ],
    load: async () => (await import("./operations/drill")).drill,
  },
  {
    usage: "drift <stack>",
    does: "compare the state with what the providers say, and change neither",
    options: [onSandbox],
    examples: [
      ["groundwork drift prod", "exit code 1 where something differs"],
      ["groundwork drift dev --sandbox --format json", "for a program"],
    ],
    load: async () => (await import("./operations/drift")).drift,
  },
  {
    usage: "history <stack>",
    does: "list the operations that were run on a stack, and what each came to",
    options: [
      { flags: "--last <n>", says: "only the last so many", otherwise: 20, read: wholeNumber },
    ],
    examples: [["groundwork history prod --last 5", "the last five"]],
    load: async () => (await import("./operations/history-command")).history,
  },
  {
    usage: "import <stack>",
    does: "adopt what exists at the vendors into the state, and change nothing there",
    options: [
      onSandbox,
      { flags: "-y, --yes", says: "do not ask before the state is written", otherwise: false },
      { flags: "--dry-run", says: "show what would be adopted; write nothing", otherwise: false },
      {
        flags: "--choose <name=id...>",
        says: "which live thing a resource is, where only a person can tell",
        read: adoption,
      },
      { flags: "--fresh <name...>", says: "what does not exist: the next update makes it" },
      {
        flags: "--value <name=variable...>",
        says: "a generated value in use, by the environment variable that holds it",
        read: adoption,
      },
      {
        flags: "--vercel-json <file>",
        says: "the app's own vercel.json: say which headers would be sent twice",
      },
    ],
    examples: [
      ["groundwork import prod --dry-run", "what would be adopted, made and left alone"],
      ["groundwork import prod --choose web=prj_123", "of several this one"],
      [
        "groundwork import prod --value db-password=DB_PASSWORD",
        "keeps the password in use, read from the environment",
      ],
    ],
    load: async () => (await import("./operations/import")).importStack,
  },
  {
    usage: "migrate <stack>",
    does: "run the migrations that the database has not run yet, after a dump to the backups bucket",
    options: [
      onSandbox,
      { flags: "--dry-run", says: "show what is pending; run nothing", otherwise: false },
      { flags: "-y, --yes", says: "do not ask", otherwise: false },
      { flags: "--accept-loss <migration...>", says: "these may lose the data that they name" },
    ],
    examples: [
      ["groundwork migrate prod --dry-run", "what is pending, and what forbids it"],
      ["groundwork migrate staging --yes", "in a pipeline; each in a transaction of its own"],
      ["groundwork migrate dev --sandbox", "on a Postgres in this process, by the same scripts"],
      [
        "groundwork migrate prod --accept-loss 20261201000000_drop_legacy",
        "exit code 1 where it would lose data and nobody agreed to that",
      ],
    ],
    load: async () => (await import("./operations/migrate/migrate")).migrate,
  },
  {
    usage: "ops <plan> <stack>",
    does: "look after a running stack: what is due daily, weekly or monthly, or diagnose",
    options: [
      onSandbox,
      { flags: "--dry-run", says: "read, and only say what would be changed", otherwise: false },
      { flags: "-y, --yes", says: "do not ask before changing anything", otherwise: false },
    ],
    examples: [
      ["groundwork ops daily prod", "health, vendors, busiest tables, old previews"],
      ["groundwork ops weekly prod --dry-run", "logs, dependencies, database maintenance"],
      ["groundwork ops diagnose prod", "a redacted bundle for whoever looks for a fault"],
    ],
    load: async () => (await import("./operations/ops/ops")).ops,
  },
  {
    usage: "recover <stack>",
    does: "settle what a killed run left, its lock and what it was making, and go on with the update",
    options: [
      onSandbox,
      { flags: "--yes", says: "do not ask before changing a real stack", otherwise: false },
      { flags: "--dry-run", says: "say what was left, and touch nothing", otherwise: false },
      { flags: "--no-resume", says: "do not go on with the update" },
      {
        flags: "--adopt <name=id...>",
        says: "what exists at the provider, where only a person can tell",
        read: adoption,
      },
      { flags: "--forget <name...>", says: "what does not exist there" },
    ],
    examples: [
      ["groundwork recover prod --dry-run", "exit code 1 where a killed run left something"],
      ["groundwork recover prod --adopt web=prj_123", "it was made, and this is its id"],
    ],
    load: async () => (await import("./operations/recover")).recover,
  },
  {
    usage: "rollback <stack>",
    does: "go back to what served before, after showing what that changes; measure it and check it",
    options: [
      onSandbox,
      {
        flags: "--service <name>",
        says: "frontend, database, or a container service",
        otherwise: "frontend",
      },
      {
        flags: "--to <what>",
        says: "a deployment, commit, image digest, migration or moment; else what served before",
      },
      {
        flags: "--by <way>",
        says: "of a database: reverse, pitr; reset and down in dev alone",
        otherwise: "reverse",
        read: databaseWay,
      },
      { flags: "--accept-loss", says: "of a database: data may be lost", otherwise: false },
      { flags: "-y, --yes", says: "do not ask", otherwise: false },
      { flags: "--no-verify", says: "no smoke tests afterwards" },
      { flags: "--dry-run", says: "show the plan; change nothing", otherwise: false },
    ],
    examples: [
      ["groundwork rollback prod --dry-run", "what would be served again"],
      ["groundwork rollback prod --to dpl_7kQ2vXw9TnB4mRc1", "a deployment by name"],
      [
        "groundwork rollback prod --service orchestrator --yes",
        "the image that the stack declares",
      ],
      [
        "groundwork rollback prod --service database --by pitr --to 2026-11-21T11:55:00Z",
        "the plan of a restore",
      ],
    ],
    load: async () => (await import("./operations/rollback")).rollback,
  },
  {
    usage: "rotate <stack> [secret...]",
    does: "show what other values of generated secrets change, of those named or of those due; ask for them in the stack file",
    options: [
      onSandbox,
      {
        flags: "--write",
        says: "put the new keepers into the stack file; the next up makes the values",
        otherwise: false,
      },
      {
        flags: "--dry-run",
        says: "write nothing, whatever else is said; so it is without --write",
        otherwise: false,
      },
    ],
    examples: [
      ["groundwork rotate prod", "what is due, by the registry's days; changes nothing"],
      ["groundwork rotate prod JWT_SECRET", "what another value of this one would change"],
      ["groundwork rotate prod JWT_SECRET --write", "put it into the stack file, for the next up"],
    ],
    load: async () => (await import("./operations/rotate")).rotate,
  },
  {
    usage: "runbook [topic]",
    does: "print what to do when an alarm goes off, or how an operation is run",
    examples: [
      ["groundwork runbook high-error-rate", "by the alarm's name, also as AWS has it"],
      ["groundwork runbook rollback", "by the operation's name"],
      ["groundwork runbook", "every runbook there is"],
    ],
    load: async () => (await import("./operations/runbook")).runbook,
  },
  {
    usage: "smoke <stack>",
    does: "ask what is served whether it is what the stack declares, after a deploy",
    options: [
      onSandbox,
      { flags: "--suite <file>", says: "requests of a user's, YAML or JSON; else the stack's own" },
      { flags: "--junit <file>", says: "write the results as JUnit XML" },
      {
        flags: "--timeout <seconds>",
        says: "how long all of it may take",
        otherwise: 120,
        read: wholeNumber,
      },
      {
        flags: "--attempts <n>",
        says: "how often a check is asked before what it finds is believed",
        otherwise: 4,
        read: wholeNumber,
      },
      { flags: "--dry-run", says: "show what would be asked; ask nobody", otherwise: false },
    ],
    examples: [
      [
        "groundwork smoke staging --junit smoke.xml",
        "exit code 1 where something is not as declared",
      ],
      ["groundwork smoke prod --dry-run", "the plan alone"],
      ["groundwork smoke dev --sandbox", "on the cloud of this machine"],
    ],
    load: async () => (await import("./operations/smoke")).smoke,
  },
  {
    usage: "watch-release <stack>",
    does: "ask again and again after a release, and say as soon as a rollback is due",
    options: [
      onSandbox,
      { flags: "--minutes <n>", says: "how long", otherwise: 10, read: positiveNumber },
      {
        flags: "--every <seconds>",
        says: "between two rounds",
        otherwise: 15,
        read: positiveNumber,
      },
      {
        flags: "--sustained <rounds>",
        says: "rounds in a row that one check may not fail",
        otherwise: 3,
        read: wholeNumber,
      },
      { flags: "--rollback", says: "go back when that is due, without asking", otherwise: false },
    ],
    examples: [
      ["groundwork watch-release prod --minutes 10 --rollback", "exit code 1 where it went back"],
      ["groundwork watch-release dev --sandbox --minutes 1 --every 5", "on this machine"],
    ],
    load: async () => (await import("./operations/watch-release")).watchReleaseOf,
  },
  {
    usage: "status-page",
    does: "write the status page and its feeds from incidents as files; publishes nothing",
    options: [
      { flags: "--incidents <dir>", says: "YAML or JSON files, one an incident", required: true },
      {
        flags: "--out <dir>",
        says: "write index.html, feed.atom and feed.json there",
        required: true,
      },
      { flags: "--title <text>", says: "of the page", otherwise: "Status" },
      { flags: "--url <address>", says: "where it is served, for the feeds" },
    ],
    examples: [
      [
        "groundwork status-page --incidents incidents --out site",
        "exit code 1 where users wait for word",
      ],
    ],
    load: async () => (await import("./operations/status-page")).statusPageCommand,
  },
];

/** Adds every operation to the command line. */
export function addOperations(program: Command) {
  for (const { usage, does, options = [], examples: lines, load, formats } of operations) {
    const command = program.command(usage).description(does);
    for (const { flags, says, otherwise, read, required } of options) {
      const option = new Option(flags, says).default(otherwise);
      option.makeOptionMandatory(required === true);
      command.addOption(read ? option.argParser(read) : option);
    }
    command.addHelpText("after", examples(...lines));
    command.action(
      action(
        async (context, ...given: unknown[]) => (await load())(context, ...(given as never)),
        formats,
      ),
    );
  }
}
