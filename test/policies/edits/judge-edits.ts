import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Edit, titleOf } from "./edit";
import { type EditedStack, editedStack, failing } from "./support";

const rows = new Set(readFileSync("docs/requirements.md", "utf8").match(/^\| [A-Z]+-\d+/gm));

/** Runs the whole program for each edit, and expects just its rules to fail and no other to be undecided. */
export function judgeEdits(edits: readonly Edit[]): void {
  let stack: EditedStack;
  beforeAll(() => void (stack = editedStack()));
  afterAll(() => stack.remove());

  it.each(edits.map((edit) => [edit.requirement, titleOf(edit), edit] as const))(
    "%s: %s",
    async (requirement, _title, edit) => {
      expect(rows).toContain(`| ${requirement}`);
      expect(failing(await stack.judge(edit))).toEqual(edit.fails);
    },
  );
}
