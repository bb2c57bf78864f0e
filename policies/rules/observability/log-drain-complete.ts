import { z } from "zod";
import { vercelLimits } from "../../../catalogue/limits/vercel";
import type { DeclaredResource } from "../../../core/resource";
import { type Value, readProperty } from "../../../core/value";
import { judgeProperty } from "../../lib/judge-property";
import { logging } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { readText } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable } from "../../rule";
import type { StackView } from "../../stack-view";

// Requirement: LOG-03, LOG-04, LOG-08
export const logDrainComplete = defineRule({
  id: "log-drain-complete",
  title: "Production logs of every Vercel project are drained, whole",
  why: "Vercel keeps lines for days: what is not drained is gone when somebody asks, and alarms that count lines count too few.",
  fix: "Set groundwork:hosting.logDrain with the tier's sources and samplingRate 1.",
  severity: "medium",
  topics: ["logs", "audit"],
  references: [
    logging,
    { standard: "Vercel", clause: "Drains", url: "https://vercel.com/docs/drains" },
  ],
  appliesTo: "stack",
  options: z.strictObject({
    sources: z.array(z.string()),
    minSamplingRate: z.number().min(0).max(1),
  }),
  check: (stack, { options }) => {
    if (options.sources.length === 0) return notApplicable("the tier asks for no log drain");
    const ofAll = stack.ofType(providerTypes.vercelLogDrain).filter(isOfAllProjects);
    return stack
      .ofType(providerTypes.vercelProject)
      .flatMap((project) => judgeProject(stack, project, { ofAll, options }));
  },
});

interface Wanted {
  /** Drains that take the lines of every project of the team. */
  ofAll: readonly DeclaredResource[];
  options: { sources: readonly string[]; minSamplingRate: number };
}

function judgeProject(
  stack: StackView,
  project: DeclaredResource,
  { ofAll, options }: Wanted,
): Answer[] {
  const own = stack.dependents(project, providerTypes.vercelLogDrain, "projectIds");
  const drains = [...own, ...ofAll];
  if (drains.length === 0) {
    const message = `found no log drain, wanted one${keptFor(stack, project)}`;
    return [
      fail({ urn: project.urn, input: "logDrain", found: null, wanted: "a log drain", message }),
    ];
  }
  return drains.flatMap((drain) => judgeDrain(drain, options));
}

const kept: Readonly<Record<string, number>> = vercelLimits.runtimeLogHours.value;

/** How long Vercel keeps the lines by itself, where the component around the project says the team's plan. */
function keptFor(stack: StackView, { parent = "" }: DeclaredResource): string {
  const plan = readText(stack.get(parent)?.inputs ?? {}, ["plan"]) ?? "";
  if (!Object.hasOwn(kept, plan)) return "";
  const hours = kept[plan];
  return `: on plan ${plan} Vercel keeps lines for ${hours} hour${hours === 1 ? "" : "s"}`;
}

function judgeDrain(
  drain: DeclaredResource,
  { sources, minSamplingRate }: Wanted["options"],
): Answer[] {
  const holdsAll = (wanted: readonly string[]) => (found: Value) =>
    Array.isArray(found) && wanted.every((one) => found.includes(one));
  return [
    judgeProperty(drain, {
      property: "sources",
      input: "logDrain.sources",
      wanted: [...sources],
      holds: holdsAll(sources),
    }),
    judgeProperty(drain, {
      property: "environments",
      wanted: ["production"],
      holds: holdsAll(["production"]),
    }),
    judgeProperty(drain, {
      property: "samplingRate",
      input: "logDrain.samplingRate",
      wanted: minSamplingRate,
      absent: 1,
      holds: (found) => typeof found === "number" && found >= minSamplingRate,
    }),
  ];
}

function isOfAllProjects({ inputs }: DeclaredResource): boolean {
  return readProperty(inputs, ["projectIds"]).state === "absent";
}
