import { z } from "zod";
import { type Reading, readProperty } from "../../../core/value";
import { readRecovery, recoveryOf, servicesOf } from "../../lib/recovery/parts";
import { changeControl } from "../../lib/recovery/references";
import { providerTypes } from "../../lib/provider-types";
import { sitesOf } from "../../lib/sites";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";

/** What a release consists of, and so what there is to return to. */
const targets = ["deployment", "images", "migration"] as const;

// Requirement: DR-10, DR-11
export const rollbackTargetNamed = defineRule({
  id: "rollback-target-named",
  title: "The stack says what to return to when a release turns out bad",
  why: "Whoever first looks for the last good version during an outage makes the outage longer, and picks versions that do not fit each other.",
  fix: "Name deployment, images and migration of the last good release under groundwork:recovery.rollback; the pipeline writes them.",
  severity: "high",
  topics: ["recovery", "release"],
  references: changeControl,
  appliesTo: "stack",
  options: z.strictObject({
    targets: z.array(z.enum(targets)).describe("What has to be named, where the stack has it."),
  }),
  check: (stack, { options }) => {
    const urn = recoveryOf(stack)?.urn ?? stack.urn;
    const needed = neededTargets(stack).filter(({ target }) => options.targets.includes(target));
    if (needed.length === 0) return notApplicable("the tier asks for no way back of what is here");
    return needed.map(({ path, current }): Answer => {
      const property = ["rollback", ...path].join(".");
      const evidence = {
        urn,
        property,
        input: property,
        wanted: "the one of the last good release",
      };
      const named = readRecovery(stack, ["rollback", ...path]);
      if (named.state === "unknown") return unknown(evidence);
      const found = textOf(named) ?? null;
      if (found === null) return fail({ ...evidence, found });
      if (found !== textOf(current)) return pass({ ...evidence, found });
      return fail({ ...evidence, found: "the one that is deployed" });
    });
  },
});

interface Target {
  target: (typeof targets)[number];
  path: readonly string[];
  /** What the stack deploys now: returning to it is no way back. */
  current: Reading;
}

function neededTargets(stack: StackView): Target[] {
  const nothing: Reading = { state: "absent" };
  const images = Object.entries(servicesOf(stack)).map(([name, service]): Target => ({
    target: "images",
    path: ["images", name],
    current: readProperty(service ?? null, ["image"]),
  }));
  const whole = (target: "deployment" | "migration", there: readonly unknown[]): Target[] =>
    there.length > 0 ? [{ target, path: [target], current: nothing }] : [];
  return [
    ...whole("deployment", sitesOf(stack)),
    ...images,
    ...whole("migration", stack.ofType(providerTypes.supabaseProject)),
  ];
}
