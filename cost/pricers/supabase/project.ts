import { pricedSizes } from "../../../catalogue/prices/supabase/compute";
import type { MeterId } from "../../../catalogue/usage";
import type { DeclaredResource } from "../../../core/resource";
import type { PricingContext } from "../../context";
import type { Charge, Pricing, Unpriced } from "../../model";
import type { Pricer } from "../../pricer";
import { always, type Amounts, mapAmounts } from "../../scenarios";
import { Decimal } from "decimal.js";
import { notKnown, textAt } from "../inputs";
import { projectType } from "./organizations";
import { onPaidPlans } from "./projects";

/** Hours of a month. */
export const hours = 730;

/** GB that every project of a paid plan has, and that are free. */
const leastDiskGb = 8;

interface Metered {
  sku: string;
  meter: MeterId;
  per?: number;
}

const meters: readonly Metered[] = [
  { sku: "supabase-egress", meter: "database.egressGb" },
  { sku: "supabase-egress-cached", meter: "database.cachedEgressGb" },
  { sku: "supabase-storage", meter: "database.fileStorageGb" },
  { sku: "supabase-image-transformations", meter: "database.imagesTransformed", per: 1000 },
  { sku: "supabase-mau", meter: "database.monthlyActiveUsers" },
  {
    sku: "supabase-realtime-connections",
    meter: "database.realtimePeakConnections",
    per: 1000,
  },
  { sku: "supabase-realtime-messages", meter: "database.realtimeMessages", per: 1_000_000 },
];

/** One charge for what falls to a resource of those of its type. */
export function metered(
  { sku, meter, per = 1 }: Metered,
  resource: DeclaredResource,
  context: PricingContext,
): Charge {
  const used = context.used(meter, resource, context.ofType(resource.type));
  return { sku, quantity: mapAmounts(used, (units) => units.div(per)), rests: [meter] };
}

const project: Pricer = (resource, context): readonly Pricing[] => [
  computeOf(resource, "supabase-compute"),
  { sku: "supabase-disk-gp3", quantity: diskOf(resource, context), rests: ["database.diskGb"] },
  ...meters.map((one) => metered(one, resource, context)),
];

export const supabaseProject: Pricer = onPaidPlans(project);

/** What the size costs by the hour. A paid plan's smallest is Micro, as which Nano is billed too. */
export function computeOf(project: DeclaredResource, skus: string): Charge | Unpriced {
  const [unknown] = notKnown(project, ["instanceSize"]) ?? [];
  if (unknown) return unknown;
  const said = textAt(project, "instanceSize") ?? "micro";
  const size = said === "nano" ? "micro" : said;
  if (!pricedSizes.some((priced) => priced === size)) {
    return { notPriced: `compute ${size}: no list price is published` };
  }
  return { sku: `${skus}-${size}`, quantity: always(hours) };
}

/** Disk of one project. */
export function diskOf(project: DeclaredResource, context: PricingContext): Amounts {
  const used = context.used("database.diskGb", project, context.ofType(projectType));
  return mapAmounts(used, (gb) => Decimal.max(gb, leastDiskGb));
}
