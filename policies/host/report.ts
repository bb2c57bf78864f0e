import type { ReportViolation } from "@pulumi/policy";
import type { AppliedWaiver, RuleResult } from "../../core/finding";
import type { Rule } from "../rule";

/** What `reportViolation` takes at run time beside its message; the SDK's types leave it out. */
interface Violation {
  name: string;
  description: string;
  message: string;
  urn: string;
  enforcementLevel: "mandatory" | "advisory";
  severity: RuleResult["severity"];
}

/** Hands a finding to the engine under its own rule's name and at its own level. A waived one is only told. */
export function reportFinding(report: ReportViolation, result: RuleResult, rule: Rule): void {
  const violation: Violation = {
    name: result.rule,
    description: rule.title,
    message: [result.message, ...advice(result, rule)].join("\n"),
    urn: result.urn,
    enforcementLevel: result.waiver ? "advisory" : result.level,
    severity: result.severity,
  };
  (report as unknown as (violation: Violation) => void)(violation);
}

/** An unknown and a broken rule say in their message what to do. */
function advice({ state, waiver }: RuleResult, { fix }: Rule): string[] {
  if (waiver) return [waived(waiver)];
  return state === "fail" ? [fix] : [];
}

function waived({ reason, owner, expires, ticket }: AppliedWaiver): string {
  const where = ticket ? ` (${ticket})` : "";
  return `Waived by ${owner} until ${expires}: ${reason}${where}`;
}
