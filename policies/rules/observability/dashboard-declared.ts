import { z } from "zod";
import { parseJson } from "../../../core/json";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { alarmTypes } from "../../lib/observability/alarms";
import { readItems } from "../../lib/lists";
import { monitoring } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";

/** What a dashboard can show of a stack. */
const shownTypes: readonly string[] = [...alarmTypes, providerTypes.awsHealthCheck];

// Requirement: ALRT-16
export const dashboardDeclared = defineRule({
  id: "dashboard-declared",
  title: "A dashboard shows how the stack is",
  why: "In an outage whoever helps looks at one page first; without it everyone builds their own, and sees another picture.",
  fix: "Declare a Dashboard component, or an aws.cloudwatch.Dashboard with the stack's alarms.",
  severity: "low",
  topics: ["dashboards"],
  references: monitoring,
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    if (!shownTypes.some((type) => stack.ofType(type).length > 0)) {
      return notApplicable("the stack has no alarm or health check to show");
    }
    const answers = stack
      .ofType(providerTypes.awsDashboard)
      .map((dashboard) => judgeDashboard(stack, dashboard));
    if (answers.length > 0) return answers;
    const message = "found no dashboard, wanted one";
    return fail({ urn: stack.urn, found: null, wanted: "a dashboard", message });
  },
});

function judgeDashboard(
  stack: StackView,
  { urn, inputs, propertyDependencies }: DeclaredResource,
): Answer {
  const property = "dashboardBody";
  const evidence = { urn, property, wanted: "widgets" };
  const body = readProperty(inputs, [property]);
  if (body.state === "unknown") {
    const sources = propertyDependencies[property] ?? [];
    const shown = sources.filter((one) => shownTypes.includes(stack.get(one)?.type ?? ""));
    if (shown.length === 0) return unknown(evidence);
    return pass({ ...evidence, found: `${shown.length} alarms and health checks` });
  }
  const widgets = readItems(parseJson(textOf(body) ?? "") ?? null, ["widgets"]).length;
  if (widgets === 0) return fail({ ...evidence, found: null });
  return pass({ ...evidence, found: `${widgets} widgets` });
}
