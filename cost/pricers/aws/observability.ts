import type { Pricers } from "../../pricer";
import { awsAccountToolPricers } from "./account-tools";
import { awsAlarmPricers } from "./alarms";
import { awsApiGatewayPricers } from "./api-gateway";
import { awsAppMonitorPricers } from "./app-monitors";
import { awsCanaryPricers } from "./canaries";
import { awsDashboardPricers } from "./dashboards";
import { awsEventPricers } from "./events";
import { awsFunctionPricers } from "./functions";
import { awsLogGroupPricers } from "./log-groups";
import { awsLogMetricPricers } from "./log-metrics";
import { awsMetricStreamPricers } from "./metric-streams";
import { awsTopicPricers } from "./topics";
import { awsTrailPricers } from "./trails";

/** What watches on AWS, what tells of it, and what runs on it. */
export const awsObservabilityPricers: Pricers = {
  ...awsAlarmPricers,
  ...awsDashboardPricers,
  ...awsCanaryPricers,
  ...awsAppMonitorPricers,
  ...awsMetricStreamPricers,
  ...awsLogGroupPricers,
  ...awsLogMetricPricers,
  ...awsTrailPricers,
  ...awsTopicPricers,
  ...awsEventPricers,
  ...awsFunctionPricers,
  ...awsApiGatewayPricers,
  ...awsAccountToolPricers,
};
