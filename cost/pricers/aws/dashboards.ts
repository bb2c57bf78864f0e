import { type Value, isPropertyMap } from "../../../core/value";
import type { Pricer, Pricers } from "../../pricer";
import { always } from "../../scenarios";
import { textAt } from "../inputs";

/** Metrics up to which a dashboard is one of an account's free ones. */
const smallDashboard = 50;

/** A dashboard costs the same whatever is on it; only a small one can be free. */
const dashboard: Pricer = (resource, context) => {
  const body = textAt(resource, "dashboardBody");
  const metrics = body === undefined ? undefined : metricsOn(body);
  const isLarge = metrics !== undefined && metrics > smallDashboard;
  return [
    {
      sku: isLarge ? "cloudwatch-dashboard-large" : "cloudwatch-dashboard",
      region: context.awsRegion(resource),
      quantity: always(1),
      ...(metrics === undefined && { rests: [`up to ${smallDashboard} metrics are on it`] }),
    },
  ];
};

/** Lines of `widgets[].properties.metrics`; undefined where the body cannot be read. */
function metricsOn(body: string): number | undefined {
  const read = parsed(body);
  const widgets = isPropertyMap(read) ? read["widgets"] : undefined;
  if (!Array.isArray(widgets)) return undefined;
  return (widgets as readonly Value[]).reduce<number>((sum, widget) => sum + linesOf(widget), 0);
}

function linesOf(widget: Value): number {
  const properties = isPropertyMap(widget) ? widget["properties"] : undefined;
  const metrics = isPropertyMap(properties) ? properties["metrics"] : undefined;
  return Array.isArray(metrics) ? metrics.length : 0;
}

function parsed(text: string): Value | undefined {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}

export const awsDashboardPricers: Pricers = {
  "aws:cloudwatch/dashboard:Dashboard": dashboard,
};
