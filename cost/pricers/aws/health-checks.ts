import type { DeclaredResource } from "../../../core/resource";
import type { PricingContext } from "../../context";
import type { Charge } from "../../model";
import { type Pricer, type Pricers } from "../../pricer";
import { remembered } from "../../remembered";
import { always } from "../../scenarios";
import { itemsAt, knowing, notKnown, numberAt, textAt, valueAt } from "../inputs";

/** Checks that ask no endpoint. */
const combined = ["CALCULATED", "CLOUDWATCH_METRIC"];

/** Ends of host names that AWS gives its own services. */
const hostsOfAws =
  /\.(amazonaws\.com|cloudfront\.net|elasticbeanstalk\.com|awsapprunner\.com|awsglobalaccelerator\.com|on\.aws)\.?$/i;

/** Seconds between two requests of a checker, where the check is of the fast kind. */
const fast = 10;

const check: Pricer = (resource, context) => {
  const type = textAt(resource, "type") ?? "";
  if (combined.includes(type)) {
    return [{ sku: "route53-health-check-combined", quantity: always(1) }];
  }
  if (type === "RECOVERY_CONTROL") return [{ notPriced: "it is paid with its cluster" }];
  const where = whereIs(resource, context);
  if (where === "unknown") return notKnown(resource, ["fqdn", "ipAddress"]) ?? [];
  const options = optionsOf(resource, type);
  const charges: Charge[] = [{ sku: `route53-health-check-${where}`, quantity: always(1) }];
  if (options === 0) return charges;
  return [...charges, { sku: `route53-health-check-option-${where}`, quantity: always(options) }];
};

/** HTTPS, matching of text, the fast interval and measuring of latency are paid each. */
function optionsOf(resource: DeclaredResource, type: string): number {
  const taken = [
    type.startsWith("HTTPS"),
    type.endsWith("_STR_MATCH"),
    numberAt(resource, "requestInterval") === fast,
    valueAt(resource, "measureLatency") === true,
  ];
  return taken.filter(Boolean).length;
}

/** Only what is surely at AWS is taken as such: the others are dearer. */
function whereIs(
  resource: DeclaredResource,
  context: PricingContext,
): "aws" | "non-aws" | "unknown" {
  if (computedFromAws(resource, ["ipAddress", "fqdn"], context)) return "aws";
  if (notKnown(resource, ["fqdn", "ipAddress"])) return "unknown";
  if (textAt(resource, "ipAddress") !== undefined) return "non-aws";
  const host = textAt(resource, "fqdn") ?? "";
  const isAws = hostsOfAws.test(host) || recordedAtAws(context).has(host);
  return isAws ? "aws" : "non-aws";
}

/** A value that is computed from a resource of AWS, known or not. */
function computedFromAws(
  resource: DeclaredResource,
  inputs: readonly string[],
  context: PricingContext,
): boolean {
  return inputs
    .flatMap((input) => resource.propertyDependencies[input] ?? [])
    .some((urn) => context.get(urn)?.type.startsWith("aws:"));
}

/**
 * Hosts that the stack's own records send to AWS: by a name of AWS, or by one that is computed from a resource there, which
 * a preview of a new stack does not know yet.
 */
const recordedAtAws = remembered((context: PricingContext): ReadonlySet<string> => {
  const records = context
    .ofType("aws:route53/record:Record")
    .filter(
      (record) =>
        computedFromAws(record, ["records", "aliases"], context) ||
        targets(record).some((name) => hostsOfAws.test(name)),
    );
  return new Set(records.flatMap((record) => textAt(record, "name") ?? []));
});

function targets(record: DeclaredResource): string[] {
  const aliases = itemsAt(record, "aliases").map((_, at) => textAt(record, `aliases[${at}].name`));
  return [...itemsAt(record, "records").map(String), ...aliases.map((name) => name ?? "")];
}

export const awsHealthCheckPricers: Pricers = {
  "aws:route53/healthCheck:HealthCheck": knowing(
    ["type", "requestInterval", "measureLatency"],
    check,
  ),
};
