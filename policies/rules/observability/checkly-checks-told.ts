import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { UNKNOWN } from "../../../core/value";
import { isActive, isTold } from "../../lib/observability/checkly";
import { incidentResponse, monitoring } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";

// Requirement: UPT-03, ALRT-10
export const checklyChecksTold = defineRule({
  id: "checkly-checks-told",
  title: "Every check at Checkly runs, and tells somebody",
  why: "A check that is switched off, muted or subscribed by nobody is red on a page that nobody has open.",
  fix: "Set activated, leave muted out, and subscribe an alert channel to the check or to its group.",
  severity: "high",
  topics: ["uptime", "alerts"],
  references: [...monitoring, incidentResponse],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) =>
    stack
      .ofType(providerTypes.checklyCheck)
      .flatMap((check) => [judgeRunning(check), judgeTold(stack, check)]),
});

function judgeRunning(check: DeclaredResource): Answer {
  const evidence = { urn: check.urn, property: "activated", wanted: "a check that runs and tells" };
  const active = isActive(check);
  if (active === UNKNOWN) return unknown(evidence);
  return active
    ? pass({ ...evidence, found: true })
    : fail({ ...evidence, found: "switched off or muted" });
}

function judgeTold(stack: StackView, check: DeclaredResource): Answer {
  const property = "alertChannelSubscriptions";
  const evidence = { urn: check.urn, property, wanted: "an alert channel" };
  const told = isTold(stack, check);
  if (told === UNKNOWN) return unknown(evidence);
  return told ? pass({ ...evidence, found: "a channel" }) : fail({ ...evidence, found: null });
}
