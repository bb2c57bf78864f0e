import { Decimal } from "decimal.js";
import { serviceHosts } from "../../../catalogue/hosts/services";
import type { Pricing } from "../../model";
import { hostedOf } from "../services/hosted";
import { type ServicePart, sentBy } from "../services/part";

// Requirement: HOST-15
/** Instances by the month at the price of their plan, and what they send. Certificates and the balance between them are free. */
export function renderService(part: ServicePart): readonly Pricing[] {
  const { name, service } = part;
  const hosted = hostedOf(service);
  const plan = serviceHosts.render.plans?.find((one) => one.name === hosted?.plan);
  if (!hosted || !plan) return [{ notPriced: `${name}: its plan is not known before the update` }];
  const { least, most } = hosted;
  const usual = new Decimal(least);
  return [
    {
      sku: plan.sku,
      quantity: { low: usual, expected: usual, high: new Decimal(most) },
      ...(least !== most && {
        rests: [`${name}: the least number of instances, in a busy month the most`],
      }),
    },
    { sku: "render-bandwidth", quantity: sentBy(part), rests: ["services.egressGb"] },
  ];
}
