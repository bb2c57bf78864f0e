import { alertSeverities } from "../../core/alerts";
import { alarmsTelling } from "../../core/composite-alarm";
import { byText } from "../../core/order";
import type { DeclaredResource } from "../../core/resource";
import type { ReportedAlarm } from "../section-model";
import { type Declared, textAt } from "./declared";

const metricAlarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
const compositeAlarm = "aws:cloudwatch/compositeAlarm:CompositeAlarm";

/** Metrics of what asks hosts from outside. */
const uptimeNamespaces: ReadonlySet<string | undefined> = new Set([
  "AWS/Route53",
  "CloudWatchSynthetics",
]);

/** Every alarm with its class, its page, and who is told. */
export function reportedAlarms(stack: Declared): ReportedAlarm[] {
  const all = stack.ofType(metricAlarm, compositeAlarm);
  const routes = routesOf(stack, all);
  const composites = stack.ofType(compositeAlarm).map((one) => ({
    ...one,
    telling: new Set(alarmsTelling(textAt(one.inputs, "alarmRule") ?? "")),
  }));
  return all
    .map((alarm) => {
      const { urn, type, name, inputs } = alarm;
      const called = alarmNameOf(alarm);
      const through = composites.filter(({ telling }) => telling.has(called));
      const told = [alarm, ...through].flatMap((one) => routes.get(one.urn) ?? []);
      const severity = textAt(inputs, "tags", "severity") ?? severityOf(told);
      const { runbook, owner } = explained(textAt(inputs, "alarmDescription") ?? "");
      return {
        urn,
        type,
        name,
        class: classOf(alarm),
        ...(severity !== undefined && { severity }),
        ...(owner !== undefined && { owner }),
        ...(runbook !== undefined && { runbook }),
        through: through.map((one) => one.name).sort(),
        routes: [...new Set(told.flatMap(({ who }) => who))].sort(),
      };
    })
    .sort(byText(({ urn }) => urn));
}

interface Topic {
  name: string;
  who: readonly string[];
}

/** Topics of each alarm's actions, with who takes their messages. */
function routesOf(
  stack: Declared,
  alarms: readonly DeclaredResource[],
): ReadonlyMap<string, readonly Topic[]> {
  const topics = stack.ofType("aws:sns/topic:Topic").map((topic) => ({
    topic,
    told: {
      name: textAt(topic.inputs, "name") ?? topic.name,
      who: [...stack.namedBy("topic", topic), ...stack.namedBy("snsTopicArns", topic)].flatMap(
        subscriberOf,
      ),
    },
  }));
  const byAlarm = new Map<string, Topic[]>(alarms.map(({ urn }) => [urn, []]));
  for (const { topic, told } of topics) {
    for (const alarm of stack.namedBy("alarmActions", topic)) byAlarm.get(alarm.urn)?.push(told);
  }
  return byAlarm;
}

/** What takes incidents at PagerDuty for a service. */
const integration = "pagerduty:index/serviceIntegration:ServiceIntegration";

const isPager = (endpoint: string): boolean =>
  URL.canParse(endpoint) && /(?:^|\.)pagerduty\.com$/.test(new URL(endpoint).hostname);

/** Who takes messages, without the path of an address: it can be a key. */
function subscriberOf({ type, inputs, propertyDependencies }: DeclaredResource): string[] {
  if (type === "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration") {
    return [`Slack ${textAt(inputs, "slackChannelId") ?? "channel"}`];
  }
  if (type === "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration") {
    return [`Teams ${textAt(inputs, "channelId") ?? "channel"}`];
  }
  if (type !== "aws:sns/topicSubscription:TopicSubscription") return [];
  const protocol = textAt(inputs, "protocol") ?? "";
  const endpoint = textAt(inputs, "endpoint") ?? "not known yet";
  if (protocol === "email") return [`e-mail ${endpoint}`];
  if (protocol !== "https") return [protocol];
  // Its address holds the integration's key, so that often only what it was computed from is seen.
  const from = propertyDependencies["endpoint"] ?? [];
  if (from.some((urn) => urn.includes(integration)) || isPager(endpoint)) return ["PagerDuty"];
  return [`webhook ${URL.canParse(endpoint) ? new URL(endpoint).host : endpoint}`];
}

/** The name by which alarms made of others know it; none of it is empty. */
function alarmNameOf({ type, inputs }: DeclaredResource): string {
  return textAt(inputs, type === compositeAlarm ? "alarmName" : "name") ?? "";
}

function classOf({ inputs }: DeclaredResource): string {
  const said = textAt(inputs, "tags", "class");
  if (said !== undefined) return said;
  return uptimeNamespaces.has(textAt(inputs, "namespace")) ? "uptime" : "other";
}

/** The topic of a severity is called after it. */
function severityOf(topics: readonly Topic[]): string | undefined {
  return alertSeverities.find((severity) =>
    topics.some(({ name }) => name.endsWith(`-${severity}`)),
  );
}

/** What a description says besides what is wrong. */
function explained(text: string): { runbook?: string; owner?: string } {
  const runbook = /https:\/\/\S+|\S+\.md\b\S*/.exec(text)?.[0].replace(/[.,;]+$/, "");
  const owner = /\bowner: *([^\s.,;]+)/i.exec(text)?.[1];
  return { ...(runbook !== undefined && { runbook }), ...(owner !== undefined && { owner }) };
}
