import { createInterface } from "node:readline/promises";
import { UserError } from "../core/errors";

export interface Question {
  /** What is about to happen, without the question mark: `update stack prod on s3://…`. */
  action: string;
  /** The person said yes beforehand. */
  yes: boolean;
}

/** Asks before a real stack is changed. Where nobody can answer, `--yes` must have been given. */
export async function confirm({ action, yes }: Question): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY) {
    throw new UserError(
      [{ where: {}, found: `cannot ask whether to ${action}: no terminal`, fix: "add --yes" }],
      2,
    );
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await lines.question(`${action}? Only "yes" goes on: `);
    if (answer.trim() !== "yes") {
      throw new UserError([{ where: {}, found: `did not ${action}: the answer was not "yes"` }], 1);
    }
  } finally {
    lines.close();
  }
}
