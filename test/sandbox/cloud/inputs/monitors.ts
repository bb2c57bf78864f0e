import { type Properties, type TestCloud } from "../../server/harness";

const at = { organization: "velocity", project: "made" };

/** What the inputs below refer to. Answers them, with the ids that were given out. */
export async function monitorInputs(cloud: TestCloud): Promise<Record<string, Properties>> {
  const { organization } = at;
  const made = { organization, name: "made" };
  await cloud.create("sentry:index/sentryTeam:SentryTeam", "st", made);
  await cloud.create("sentry:index/sentryProject:SentryProject", "sp", {
    ...made,
    teams: ["made"],
  });
  const policy = { name: "made", rules: [rule] };
  const policyId = await idOf(cloud, "pagerduty:index/escalationPolicy:EscalationPolicy", policy);
  const service = { name: "made", escalationPolicy: policyId };
  const serviceId = await idOf(cloud, "pagerduty:index/service:Service", service);
  return {
    "sentry:index/sentryTeam:SentryTeam": { organization, name: "Web" },
    "sentry:index/sentryProject:SentryProject": { organization, name: "Shop", teams: ["made"] },
    "sentry:index/sentryKey:SentryKey": { ...at, name: "app" },
    "sentry:index/sentryIssueAlert:SentryIssueAlert": {
      ...at,
      name: "New errors",
      actionMatch: "any",
      filterMatch: "all",
      frequency: 30,
      conditions: [{ id: "first" }],
      actions: [{ id: "mail" }],
    },
    "checkly:index/alertChannel:AlertChannel": { email: { address: "web@example.com" } },
    "checkly:index/checkGroup:CheckGroup": {
      name: "shop",
      activated: true,
      concurrency: 3,
      locations: ["us-east-1"],
    },
    "checkly:index/check:Check": {
      name: "app",
      type: "API",
      activated: true,
      frequency: 1,
      request: { url: "https://app.example.com/api/health" },
    },
    "pagerduty:index/escalationPolicy:EscalationPolicy": { name: "Shop", rules: [rule] },
    "pagerduty:index/service:Service": { name: "Shop", escalationPolicy: policyId },
    "pagerduty:index/serviceIntegration:ServiceIntegration": {
      name: "CloudWatch",
      service: serviceId,
      type: "aws_cloudwatch_inbound_integration",
    },
  };
}

const rule = {
  escalationDelayInMinutes: 15,
  targets: [{ id: "PSCHED1", type: "schedule_reference" }],
};

async function idOf(cloud: TestCloud, type: string, inputs: Properties): Promise<string> {
  return (await cloud.create(type, "made", inputs)).id;
}
