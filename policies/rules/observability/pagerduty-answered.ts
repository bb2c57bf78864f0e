import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { itemsOf, readItems } from "../../lib/lists";
import { incidentResponse } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { iso } from "../../lib/references";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";

// Requirement: ALRT-10
export const pagerdutyAnswered = defineRule({
  id: "pagerduty-answered",
  title: "What reaches PagerDuty calls a person, and something reaches each service",
  why: "A service without an integration hears of nothing, and a policy without a person takes every incident without a word.",
  fix: "Give the service an integration, and each step of its escalation policy somebody to call.",
  severity: "high",
  topics: ["alerts"],
  references: [incidentResponse, iso("A.5.26")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => [
    ...stack.ofType(providerTypes.pagerdutyService).map((one) => judgeService(stack, one)),
    ...stack.ofType(providerTypes.pagerdutyPolicy).map(judgePolicy),
  ],
});

function judgeService(stack: StackView, service: DeclaredResource): Answer {
  const evidence = { urn: service.urn, wanted: "an integration" };
  const own = stack.dependents(service, providerTypes.pagerdutyIntegration, "service");
  if (own.length > 0) return pass({ ...evidence, found: own[0]?.name ?? "" });
  const open = stack
    .ofType(providerTypes.pagerdutyIntegration)
    .some(
      ({ inputs, propertyDependencies: { service: from = [] } }) =>
        readProperty(inputs, ["service"]).state === "unknown" && from.length === 0,
    );
  if (open) return unknown(evidence);
  return fail({ ...evidence, found: null, message: "found no integration, wanted one" });
}

function judgePolicy({ urn, inputs }: DeclaredResource): Answer {
  const evidence = { urn, property: "rules", wanted: "somebody to call in each step" };
  const rules = readProperty(inputs, ["rules"]);
  if (rules.state === "unknown") return unknown(evidence);
  const steps = itemsOf(rules);
  const open = steps.some((step) => readProperty(step, ["targets"]).state === "unknown");
  const empty = steps.filter(
    (step) =>
      readProperty(step, ["targets"]).state !== "unknown" &&
      readItems(step, ["targets"]).length === 0,
  ).length;
  if (steps.length === 0 || empty > 0) {
    return fail({
      ...evidence,
      found: steps.length === 0 ? "no step" : "a step that calls nobody",
    });
  }
  if (open) return unknown(evidence);
  return pass({ ...evidence, found: `${steps.length} step${steps.length === 1 ? "" : "s"}` });
}
