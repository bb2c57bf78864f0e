import type { Described } from "./page";

/** Operations that are commands elsewhere, or several commands in a row. */
export const others: readonly Described[] = [
  {
    usage: "rotate <stack> <secret>",
    does: "show what another value of a secret changes, and ask for it in the stack file",
    examples: [
      ["groundwork rotate prod JWT_SECRET", "what would change; changes nothing"],
      ["groundwork rotate prod JWT_SECRET --write", "put it into the stack file, for the next up"],
    ],
  },
  {
    usage: "restore-drill",
    does: "prove that what is backed up can be restored, and in which time",
    examples: [
      ["groundwork drill prod", "services: broken and brought back on the cloud of this machine"],
      [
        "groundwork rollback prod --service database --by pitr --to <time> --dry-run",
        "the database: the plan of a restore to a moment",
      ],
      ["groundwork ops monthly prod", "says whether a drill went well in the last 31 days"],
    ],
  },
];
