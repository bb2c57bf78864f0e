import { allFamilies } from "../../gate/families";
import type { ReportedRule } from "../../report/model";

/** Every rule as reports describe it. */
export function reportedRules(): ReportedRule[] {
  return Object.entries(allFamilies).flatMap(([family, rules]) =>
    rules.map(({ id, title, why, fix, severity, topics, references }) => ({
      id,
      family,
      title,
      why,
      fix,
      severity,
      topics,
      references,
    })),
  );
}
