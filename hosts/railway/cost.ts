import { Decimal } from "decimal.js";
import { tokens } from "../../core/tokens";
import { isPropertyMap } from "../../core/value";
import type { PricingContext } from "../../cost/context";
import type { Pricing } from "../../cost/model";
import type { AccountPricer, Credit } from "../../cost/pricer";
import { always, mapAmounts } from "../../cost/scenarios";
import { valueAt } from "../../cost/pricers/inputs";
import { hostedOf } from "../../cost/pricers/services/hosted";
import { type ServicePart, sentBy } from "../../cost/pricers/services/part";

const used = ["railway-ram", "railway-cpu", "railway-egress"] as const;

// Requirement: HOST-16
/** Memory and CPUs by the minute that they are used, up to the limits of the service, and what it sends. */
export function service(part: ServicePart): readonly Pricing[] {
  const { name, service: declared, context } = part;
  const hosted = hostedOf(declared);
  if (!hosted) return [{ notPriced: `${name}: its size is not known before the update` }];
  const { cpus, memoryMb, least } = hosted;
  const [ram, cpu, egress] = used;
  const share = mapAmounts(context.total("services.usedPercent"), (percent) =>
    Decimal.min(percent, 100).div(100),
  );
  const ofAll = (one: Decimal.Value) => mapAmounts(share, (part) => part.times(one).times(least));
  const rests = ["services.usedPercent", `${name}: ${least} instances, always`];
  return [
    { sku: ram, quantity: ofAll(new Decimal(memoryMb).div(1024)), rests },
    { sku: cpu, quantity: ofAll(cpus), rests },
    { sku: egress, quantity: sentBy(part), rests: ["services.egressGb"] },
  ];
}

/** The workspace's plan is no setting of a stack: Pro, the smallest with several people. */
export const account: AccountPricer = {
  vendor: "railway",
  what: "plan of Railway",
  charges: (context) =>
    isUsed(context)
      ? [{ sku: "railway-pro", quantity: always(1), rests: ["the workspace is on the Pro plan"] }]
      : [],
};

/** What the plan costs is given back as use. */
export const credit: Credit = {
  vendor: "railway",
  sku: "railway-pro-credit",
  pays: used,
  granted: isUsed,
};

function isUsed(context: PricingContext): boolean {
  const components = context.ofType(tokens.containerService);
  return components.some((component) => {
    const services = valueAt(component, "services");
    const all = isPropertyMap(services) ? Object.values(services) : [];
    return all.some((one) => isPropertyMap(one) && one.vendor === "railway");
  });
}
