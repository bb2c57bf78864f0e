import { alertClasses } from "../../../core/alerts";
import { awsMetrics } from "../../../core/aws-metrics";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { alarm, checkAlarm, filter, subscription, topic, topicKey } from "./alarms";
import { resource, vercelProject } from "./stack";

const namespace = "shop/prod/web";
const security = ["AccessDenied", "PrivilegedActs", "SignInFailures"];
const business = ["PreviewStarts", "ProjectCreations", "UserSessions"];

const check = resource(providerTypes.awsHealthCheck, "uptime-app", {
  type: "HTTPS",
  fqdn: "app.example.com",
  failureThreshold: 2,
});

const canary = resource(providerTypes.awsCanary, "smoke", { startCanary: true });
const canaryMetric = {
  namespace: "CloudWatchSynthetics",
  metricName: "SuccessPercent",
  treatMissingData: "breaching",
};

/** An alarm on what is unusual in a metric. */
function unusual(metricName: string): DeclaredResource {
  const value = { id: "value", metric: { namespace, metricName, period: 3600 } };
  const usual = { id: "usual", expression: "ANOMALY_DETECTION_BAND(value, 3)" };
  const inputs = { namespace: null, metricName: null, metricQueries: [value, usual] };
  return alarm(inputs, `${metricName}-unusual`);
}

const watching: readonly DeclaredResource[] = [
  check,
  checkAlarm(check),
  canary,
  alarm(canaryMetric, "smoke-alarm", { dimensions: [canary.urn] }),
  topicKey,
  topic,
  subscription,
  ...alertClasses.map((name) => alarm({ tags: { class: name } }, `alarm-${name}`)),
  ...[...security, ...business].map((metric) => filter(metric, namespace)),
  ...security.map((metricName) => alarm({ namespace, metricName }, metricName)),
  ...business.map(unusual),
  resource(providerTypes.awsAppMonitor, "vitals", {
    name: "web-vitals",
    appMonitorConfiguration: { telemetries: ["performance"] },
  }),
  ...Object.keys(awsMetrics["AWS/RUM"]).map((metricName) =>
    alarm(
      {
        ...{ namespace: "AWS/RUM", metricName },
        dimensions: { application_name: "shop-prod-web-vitals" },
      },
      metricName,
    ),
  ),
  resource(providerTypes.awsDashboard, "dashboard", { dashboardBody: '{"widgets":[{}]}' }),
  resource(providerTypes.awsTrail, "trail", {
    isMultiRegionTrail: true,
    enableLogFileValidation: true,
    kmsKeyId: "alias/audit",
  }),
  resource(providerTypes.awsMetricStream, "copies", {
    includeFilters: [{ namespace, metricNames: [...security, ...business] }],
  }),
  resource(
    providerTypes.vercelLogDrain,
    "drain",
    {
      projectIds: [UNKNOWN],
      endpoint: "https://logs.example.com",
      environments: ["production"],
      sources: ["edge", "external", "firewall", "lambda"],
      headers: { Authorization: "Bearer stands-for-a-token" },
    },
    { propertyDependencies: { projectIds: [vercelProject.urn] } },
  ),
  resource(tokens.errorTracking, "errors", { kind: "database", events: "send" }),
];

const tags = { owner: "platform-team", product: "shop", tier: "prod" };

/** Named and tagged as those of the components are. */
function tagged(one: DeclaredResource): DeclaredResource {
  if (!one.type.startsWith("aws:")) return one;
  const { name, tags: own = {} } = one.inputs;
  const named = typeof name === "string" ? { name: `shop-prod-${name}` } : {};
  return { ...one, inputs: { ...one.inputs, ...named, tags: { ...(own as object), ...tags } } };
}

/** What watches a prod stack that every rule of the catalogue is content with. */
export const compliantObservability = watching.map(tagged);
