import { parseDocument } from "yaml";
import type { RuleResult } from "../../../core/finding";
import { run } from "../../../policies/run";
import { textOf } from "../../config/support";
import { type CompiledPrograms, compiledPrograms } from "../../support/compiled-program";
import { today } from "../support/stack";
import type { Edit } from "./edit";

/** Our program, and after it what the stack file names under `edits:beside`. */
const withBeside = `
import * as pulumi from "@pulumi/pulumi";
import components = require("./index");
import { beside } from "./test/policies/edits/beside.program";

export = async () => {
  const outputs = await components();
  const name = new pulumi.Config("edits").get("beside");
  if (name !== undefined) beside[name]!(outputs);
  return outputs;
};
`;

/** Pulumi.prod.yaml with changes in it. */
export const editedFile = (...edits: readonly Change[]): string =>
  editedText(textOf("Pulumi.prod.yaml"), edits);

/** A stack file's text with changes in it. */
export function editedText(text: string, edits: readonly Change[]): string {
  const file = parseDocument(text);
  for (const edit of edits) {
    if ("beside" in edit) {
      file.setIn(["config", "edits:beside"], edit.beside);
      continue;
    }
    const [section, ...rest] = edit.at;
    const at = ["config", `groundwork:${section}`, ...rest];
    if ("to" in edit) file.setIn(at, file.createNode(edit.to));
    else if (!file.deleteIn(at)) throw new Error(`nothing stands at ${edit.at.join(".")}`);
  }
  return String(file);
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** An edit without what it comes to. */
export type Change = DistributiveOmit<Edit, "requirement" | "fails">;

export interface EditedStack {
  /** What the rules say of the prod stack after these changes. */
  judge(...edits: readonly Change[]): Promise<RuleResult[]>;
  remove(): void;
}

/** The prod stack, compiled once for all edits. */
export function editedStack(): EditedStack {
  const programs: CompiledPrograms = compiledPrograms();
  const program = programs.compile(withBeside);
  return {
    async judge(...edits) {
      const resources = await programs.declare("prod", editedFile(...edits), program);
      return run({ resources, stack: "prod", clock: today });
    },
    remove: () => programs.remove(),
  };
}

/** The rules that failed, mandatory or advisory, each once. How old prices are is no edit's doing. */
export const failing = (results: readonly RuleResult[]) => {
  const failed = results.filter(({ state, rule }) => state === "fail" && rule !== "prices-fresh");
  return [...new Set(failed.map(({ rule }) => rule))].sort();
};
