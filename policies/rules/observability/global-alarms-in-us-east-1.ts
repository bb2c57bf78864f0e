import { z } from "zod";
import { globalRegion } from "../../../core/alerts";
import { metricsOf } from "../../lib/observability/alarms";
import { judgeProperty } from "../../lib/judge-property";
import { providerTypes } from "../../lib/provider-types";
import { defineRule, notApplicable, unknown } from "../../rule";

/** Published in one region, wherever the service is used. */
const globalNamespaces = ["AWS/Billing", "AWS/CloudFront", "AWS/Route53"];

// Requirement: UPT-03
export const globalAlarmsInUsEast1 = defineRule({
  id: "global-alarms-in-us-east-1",
  title: "Alarms on global services say that they are in us-east-1",
  why: "Route 53, CloudFront and Billing publish there alone: an alarm anywhere else waits for data that never comes.",
  fix: "Set region to us-east-1 on the alarm, and send it to a topic of that region.",
  severity: "high",
  topics: ["uptime", "alerts"],
  references: [
    {
      standard: "AWS",
      clause: "Route 53: monitoring health checks using CloudWatch",
      url: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-health-checks.html",
    },
  ],
  appliesTo: [providerTypes.awsMetricAlarm],
  options: z.strictObject({}),
  check: (alarm) => {
    const { metrics, undecided } = metricsOf(alarm);
    const isGlobal = metrics.some(({ namespace }) => globalNamespaces.includes(namespace));
    if (!isGlobal && undecided) return unknown({ property: "namespace" });
    if (!isGlobal) return notApplicable("the metric is one of the alarm's own region", alarm.urn);
    return judgeProperty(alarm, {
      property: "region",
      wanted: globalRegion,
      holds: (found) => found === globalRegion,
    });
  },
});
