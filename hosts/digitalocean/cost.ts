import { Decimal } from "decimal.js";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { isPropertyMap } from "../../core/value";
import type { PricingContext } from "../../cost/context";
import type { Charge, Pricing } from "../../cost/model";
import type { Pricer, Pricers } from "../../cost/pricer";
import { remembered } from "../../cost/remembered";
import { type Amounts, always, mapAmounts, sumAmounts } from "../../cost/scenarios";
import { knowing, valueAt } from "../../cost/pricers/inputs";
import { type AppParts, type Containers, partsOf, transferOf } from "./cost-parts";

const type = "digitalocean:index/app:App";
const gbInGib = new Decimal(1024).pow(3).div(new Decimal(1000).pow(3));

/** An app's containers by the month, what it has beside them, and what the team's apps send beyond their allowance. */
const app: Pricer = (resource, context) => {
  const parts = partsIn(resource);
  return [
    ...parts.containers.map(containerCharge),
    ...parts.unclear.map((name) => ({
      notPriced: `${name}: its size and number are not known, or not on sale any more`,
    })),
    ...staticCharge(parts),
    ...countCharge("do-app-egress-ip", parts.hasEgressIp ? 1 : 0),
    ...countCharge("do-app-dev-db", parts.databases),
    ...(parts.jobs > 0 ? [{ notPriced: "jobs are billed by the second that they run" }] : []),
    ...(parts.functions > 0 ? [{ notPriced: "functions are billed by the use of memory" }] : []),
    transferCharge(context),
  ];
};

function containerCharge({ name, size, least, most }: Containers): Charge {
  const quantity: Amounts = {
    low: new Decimal(least),
    expected: new Decimal(least),
    high: new Decimal(most),
  };
  const scaled = `${name}: the least number of containers, in a busy month the most`;
  return { sku: size.sku, quantity, ...(least !== most && { rests: [scaled] }) };
}

/** The account has some apps of static sites alone for nothing; a site beside a service costs nothing more. */
function staticCharge({ containers, unclear, staticSites }: AppParts): Charge[] {
  const isStatic = staticSites > 0 && containers.length + unclear.length === 0;
  return countCharge("do-app-static-extra", isStatic ? 1 : 0);
}

function countCharge(sku: string, count: number): Charge[] {
  return count === 0 ? [] : [{ sku, quantity: always(count) }];
}

/** All apps of the stack share one pool of free transfer, and each bears an equal part of what goes beyond it. */
function transferCharge(context: PricingContext): Pricing {
  const { apps, beyond } = transferIn(context);
  return {
    sku: "do-app-egress",
    quantity: mapAmounts(beyond, (gib) => gib.div(apps)),
    rests: [
      "hosting.transferGb",
      "services.egressGb",
      "what the team's apps of other stacks send and may send is not counted",
    ],
  };
}

const transferIn = remembered((context: PricingContext) => {
  const apps = context.ofType(type);
  const free = apps.reduce((sum, one) => sum + transferOf(partsIn(one)), 0);
  const sent = sumAmounts(apps.map((one) => sentBy(one, context)));
  const beyond = mapAmounts(sent, (gb) => Decimal.max(gb.div(gbInGib).minus(free), 0));
  return { apps: apps.length, beyond };
});

/** A container service sends its part of what the services send, any other app its part of what the sites do. */
function sentBy(resource: DeclaredResource, context: PricingContext): Amounts {
  const parent = resource.parent === undefined ? undefined : context.get(resource.parent);
  if (parent?.type === tokens.containerService) {
    const services = valueAt(parent, "services");
    const count = isPropertyMap(services) ? Object.keys(services).length : 1;
    const all = context.used("services.egressGb", parent, context.ofType(parent.type));
    return mapAmounts(all, (gb) => gb.div(Math.max(count, 1)));
  }
  return context.used("hosting.transferGb", resource, sites(context));
}

/** Apps that are no container service. */
const sites = remembered((context: PricingContext) =>
  context.ofType(type).filter(({ parent }) => {
    const found = parent === undefined ? undefined : context.get(parent);
    return found?.type !== tokens.containerService;
  }),
);

function partsIn(resource: DeclaredResource): AppParts {
  const spec = valueAt(resource, "spec");
  return partsOf(isPropertyMap(spec) ? spec : {});
}

export const resources: Pricers = { [type]: knowing(["spec"], app) };
