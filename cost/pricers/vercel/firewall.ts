import type { DeclaredResource } from "../../../core/resource";
import { isPropertyMap, type Value } from "../../../core/value";
import type { Pricing } from "../../model";
import type { Pricer } from "../../pricer";
import { mapAmounts } from "../../scenarios";
import type { PricingContext } from "../../context";
import { remembered } from "../../remembered";
import { firstByUrn } from "../first";
import { itemsAt, notKnown, textAt, valueAt } from "../inputs";
import type { Metered } from "./metered";
import { onPro } from "./by-plan";
import { projectType } from "./team";

export const firewallType = "vercel:index/firewallConfig:FirewallConfig";

interface Feature extends Metered {
  /** Whether a firewall makes it count. */
  has: (firewall: DeclaredResource) => boolean;
  /** Firewalls among which the meter is divided. */
  sharers: (context: PricingContext) => readonly DeclaredResource[];
}

function feature(meter: Metered, has: Feature["has"]): Feature {
  const sharers = remembered((context: PricingContext) =>
    context.ofType(firewallType).filter((one) => isOn(one) && has(one)),
  );
  return { ...meter, has, sharers };
}

const features: readonly Feature[] = [
  feature({ sku: "vercel-waf-rate-limit", meter: "hosting.rateLimitedRequests" }, limitsRates),
  feature({ sku: "vercel-waf-owasp-requests", meter: "hosting.inspectedRequests" }, inspects),
];

/** What a firewall can add to the use that the plan's credit pays. */
export const firewallMeters: readonly Metered[] = features;

const ofEveryPlan: Pricing = {
  free: "its own rules, address blocks and bot protection are part of every plan",
  source: "https://vercel.com/docs/vercel-firewall/vercel-waf/usage-and-pricing",
};

/** What a firewall turns away is billed nowhere; rate limits and OWASP rules bill what they let pass and look at. */
export const vercelFirewall: Pricer = (resource, context) => {
  const unknown = notKnown(resource, ["enabled", "rules.rules", "managedRulesets.owasp"]);
  if (unknown) return unknown;
  const counting = isOn(resource) ? features.filter(({ has }) => has(resource)) : [];
  return counting.length > 0 ? onPro(charges(counting))(resource, context) : [ofEveryPlan];
};

function charges(counting: readonly Feature[]): Pricer {
  return (resource, context) => {
    const region = regionOf(context);
    return counting.map(({ sku, meter, sharers }) => ({
      sku,
      region,
      quantity: mapAmounts(context.used(meter, resource, sharers(context)), (count) =>
        count.div(1_000_000),
      ),
      rests: [meter, `visitors are served from ${region}`],
    }));
  };
}

/** A firewall names its project by an id that is not known yet: the region of the first project by its URN is taken. */
const regionOf = remembered((context: PricingContext): string => {
  const project = firstByUrn(context.ofType(projectType));
  return (project && textAt(project, "resourceConfig.functionDefaultRegions[0]")) ?? "iad1";
});

function isOn(resource: DeclaredResource): boolean {
  return valueAt(resource, "enabled") !== false;
}

function limitsRates(resource: DeclaredResource): boolean {
  return itemsAt(resource, "rules.rules").some(
    (rule) => isActive(rule) && isPropertyMap(rule.action) && rule.action.action === "rate_limit",
  );
}

function inspects(resource: DeclaredResource): boolean {
  const owasp = valueAt(resource, "managedRulesets.owasp");
  return isPropertyMap(owasp) && Object.values(owasp).some(isActive);
}

function isActive(
  part: Value | undefined,
): part is Extract<Value, { readonly [name: string]: unknown }> {
  return isPropertyMap(part) && part.active !== false;
}
