import { z } from "zod";
import { tierNamedBy } from "../../../core/tier";
import { tokens } from "../../../core/tokens";
import { parseUrn } from "../../../core/urn";
import { sharedTypes } from "../../lib/hygiene/shared-types";
import { governance, iso } from "../../lib/references";
import { type Answer, defineRule, fail, pass } from "../../rule";

export const sharedDeclaredByOwner = defineRule({
  id: "shared-declared-by-owner",
  title:
    "What exists once for all stacks is declared by the stack that owns it, and that is judged as prod",
  why: "Two stacks that declare one repository or zone undo each other's settings, and a stack with lower floors could lower what prod stands on.",
  fix: "Leave groundwork:shared.owner at the prod stack, and declare shared objects only where the stack's name is that owner.",
  severity: "high",
  topics: ["hygiene", "governance"],
  references: [governance, iso("A.8.31")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack, { settings: { shared, tier } }) => {
    const { stack: name } = parseUrn(stack.urn);
    const isOwner = name === shared.owner;
    // Of another stack only its name is known here; its own profile must not say less.
    const ownerTier = isOwner ? tier : (tierNamedBy(shared.owner) ?? "prod");
    const urn = stack.ofType(tokens.stackProfile)[0]?.urn ?? stack.urn;
    const evidence = { urn, property: "shared.owner", input: "shared.owner" };
    const owner: Answer =
      ownerTier === "prod"
        ? pass({ ...evidence, found: shared.owner })
        : fail({
            ...evidence,
            found: `${shared.owner}, a stack of tier ${ownerTier}`,
            wanted: "a stack of tier prod",
          });
    if (isOwner) return owner;
    const strays = stack.resources
      .filter(({ type }) => Object.hasOwn(sharedTypes, type))
      .map(({ urn: stray, type }) => {
        const what = sharedTypes[type] ?? "";
        const message = `found ${what} declared by the stack ${name}, wanted by ${shared.owner} alone`;
        return fail({ urn: stray, found: name, wanted: shared.owner, message });
      });
    return [owner, ...strays];
  },
});
