import { z } from "zod";
import { alertClasses } from "../../../core/alerts";
import { readProperty } from "../../../core/value";
import { alarmsOf } from "../../lib/observability/alarms";
import { judgeCoverage } from "../../lib/observability/coverage";
import { monitoring } from "../../lib/observability/references";
import { textOf } from "../../lib/text";
import { defineRule } from "../../rule";

// Requirement: ALRT-11, ALRT-13
export const alertClassesCovered = defineRule({
  id: "alert-classes-covered",
  title: "Every class of trouble that the tier watches has an alarm",
  why: "A stack that is only watched for outages hears of full disks, lost users and broken alerts as outages.",
  fix: "Raise groundwork:alerts.level, or turn on again what groundwork:alerts.alarms turns off.",
  severity: "high",
  topics: ["alerts"],
  references: monitoring,
  appliesTo: "stack",
  options: z.strictObject({ classes: z.array(z.enum(alertClasses)) }),
  check: (stack, { options: { classes } }) => {
    const tags = alarmsOf(stack).map(({ inputs }) => readProperty(inputs, ["tags", "class"]));
    return judgeCoverage({
      urn: stack.urn,
      wanted: classes,
      covered: new Set(tags.flatMap((tag) => textOf(tag) ?? [])),
      undecided: tags.some(({ state }) => state === "unknown"),
      what: "alarm of class",
      input: "level",
    });
  },
});
