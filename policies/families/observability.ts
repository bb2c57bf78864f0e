import type { Rule } from "../rule";
import { alarmActionsEnabled } from "../rules/observability/alarm-actions-enabled";
import { alarmExplained } from "../rules/observability/alarm-explained";
import { alarmHasRoute } from "../rules/observability/alarm-has-route";
import { alarmMetricsPublished } from "../rules/observability/alarm-metrics-published";
import { alarmMissingData } from "../rules/observability/alarm-missing-data";
import { alarmTimely } from "../rules/observability/alarm-timely";
import { alertClassesCovered } from "../rules/observability/alert-classes-covered";
import { alertTopicEncrypted } from "../rules/observability/alert-topic-encrypted";
import { alertTopicSubscribed } from "../rules/observability/alert-topic-subscribed";
import { anomalyDetectionOn } from "../rules/observability/anomaly-detection-on";
import { appHealthChecked } from "../rules/observability/app-health-checked";
import { auditTrailEncrypted } from "../rules/observability/audit-trail-encrypted";
import { auditTrailOn } from "../rules/observability/audit-trail-on";
import { auditTrailValidated } from "../rules/observability/audit-trail-validated";
import { canaryAlarmed } from "../rules/observability/canary-alarmed";
import { canaryStarted } from "../rules/observability/canary-started";
import { checklyChecksTold } from "../rules/observability/checkly-checks-told";
import { compositeChildrenExist } from "../rules/observability/composite-children-exist";
import { dashboardDeclared } from "../rules/observability/dashboard-declared";
import { errorTrackingOnce } from "../rules/observability/error-tracking-once";
import { globalAlarmsInUsEast1 } from "../rules/observability/global-alarms-in-us-east-1";
import { healthCheckAlarmed } from "../rules/observability/health-check-alarmed";
import { healthCheckPace } from "../rules/observability/health-check-pace";
import { logDrainComplete } from "../rules/observability/log-drain-complete";
import { logDrainSigned } from "../rules/observability/log-drain-signed";
import { logGroupEncrypted } from "../rules/observability/log-group-encrypted";
import { logRetentionExact } from "../rules/observability/log-retention-exact";
import { metricsCopied } from "../rules/observability/metrics-copied";
import { objectiveDeclared } from "../rules/observability/objective-declared";
import { pagerdutyAnswered } from "../rules/observability/pagerduty-answered";
import { publicHostChecked } from "../rules/observability/public-host-checked";
import { securityEventsWatched } from "../rules/observability/security-events-watched";
import { webVitalsMeasured } from "../rules/observability/web-vitals-measured";
import { webVitalsReachMonitor } from "../rules/observability/web-vitals-reach-monitor";

export const observabilityRules = [
  alarmActionsEnabled,
  alarmExplained,
  alarmHasRoute,
  alarmMetricsPublished,
  alarmMissingData,
  alarmTimely,
  alertClassesCovered,
  alertTopicEncrypted,
  alertTopicSubscribed,
  anomalyDetectionOn,
  appHealthChecked,
  auditTrailEncrypted,
  auditTrailOn,
  auditTrailValidated,
  canaryAlarmed,
  canaryStarted,
  checklyChecksTold,
  compositeChildrenExist,
  dashboardDeclared,
  errorTrackingOnce,
  globalAlarmsInUsEast1,
  healthCheckAlarmed,
  healthCheckPace,
  logDrainComplete,
  logDrainSigned,
  logGroupEncrypted,
  logRetentionExact,
  metricsCopied,
  objectiveDeclared,
  pagerdutyAnswered,
  publicHostChecked,
  securityEventsWatched,
  webVitalsMeasured,
  webVitalsReachMonitor,
] as const satisfies readonly Rule[];
