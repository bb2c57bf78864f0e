import { isPropertyMap, type PropertyMap } from "../../../core/value";
import { finding, isGiven, numberIn, objectsIn, type Finding } from "./finding";

/**
 * Source: digitalocean/openapi, specification/resources/apps/models (app_component_base, app_component_instance_base,
 * app_domain_spec), and https://docs.digitalocean.com/products/app-platform/details/limits/ for dedicated CPUs.
 */
export const digitaloceanChecks = {
  "autoscaling-on-dedicated": checkAutoscaling,
  "one-of-fixed-size": checkFixed,
  "component-names-once": checkNames,
  "one-primary-domain": checkPrimary,
};

/** Slugs of instances with CPUs of their own; `professional-1l` and larger are the older names of some. */
const dedicated = /^(apps-d-|professional-(1l|l|xl)$)/;

function checkAutoscaling({ autoscaling, instanceSizeSlug }: PropertyMap): Finding[] {
  if (!isPropertyMap(autoscaling)) return [];
  const least = numberIn(autoscaling.minInstanceCount);
  const most = numberIn(autoscaling.maxInstanceCount);
  const isShared =
    instanceSizeSlug === undefined ||
    (typeof instanceSizeSlug === "string" && !dedicated.test(instanceSizeSlug));
  return [
    ...(isShared
      ? finding(["autoscaling"], "only for instances with dedicated CPUs (apps-d-…)")
      : []),
    ...(least !== undefined && most !== undefined && least >= most
      ? finding(
          ["autoscaling", "maxInstanceCount"],
          `must be more than minInstanceCount (${least}); got ${most}`,
        )
      : []),
  ];
}

/** Sizes without manual scaling. Source: https://docs.digitalocean.com/products/app-platform/details/pricing/ */
const fixed = ["apps-s-1vcpu-0.5gb", "apps-s-1vcpu-1gb-fixed", "basic-xxs", "basic-xs", "basic-s"];

function checkFixed({
  instanceCount,
  instanceSizeSlug = "apps-s-1vcpu-0.5gb",
}: PropertyMap): Finding[] {
  const count = numberIn(instanceCount);
  const isFixed = typeof instanceSizeSlug === "string" && fixed.includes(instanceSizeSlug);
  if (!isFixed || count === undefined || count <= 1) return [];
  return finding(["instanceCount"], `must be 1 of the size ${instanceSizeSlug}; got ${count}`);
}

const kinds = ["services", "staticSites", "workers", "jobs", "functions", "databases"] as const;

/** Of all components of an app, whatever their kinds. */
function checkNames(spec: PropertyMap): Finding[] {
  const seen = new Set<string>();
  return kinds.flatMap((kind) =>
    objectsIn(spec[kind]).flatMap(([i, { name }]) => {
      if (typeof name !== "string" || !seen.has(name)) {
        if (typeof name === "string") seen.add(name);
        return [];
      }
      return finding([kind, i, "name"], "must be unique across all components of the app");
    }),
  );
}

function checkPrimary({ domainNames }: PropertyMap): Finding[] {
  const primary = objectsIn(domainNames).filter(
    ([, { type }]) => isGiven(type) && type === "PRIMARY",
  );
  return primary
    .slice(1)
    .flatMap(([i]) => finding(["domainNames", i, "type"], "only one domain may be PRIMARY"));
}
