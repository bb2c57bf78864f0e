import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { readProperty } from "../../../core/value";
import {
  commandsIn,
  type DestructiveCommand,
  destructiveCommands,
} from "../../lib/recovery/destructive-commands";
import { changeControl, restorable } from "../../lib/recovery/references";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

/** Inputs that somebody's machine runs as commands, or that hold a script which it runs. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  [providerTypes.vercelProject]: ["buildCommand", "installCommand", "ignoreCommand"],
  [providerTypes.githubFile]: ["content"],
  [tokens.hostedSite]: ["buildCommand", "installCommand"],
};

export const databaseResetBarred = defineRule({
  id: "database-reset-barred",
  title: "No command of a build or a workflow resets a database",
  why: "A reset brings the schema back and deletes every row, which is how a rollback turns into the loss of all data.",
  fix: "Take the command out; write a migration that undoes the last one, or return to a point in time.",
  severity: "critical",
  topics: ["recovery", "data"],
  references: [...changeControl, restorable],
  appliesTo: Object.keys(scripts),
  options: z.strictObject({
    barred: z
      .array(z.enum(destructiveCommands as [DestructiveCommand, ...DestructiveCommand[]]))
      .describe("Commands that may not stand in a script."),
  }),
  check: (resource, { options }) => {
    if (options.barred.length === 0) return notApplicable("the tier may reset its database");
    return (scripts[resource.type] ?? []).map((property) =>
      judgeScript(resource, property, options.barred),
    );
  },
});

function judgeScript(
  { inputs }: DeclaredResource,
  property: string,
  barred: readonly DestructiveCommand[],
): Answer {
  const evidence = { property, wanted: "none of the commands that reset a database" };
  const script = readProperty(inputs, [property]);
  if (script.state === "unknown") return unknown(evidence);
  const found = commandsIn(textOf(script) ?? "", barred);
  return found.length === 0 ? pass(evidence) : fail({ ...evidence, found });
}
