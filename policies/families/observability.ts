import type { Rule } from "../rule";
import { alarmActionsEnabled } from "../rules/observability/alarm-actions-enabled";
import { alarmExplained } from "../rules/observability/alarm-explained";
import { alarmHasRoute } from "../rules/observability/alarm-has-route";
import { alarmMetricsPublished } from "../rules/observability/alarm-metrics-published";
import { alarmMissingData } from "../rules/observability/alarm-missing-data";
import { alarmTimely } from "../rules/observability/alarm-timely";
import { alertTopicEncrypted } from "../rules/observability/alert-topic-encrypted";
import { alertTopicSubscribed } from "../rules/observability/alert-topic-subscribed";
import { canaryAlarmed } from "../rules/observability/canary-alarmed";
import { canaryStarted } from "../rules/observability/canary-started";
import { compositeChildrenExist } from "../rules/observability/composite-children-exist";
import { globalAlarmsInUsEast1 } from "../rules/observability/global-alarms-in-us-east-1";
import { healthCheckAlarmed } from "../rules/observability/health-check-alarmed";
import { healthCheckPace } from "../rules/observability/health-check-pace";
import { publicHostChecked } from "../rules/observability/public-host-checked";

export const observabilityRules = [
  alarmActionsEnabled,
  alarmExplained,
  alarmHasRoute,
  alarmMetricsPublished,
  alarmMissingData,
  alarmTimely,
  alertTopicEncrypted,
  alertTopicSubscribed,
  canaryAlarmed,
  canaryStarted,
  compositeChildrenExist,
  globalAlarmsInUsEast1,
  healthCheckAlarmed,
  healthCheckPace,
  publicHostChecked,
] as const satisfies readonly Rule[];
