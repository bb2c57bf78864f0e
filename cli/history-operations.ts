import type { OperationCommand } from "./operation-command";
import { calendarDay, wholeNumber } from "./option-readers";

/** Operations that read the audit history and tell of it, in the order of --help. */
export const historyOperations: readonly OperationCommand[] = [
  {
    usage: "changelog [stack]",
    does: "write out what was deployed and changed, when and by whom, from the audit history",
    formats: ["text", "markdown", "json"],
    options: [
      { flags: "--all", says: "of every stack", otherwise: false },
      { flags: "--since <date>", says: "from this day on, UTC", read: calendarDay },
      {
        flags: "--sandbox",
        says: "of the cloud of this machine, not of the real stack",
        otherwise: false,
      },
      { flags: "--history <file>", says: "from another audit history: that of a pipeline" },
    ],
    examples: [
      ["groundwork changelog prod", "newest first"],
      ["groundwork changelog prod --since 2026-11-01 --format markdown", "for an audit"],
      ["groundwork changelog --all --format json", "for a program"],
    ],
    load: async () => (await import("./operations/changelog")).changelog,
  },
  {
    usage: "dora <stack>",
    does: "how well changes reach users: deployments, lead time, failures, restoring",
    options: [
      { flags: "--days <n>", says: "of the last so many days", otherwise: 30, read: wholeNumber },
      { flags: "--history <file>", says: "by another audit history: that of a pipeline" },
    ],
    examples: [["groundwork dora prod --days 90", "exit code 1 where a target is missed"]],
    load: async () => (await import("./operations/dora")).dora,
  },
];
