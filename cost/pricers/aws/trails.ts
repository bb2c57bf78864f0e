import type { MeterId } from "../../../catalogue/usage";
import type { DeclaredResource } from "../../../core/resource";
import { type Value, readProperty } from "../../../core/value";
import type { PricingContext } from "../../context";
import type { Charge } from "../../model";
import type { Pricer, Pricers } from "../../pricer";
import { mapAmounts } from "../../scenarios";
import { itemsAt, knowing, textAt, valueAt } from "../inputs";
import { perOne } from "./per-one";

const type = "aws:cloudtrail/trail:Trail";
const source = "https://aws.amazon.com/cloudtrail/pricing/";

/**
 * The first copy of management events is free; further copies, data events and Insights are not. What a trail writes is
 * paid with its bucket, its log group and its key. Trails that other stacks declare are not known.
 */
const trail: Pricer = (resource, context) => {
  if (!records(resource)) return [{ free: "it records nothing", source }];
  const charges: readonly Charge[] = [
    ...(isCopy(resource, context.ofType(type))
      ? [each("cloudtrail-management-copies", "logs.trailManagementEvents", resource, context)]
      : []),
    ...(recordsData(resource)
      ? [each("cloudtrail-data-events", "logs.trailDataEvents", resource, context)]
      : []),
    ...itemsAt(resource, "insightSelectors").map(() =>
      each("cloudtrail-insights", "logs.trailManagementEvents", resource, context),
    ),
  ];
  if (charges.length > 0) return charges;
  return [{ free: "the first copy of management events; its bucket is paid", source }];
};

/** Every trail records all events, so that they are not divided. */
function each(
  sku: string,
  meter: MeterId,
  resource: DeclaredResource,
  context: PricingContext,
): Charge {
  const { quantity, rests } = perOne(context, meter, resource);
  const region = context.awsRegion(resource);
  return { sku, region, quantity: mapAmounts(quantity, (count) => count.div(100_000)), rests };
}

const records = (resource: DeclaredResource) => valueAt(resource, "enableLogging") !== false;

/** Whether an earlier trail records the management events of its region already. */
function isCopy(resource: DeclaredResource, trails: readonly DeclaredResource[]): boolean {
  const earlier = trails.slice(0, trails.indexOf(resource));
  return (
    recordsManagement(resource) &&
    earlier.some((one) => records(one) && recordsManagement(one) && overlap(one, resource))
  );
}

function overlap(one: DeclaredResource, other: DeclaredResource): boolean {
  const everywhere = [one, other].some((trail) => valueAt(trail, "isMultiRegionTrail") === true);
  return everywhere || textAt(one, "region") === textAt(other, "region");
}

/** A trail that selects nothing records management events alone. */
function recordsManagement(resource: DeclaredResource): boolean {
  const basic = itemsAt(resource, "eventSelectors");
  const advanced = itemsAt(resource, "advancedEventSelectors");
  if (basic.length + advanced.length === 0) return true;
  return (
    basic.some((one) => !is(one, ["includeManagementEvents"], false)) ||
    advanced.some((one) => selects(one, "Management"))
  );
}

function recordsData(resource: DeclaredResource): boolean {
  const basic = itemsAt(resource, "eventSelectors");
  const advanced = itemsAt(resource, "advancedEventSelectors");
  return (
    basic.some((one) => readProperty(one, ["dataResources", 0]).state !== "absent") ||
    advanced.some((one) => selects(one, "Data"))
  );
}

/** Whether an advanced selector is for events of a category. */
function selects(selector: Value, category: string): boolean {
  const fields = readProperty(selector, ["fieldSelectors"]);
  if (fields.state !== "known" || !Array.isArray(fields.value)) return false;
  return (fields.value as readonly Value[]).some(
    (field) => is(field, ["field"], "eventCategory") && is(field, ["equals", 0], category),
  );
}

function is(root: Value, path: readonly (string | number)[], wanted: Value): boolean {
  const reading = readProperty(root, path);
  return reading.state === "known" && reading.value === wanted;
}

export const awsTrailPricers: Pricers = {
  [type]: knowing(
    ["enableLogging", "eventSelectors", "advancedEventSelectors", "insightSelectors"],
    trail,
  ),
};
