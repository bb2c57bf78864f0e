/** One change of Pulumi.prod.yaml, or one thing declared beside our components, that breaks one requirement. */
export type Edit = {
  /** The row of docs/requirements.md that no longer holds. */
  requirement: string;
  /** Every rule that then fails, whatever its level: aggregates and totals count too. */
  fails: readonly string[];
} & (
  | {
      /** Where in the stack file, `groundwork:` left out. */
      at: readonly (string | number)[];
      /** What stands there instead; taken out when left out. */
      to?: unknown;
    }
  | {
      /** What is declared beside the components, by its name in beside.program.ts. */
      beside: string;
    }
);

/** What is edited, to tell edits apart. */
export function titleOf(edit: Edit): string {
  if ("beside" in edit) return `${edit.beside} beside the components`;
  const at = edit.at.join(".");
  return "to" in edit ? `${at}: ${JSON.stringify(edit.to)}` : `${at} taken out`;
}
