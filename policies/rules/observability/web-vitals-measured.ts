import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { judgeProperty } from "../../lib/judge-property";
import { coreWebVitals, monitoring } from "../../lib/observability/references";
import { watchedVitals } from "../../lib/observability/vitals";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";

const telemetries = "appMonitorConfiguration.telemetries";

// Requirement: ALRT-17
export const webVitalsMeasured = defineRule({
  id: "web-vitals-measured",
  title: "Browsers of visitors measure how pages feel, and somebody hears when they feel bad",
  why: "Servers that answer fast say nothing of a page that jumps, hangs or stays empty on the phones of those who use it.",
  fix: "Declare groundwork:webVitals in the stack file.",
  severity: "low",
  topics: ["performance", "alerts"],
  references: [...monitoring, coreWebVitals],
  appliesTo: "stack",
  options: z.strictObject({ monitors: z.number().int().nonnegative() }),
  check: (stack, { options: { monitors: wanted } }) => {
    const { urn } = stack;
    const monitors = stack.ofType(providerTypes.awsAppMonitor);
    if (monitors.length < wanted) {
      const message = `found ${monitors.length} app monitors, wanted at least ${wanted}`;
      return fail({ urn, found: monitors.length, wanted, message });
    }
    if (monitors.length === 0) return notApplicable("the tier asks for no app monitor", urn);
    return monitors.flatMap((monitor) => [judgeMeasured(monitor), ...judgeWatched(stack, monitor)]);
  },
});

/** RUM measures vitals only where it is told to measure performance. */
function judgeMeasured(monitor: DeclaredResource): Answer {
  return judgeProperty(monitor, {
    property: telemetries,
    input: "telemetries",
    wanted: "performance among them",
    holds: (found) => Array.isArray(found) && found.includes("performance"),
  });
}

/** An alarm for each of the three. */
function judgeWatched(stack: StackView, { urn, inputs }: DeclaredResource): Answer[] {
  const name = readProperty(inputs, ["name"]);
  const { seen, undecided } = watchedVitals(stack, textOf(name));
  return [...seen].map(([metric, alarm]) => {
    const evidence = { urn, wanted: `an alarm on ${metric}` };
    if (alarm !== undefined) return pass({ ...evidence, found: alarm });
    if (undecided || name.state === "unknown") return unknown(evidence);
    return fail({ ...evidence, found: null, message: `found no alarm on ${metric}, wanted one` });
  });
}
