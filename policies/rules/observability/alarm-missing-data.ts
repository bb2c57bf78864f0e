import { z } from "zod";
import { metricsOf } from "../../lib/observability/alarms";
import { judgeProperty } from "../../lib/judge-property";
import { providerTypes } from "../../lib/provider-types";
import { defineRule } from "../../rule";

/** Metrics of what asks hosts by itself, and so has no reason to be silent. */
const probes = ["AWS/Route53", "CloudWatchSynthetics"];
const decided = ["breaching", "ignore", "notBreaching"];

// Requirement: ALRT-09
export const alarmMissingData = defineRule({
  id: "alarm-missing-data",
  title: "Every alarm says what silence means, and for probes it means failure",
  why: "Left to itself an alarm without data is neither good nor bad, and tells nobody that its probe or its logs are gone.",
  fix: "Set treatMissingData to breaching, notBreaching or ignore; to breaching where a health check or a canary reports.",
  severity: "medium",
  topics: ["alerts"],
  references: [
    {
      standard: "AWS",
      clause: "CloudWatch: how alarms treat missing data",
      url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html#alarms-and-missing-data",
    },
  ],
  appliesTo: [providerTypes.awsMetricAlarm],
  options: z.strictObject({}),
  check: (alarm) => {
    const isProbe = metricsOf(alarm).metrics.some(({ namespace }) => probes.includes(namespace));
    const allowed = isProbe ? ["breaching"] : decided;
    return judgeProperty(alarm, {
      property: "treatMissingData",
      wanted: allowed.join(", "),
      holds: (found) => allowed.some((one) => one === found),
    });
  },
});
