import type { Described } from "./page";

/** Operations that are several commands in a row. */
export const others: readonly Described[] = [
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
