import { Decimal } from "decimal.js";
import type { DeclaredResource } from "../../../core/resource";
import type { PricingContext } from "../../context";
import type { Pricing } from "../../model";
import type { Pricer } from "../../pricer";
import { always, mapAmounts, zero } from "../../scenarios";
import { notKnown, textAt, valueAt } from "../inputs";
import { onPro } from "./by-plan";
import { type Metered, meteredCharges } from "./metered";

const million = 1_000_000;

/** Priced where visitors are served. */
const cdn: readonly Metered[] = [
  { sku: "vercel-edge-requests", meter: "hosting.requests", per: million },
  { sku: "vercel-fast-data-transfer", meter: "hosting.transferGb" },
  { sku: "vercel-image-transformations", meter: "hosting.imageTransformations", per: 1000 },
  { sku: "vercel-image-cache-reads", meter: "hosting.imageCacheReads", per: million },
  { sku: "vercel-image-cache-writes", meter: "hosting.imageCacheWrites", per: million },
];

/** Priced where functions run. */
const functions: readonly Metered[] = [
  { sku: "vercel-fn-invocations", meter: "hosting.functionInvocations", per: million },
  { sku: "vercel-fn-active-cpu", meter: "hosting.functionCpuHours" },
  { sku: "vercel-fn-provisioned-memory", meter: "hosting.functionMemoryGbHours" },
  { sku: "vercel-fast-origin-transfer", meter: "hosting.originTransferGb" },
  { sku: "vercel-isr-reads", meter: "hosting.isrReads", per: million },
  { sku: "vercel-isr-writes", meter: "hosting.isrWrites", per: million },
];

const everywhere: readonly Metered[] = [
  { sku: "vercel-observability-plus", meter: "hosting.observabilityEvents", per: million },
];

const builds: readonly Metered[] = [
  { sku: "vercel-build-cpu-minute", meter: "hosting.buildCpuMinutes" },
];

const analytics: readonly Metered[] = [
  { sku: "vercel-web-analytics-events", meter: "hosting.webAnalyticsEvents", per: 1000 },
  { sku: "vercel-speed-insights-events", meter: "hosting.speedInsightsEvents", per: 10_000 },
];

/** All that a project's use pays for; the plan's credit pays the first of it. */
export const projectMeters = [...cdn, ...functions, ...everywhere, ...builds, ...analytics];

const plusIsOn = {
  rests: ["Observability Plus is on, as for teams that are paid since 2026-04-03"],
};
const buildMachine = { rests: ["builds run on Elastic machines, as those of new teams do"] };

/** Where Vercel runs the functions of a project that says nothing. */
const defaultRegion = "iad1";

/** The first of the regions counts for all: how requests fall to the others is not known. */
const project: Pricer = (resource, context) => [
  ...(notKnown(resource, ["resourceConfig.functionDefaultRegions[0]"]) ??
    regional(resource, context)),
  ...meteredCharges(everywhere, resource, context, plusIsOn),
  ...(buildsAreFree(resource) ? [] : meteredCharges(builds, resource, context, buildMachine)),
  ...analyticsCharges(resource, context),
  ...passwordProtection(resource),
];

export const vercelProject: Pricer = onPro(project);

function regional(resource: DeclaredResource, context: PricingContext): Pricing[] {
  const said =
    textAt(resource, "resourceConfig.functionDefaultRegions[0]") ??
    textAt(resource, "serverlessFunctionRegion");
  const region = said ?? defaultRegion;
  const visitors = { region, rests: [`visitors are served from ${region}`] };
  const runs = said
    ? { region }
    : { region, rests: [`functions run in ${region}, as the project names no region`] };
  return [
    ...meteredCharges(cdn, resource, context, visitors),
    ...meteredCharges(functions, resource, context, runs),
  ];
}

/** Those on a standard machine, one after the other, are part of the plan. */
function buildsAreFree(resource: DeclaredResource): boolean {
  return (
    valueAt(resource, "buildMachineType") === "standard" &&
    valueAt(resource, "onDemandConcurrentBuilds") !== true
  );
}

/** Only where they are counted at all. Speed Insights costs a fixed sum for each project beside its data points. */
function analyticsCharges(resource: DeclaredResource, context: PricingContext): Pricing[] {
  const counted = meteredCharges(analytics, resource, context).filter(
    ({ quantity }) => !quantity.high.isZero(),
  );
  return counted.flatMap((charge) => {
    if (charge.sku !== "vercel-speed-insights-events") return [charge];
    const quantity = mapAmounts(charge.quantity, (units) => (units.gt(0) ? new Decimal(1) : zero));
    return [charge, { ...charge, sku: "vercel-speed-insights", quantity }];
  });
}

function passwordProtection(resource: DeclaredResource): readonly Pricing[] {
  const unknown = notKnown(resource, ["passwordProtection"]);
  if (unknown) return unknown;
  if (valueAt(resource, "passwordProtection") === undefined) return [];
  return [{ sku: "vercel-password-protection", quantity: always(1) }];
}
