import { z } from "zod";
import type { Retention } from "../../../catalogue/vercel-platform";
import { readProperty } from "../../../core/value";
import { changeControl } from "../../lib/recovery/references";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

/** Days that Vercel keeps a deployment, by its own words. */
const daysOf: Readonly<Record<Retention, number>> = {
  "1d": 1,
  "1w": 7,
  "1m": 30,
  "2m": 60,
  "3m": 90,
  "6m": 180,
  "1y": 365,
  unlimited: Infinity,
};

// Requirement: DR-11
export const productionDeploymentsKept = defineRule({
  id: "production-deployments-kept",
  title: "Production deployments are kept for as long as somebody may return to them",
  why: "A deployment that Vercel has deleted cannot be promoted again: what took seconds then takes a build, if it still builds.",
  fix: "Set groundwork:hosting.deploymentRetention.expirationProduction to three months or more.",
  severity: "medium",
  topics: ["recovery", "release"],
  references: [
    ...changeControl,
    {
      standard: "Vercel",
      clause: "Deployment Retention",
      url: "https://vercel.com/docs/deployment-retention",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({
    minDays: z.int().min(0).describe("Days that a production deployment is kept at least."),
  }),
  check: (stack, { options }) => {
    const projects = stack.ofType(providerTypes.vercelProject);
    if (projects.length === 0) return notApplicable("no Vercel project");
    if (options.minDays === 0) return notApplicable("the tier asks for no kept deployments");
    return projects.map((project): Answer => {
      const input = "deploymentRetention.expirationProduction";
      const wanted = `at least ${options.minDays} days`;
      const [retention] = stack.dependents(project, providerTypes.vercelRetention, "projectId");
      // Then the team's own default holds, which no file shows and anybody may change.
      if (!retention) return fail({ urn: project.urn, input, found: null, wanted });
      const evidence = { urn: retention.urn, property: "expirationProduction", input, wanted };
      const kept = readProperty(retention.inputs, ["expirationProduction"]);
      if (kept.state === "unknown") return unknown(evidence);
      // Left out, the provider says one year.
      const found = textOf(kept) ?? "1y";
      const days = new Map(Object.entries(daysOf)).get(found) ?? 0;
      return days >= options.minDays ? pass({ ...evidence, found }) : fail({ ...evidence, found });
    });
  },
});
