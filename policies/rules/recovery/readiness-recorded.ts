import { z } from "zod";
import { readinessNames } from "../../../core/readiness";
import type { Reading, Value } from "../../../core/value";
import {
  profileOf,
  readinessOf,
  saidDay,
  saidText,
  type ToldReadiness,
} from "../../lib/recovery/readiness";
import { changeControl, tested } from "../../lib/recovery/references";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";
import { ownersOf } from "../../lib/owners";

/** One part of a record, and what it has to be. */
interface Part {
  name: "by" | "date" | "evidence";
  wanted: string;
  holds: (reading: Reading) => boolean;
}

// Requirement: REL-16
export const readinessRecorded = defineRule({
  id: "readiness-recorded",
  title: "Somebody looked at everything before the first user came, and said who, when and where",
  why: "What a program cannot check, such as third parties, DNS seen from outside or the work of other teams, is believed to be done until the first user finds that it is not.",
  fix: "Look at it, and write by, date and evidence under groundwork:readiness.",
  severity: "medium",
  topics: ["recovery", "governance"],
  references: [...changeControl, ...tested],
  appliesTo: "stack",
  options: z.strictObject({
    items: z.array(z.enum(readinessNames)).describe("What has to be looked at."),
  }),
  check: (stack, { options, settings, today }) => {
    const asked = readinessOf(stack).filter(({ item }) => options.items.includes(item));
    if (asked.length === 0) return notApplicable("the tier asks for no record of readiness");
    const urn = profileOf(stack)?.urn ?? stack.urn;
    const parts = partsFor(ownersOf(settings), today);
    return asked.flatMap((one) => judge(one, parts, urn));
  },
});

function partsFor(owners: readonly string[], today: string): readonly Part[] {
  return [
    {
      ...{ name: "by", wanted: `one of ${owners.join(", ")}` },
      holds: (by) => owners.includes(saidText(by) ?? ""),
    },
    {
      ...{ name: "date", wanted: `a day such as 2026-06-01, ${today} or before` },
      // Days in this form compare as text.
      holds: (date) => (saidDay(date) ?? "9999") <= today,
    },
    {
      ...{ name: "evidence", wanted: "an address or a file" },
      holds: (evidence) => saidText(evidence) !== undefined,
    },
  ];
}

function judge(told: ToldReadiness, parts: readonly Part[], urn: string): Answer[] {
  const { property, whole } = told;
  const wanted = "by whom, when, and what shows it";
  if (whole.state === "absent") return [fail({ urn, property, wanted, found: null })];
  const answers = parts.flatMap(({ name, wanted, holds }): Answer[] => {
    const evidence = { urn, property: `${property}.${name}`, wanted };
    const reading = told[name];
    if (reading.state === "unknown") return [unknown(evidence)];
    return holds(reading) ? [] : [fail({ ...evidence, found: foundIn(reading) })];
  });
  const { by, date, evidence } = told;
  const found = [by, date, evidence].map((one) => saidText(one) ?? "").join(", ");
  return answers.length > 0 ? answers : [pass({ urn, property, wanted, found })];
}

function foundIn(reading: Reading): Value {
  return reading.state === "known" ? reading.value : null;
}
