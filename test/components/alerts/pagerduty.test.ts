import { describe, expect, it } from "vitest";
import { Alerts, type AlertsArgs } from "../../../components/alerts";
import { find, onMocks, type Registered } from "../../support/mocks";
import { aws, smallest } from "./args";

const types = {
  policy: "pagerduty:index/escalationPolicy:EscalationPolicy",
  service: "pagerduty:index/service:Service",
  integration: "pagerduty:index/serviceIntegration:ServiceIntegration",
  subscription: "aws:sns/topicSubscription:TopicSubscription",
} as const;
const key = "0123456789abcdef0123456789abcdef";

const declare = (
  pagerduty: AlertsArgs["pagerduty"],
  more: Partial<AlertsArgs> = {},
  preview = false,
) =>
  onMocks(() => new Alerts("alerts", { ...smallest, pagerduty, ...more }), {
    preview,
    outputs: {
      ...aws.outputs,
      ...(!preview && { [types.integration]: { integrationKey: key } }),
    },
    calls: {
      ...aws.calls,
      "pagerduty:index/getSchedule:getSchedule": ({ name }) => ({ id: "PNAMED1", name }),
      "pagerduty:index/getEscalationPolicy:getEscalationPolicy": ({ name }) => ({
        ...{ id: "PNAMED2", name },
      }),
    },
  });

const ofPagerduty = (resources: readonly Registered[]) =>
  resources.filter(({ type }) => type.startsWith("pagerduty:")).map(({ name }) => name);
const subscribed = (resources: readonly Registered[]) =>
  resources
    .filter(({ type, name }) => type === types.subscription && name.endsWith("-pagerduty"))
    .map(({ name }) => name)
    .sort();

// Requirement: ALRT-09, ALRT-10
describe("who is called through PagerDuty", () => {
  it("is the policy of an id, by a service that takes alarms of CloudWatch", async () => {
    const { resources } = await declare({ escalationPolicy: "PABC123" });
    expect(ofPagerduty(resources)).toEqual(["alerts-pager", "alerts-pager-integration"]);
    expect(find(resources, types.service).inputs).toEqual({
      name: "shop-dev",
      description: "Alarms of shop, dev. What to do: docs/runbooks. Owner: web-team.",
      escalationPolicy: "PABC123",
      alertCreation: "create_alerts_and_incidents",
      autoResolveTimeout: "null",
      acknowledgementTimeout: "1800",
      incidentUrgencyRule: { type: "constant", urgency: "high" },
    });
    expect(find(resources, types.integration).inputs).toEqual({
      name: "Amazon CloudWatch",
      service: "alerts-pager-id",
      type: "aws_cloudwatch_inbound_integration",
    });
  });

  it("hears of what is critical in both regions, at an address that is secret", async () => {
    const { resources } = await declare({ escalationPolicy: "PABC123" });
    expect(subscribed(resources)).toEqual([
      "alerts-critical-pagerduty",
      "alerts-global-critical-pagerduty",
    ]);
    expect(find(resources, types.subscription, "alerts-critical-pagerduty")).toMatchObject({
      inputs: {
        protocol: "https",
        endpoint: `https://events.pagerduty.com/integration/${key}/enqueue`,
        endpointAutoConfirms: true,
      },
      secretInputs: ["endpoint"],
    });
    expect(find(resources, types.integration).options).toMatchObject({
      additionalSecretOutputs: ["integrationKey"],
    });
    const components = resources.filter(({ custom }) => !custom);
    expect(JSON.stringify(components)).not.toContain(key);
  });

  it("is a policy of a name, and those of schedules by id and by name, in their order", async () => {
    const named = await declare({ escalationPolicy: "Shop on call" });
    expect(find(named.resources, types.service).inputs).toMatchObject({
      escalationPolicy: "PNAMED2",
    });
    const { resources } = await declare({
      escalationPolicy: {
        schedules: ["PABC123", "Secondary"],
        escalateAfterMinutes: 5,
        repeats: 0,
      },
    });
    expect(find(resources, types.policy).inputs).toEqual({
      name: "shop-dev",
      description: "Alarms of shop, dev. What to do: docs/runbooks. Owner: web-team.",
      numLoops: 0,
      rules: [
        {
          escalationDelayInMinutes: 5,
          targets: [{ id: "PABC123", type: "schedule_reference" }],
        },
        {
          escalationDelayInMinutes: 5,
          targets: [{ id: "PNAMED1", type: "schedule_reference" }],
        },
      ],
    });
    expect(find(resources, types.service).inputs).toMatchObject({
      escalationPolicy: "alerts-pager-policy-id",
    });
  });

  it("hears of other severities, in Europe too", async () => {
    const { resources } = await declare({
      ...{ escalationPolicy: "PABC123", region: "eu" },
      severities: ["critical", "warning"],
    });
    expect(subscribed(resources)).toHaveLength(4);
    expect(find(resources, types.subscription, "alerts-warning-pagerduty").inputs["endpoint"]).toBe(
      `https://events.eu.pagerduty.com/integration/${key}/enqueue`,
    );
  });

  it("is enough to hear of what is critical", async () => {
    const { resources } = await declare({ escalationPolicy: "PABC123" }, { routes: {} });
    expect(subscribed(resources)).toHaveLength(2);
  });

  it("is told in a preview, where there is no key yet", async () => {
    const { resources } = await declare({ escalationPolicy: { schedules: ["PABC123"] } }, {}, true);
    expect(ofPagerduty(resources)).toHaveLength(3);
  });

  it("is nobody where nothing is said", async () => {
    expect(ofPagerduty((await declare(undefined)).resources)).toEqual([]);
  });
});

describe("a pager is refused", () => {
  it.each<[NonNullable<AlertsArgs["pagerduty"]>, string]>([
    [
      { escalationPolicy: { schedules: [] } },
      "alerts.pagerduty.escalationPolicy.schedules: none; expected a schedule at least",
    ],
    [
      { escalationPolicy: { schedules: ["PABC123"], escalateAfterMinutes: 0 } },
      "alerts.pagerduty.escalationPolicy.escalateAfterMinutes: 0; expected a whole number from 1 to 1440",
    ],
    [
      { escalationPolicy: { schedules: ["PABC123"], repeats: 10 } },
      "alerts.pagerduty.escalationPolicy.repeats: 10; expected a whole number from 0 to 9",
    ],
    [
      { escalationPolicy: { schedules: ["PABC123", "PABC124"] }, plan: "free" },
      "alerts.pagerduty.escalationPolicy.schedules: 2 schedules; expected 1 on the plan free; name one, or say another plan",
    ],
  ])("as %o", async (pagerduty, message) => {
    await expect(declare(pagerduty)).rejects.toThrow(message);
  });

  it("for what is critical where it is called of warnings alone", async () => {
    const pager = declare({ escalationPolicy: "PABC123", severities: ["warning"] }, { routes: {} });
    await expect(pager).rejects.toThrow("alerts.routes.critical: nobody who hears");
  });
});
