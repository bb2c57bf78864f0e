import { Decimal } from "decimal.js";
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
    { sku: "render-bandwidth", quantity: sentBy(part), rests: ["services.egressGb"] },
  ];
}
