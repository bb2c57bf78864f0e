import { functionOf } from "../../catalogue/lambda";
import { type AlertSeverity, alertSeverities } from "../../core/alerts";
import type { AlertsSettings, RoutesArgs, WebhookArgs } from "./args";

/** One subscription of a topic. */
export interface SubscriptionSpec {
  /** Role of the child, unique among the subscriptions of a topic. */
  role: string;
  protocol: "email" | "https" | "lambda";
  /** The address, or the name of the secret that holds it. */
  endpoint: string | { secret: string };
  endpointAutoConfirms: boolean;
}

/** One chat channel, and what it hears of. */
export interface ChannelSpec {
  id: string;
  severities: AlertSeverity[];
}

/** The topic for one severity. */
export function topicName({ product, tier }: AlertsSettings, severity: AlertSeverity): string {
  return `${product}-${tier}-alerts-${severity}`;
}

/** Addresses, webhooks and functions of a severity. */
export function subscriptionSpecs({
  emails = [],
  webhooks = {},
  lambdas = [],
}: RoutesArgs): SubscriptionSpec[] {
  return [
    ...emails.map((email): SubscriptionSpec => ({
      role: `email-${slugOf(email)}`,
      protocol: "email",
      endpoint: email,
      endpointAutoConfirms: false,
    })),
    ...Object.entries(webhooks).map(([name, webhook]): SubscriptionSpec => ({
      role: `webhook-${name}`,
      protocol: "https",
      endpoint: addressOf(webhook),
      endpointAutoConfirms: webhook.endpointAutoConfirms ?? true,
    })),
    ...lambdas.map((arn): SubscriptionSpec => ({
      role: responderRole(arn),
      protocol: "lambda",
      endpoint: arn,
      endpointAutoConfirms: false,
    })),
  ];
}

/** By the function's name, and by its alias where one is meant. */
export function responderRole(arn: string): string {
  const { name, qualifier } = functionOf(arn) ?? { name: slugOf(arn), qualifier: undefined };
  return ["lambda", name, qualifier].filter((part) => part !== undefined).join("-");
}

/** Each channel once, however many severities it hears of: a chat service takes one configuration for a channel. */
export function channelSpecs(
  { routes }: AlertsSettings,
  kind: "slackChannels" | "teamsChannels",
): ChannelSpec[] {
  const ids = alertSeverities.flatMap((severity) => routes[severity]?.[kind] ?? []);
  return [...new Set(ids)].map((id) => ({
    id,
    severities: alertSeverities.filter((severity) => routes[severity]?.[kind]?.includes(id)),
  }));
}

function addressOf({ url, secret }: WebhookArgs): SubscriptionSpec["endpoint"] {
  return secret === undefined ? (url ?? "") : { secret };
}

/** An address as it can stand in a logical name. */
function slugOf(email: string): string {
  return email
    .toLowerCase()
    .replace("@", "-at-")
    .replaceAll(/[^a-z0-9]+/g, "-");
}
