import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { readProperty } from "../../../core/value";
import { readMap } from "../../lib/maps";
import { soc2 } from "../../lib/references";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";

/** Kinds of service that users reach themselves. */
const publicKinds = ["hosting", "container"];

// Requirement: HOST-13, UPT-09
export const objectiveDeclared = defineRule({
  id: "objective-declared",
  title: "Every public service promises an availability that is high enough for its tier",
  why: "Without a number nobody can say whether a month was good, and each outage is argued anew.",
  fix: "Set groundwork:uptime.objectives.<service> to the tier's percent or more.",
  severity: "medium",
  topics: ["uptime", "objectives"],
  references: [
    soc2("A1.1"),
    {
      standard: "Site Reliability Engineering",
      clause: "Service Level Objectives",
      url: "https://sre.google/sre-book/service-level-objectives/",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({ minPercent: z.number().min(0).max(100) }),
  check: (stack, { options: { minPercent } }) => {
    const [checks] = stack.ofType(tokens.uptimeChecks);
    const services = stack.ofType(tokens.alerts).flatMap(publicServices);
    return services.map((service) => judgeService(stack, checks, { service, minPercent }));
  },
});

function judgeService(
  { urn }: StackView,
  checks: DeclaredResource | undefined,
  { service, minPercent }: { service: string; minPercent: number },
): Answer {
  const property = `objectives.${service}`;
  const wanted = `at least ${minPercent} percent`;
  const evidence = { urn: checks?.urn ?? urn, property, input: property, wanted };
  const objective = readProperty(checks?.inputs ?? {}, ["objectives", service]);
  if (objective.state === "unknown") return unknown(evidence);
  const percent = textOf(objective);
  if (percent === undefined) return fail({ ...evidence, found: null });
  const found = `${percent} percent`;
  return Number(percent) >= minPercent
    ? pass({ ...evidence, found })
    : fail({ ...evidence, found });
}

function publicServices({ inputs }: DeclaredResource): string[] {
  return Object.entries(readMap(inputs, ["services"])).flatMap(([name, service]) =>
    publicKinds.includes(textOf(readProperty(service ?? null, ["kind"])) ?? "") ? [name] : [],
  );
}
