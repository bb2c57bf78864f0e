import { Decimal } from "decimal.js";
import { isPropertyMap } from "../../core/value";
import { service as facts } from "./service";
import type { Pricing } from "../../cost/model";
import { hostedOf } from "../../cost/pricers/services/hosted";
import { always } from "../../cost/scenarios";
import { numberIn, type ServicePart, sentBy } from "../../cost/pricers/services/part";

// Requirement: HOST-15
/** Instances by the month at the price of their plan, and what they send. Certificates and the balance between them are free. */
export function service(part: ServicePart): readonly Pricing[] {
  const { name, service: declared } = part;
  const hosted = hostedOf(declared);
  const plan = facts.plans?.find((one) => one.name === hosted?.plan);
  if (!hosted || !plan) return [{ notPriced: `${name}: its plan is not known before the update` }];
  const { least, most } = hosted;
  const usual = new Decimal(least);
  const diskGb = numberIn(declared.disk, "sizeGb");
  return [
    {
      sku: plan.sku,
      quantity: { low: usual, expected: usual, high: new Decimal(most) },
      ...(least !== most && {
        rests: [`${name}: the least number of instances, in a busy month the most`],
      }),
    },
    ...(diskGb === undefined ? [] : [{ sku: "render-disk", quantity: always(diskGb) }]),
    ...databaseCharges(part),
    { sku: "render-bandwidth", quantity: sentBy(part), rests: ["services.egressGb"] },
  ];
}

/** Its plan and its disk; a standby costs the same once more. Backups cost nothing. */
function databaseCharges({ name, service: { database } }: ServicePart): Pricing[] {
  if (!isPropertyMap(database)) return [];
  const plan = facts.databasePlans?.find((one) => one.name === database.plan);
  const diskGb = numberIn(database, "diskGb");
  if (!plan || diskGb === undefined)
    return [{ notPriced: `${name}: the size of its database is not known before the update` }];
  const count = database.highAvailability === true ? 2 : 1;
  return [
    { sku: plan.sku, quantity: always(count) },
    { sku: "render-postgres-storage", quantity: always(count * diskGb) },
  ];
}
