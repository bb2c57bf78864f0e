import type * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component, refuse } from "../component";
import { watchOf } from "./alarms";
import type { AlertsSettings } from "./args";
import { type AlarmTransforms, declareAlarms } from "./aws-alarms";
import { type ChatTransforms, declareChat } from "./aws-chat";
import { accountId, declareTopics, type TopicTransforms } from "./aws-topics";
import { declarePager, type PagerTransforms } from "./pagerduty";
import { pagerSpec } from "./pagerduty-spec";
import { alertProblems } from "./problems";
import type { AlertTopics } from "./topics";

export * from "./args";
export type { AlertTopics } from "./topics";

export interface AlertsArgs extends AlertsSettings {
  /** Values of the secrets that webhooks name, by name. */
  secrets?: Record<string, pulumi.Input<string>> | undefined;
  /** The last word on each child. */
  transform?: (TopicTransforms & ChatTransforms & AlarmTransforms & PagerTransforms) | undefined;
}

/**
 * Who hears of what: a topic for each severity in the home region and in us-east-1, with addresses, webhooks, chat
 * channels and whoever PagerDuty calls; and what is watched: for each service the alarms of its kind, from one table.
 *
 * @example
 * new Alerts("alerts", {
 *   product: "shop",
 *   tier: "dev",
 *   owner: "web-team",
 *   level: "basic",
 *   routes: { critical: { emails: ["web@shop.example"] } },
 *   services: { web: { kind: "hosting" } },
 *   runbooks: "docs/runbooks",
 * });
 *
 * @example
 * new Alerts("alerts", {
 *   product: "shop",
 *   tier: "prod",
 *   owner: "web-team",
 *   level: "enterprise",
 *   routes: {
 *     critical: { webhooks: { pager: { secret: "PAGER_URL" } }, slackChannels: ["C0123456789"] },
 *     warning: {
 *       emails: ["web@shop.example"],
 *       lambdas: ["arn:aws:lambda:ca-central-1:123456789012:function:shop-prod-respond"],
 *     },
 *     info: { slackChannels: ["C0987654321"] },
 *   },
 *   chat: { slack: { slackTeamId: "T0123456789", authorized: true } },
 *   pagerduty: { escalationPolicy: { schedules: ["Primary on call", "PABC123"] } },
 *   services: {
 *     web: { kind: "hosting" },
 *     database: { kind: "database", connections: 100 },
 *     hub: { kind: "container", app: "shop-hub", connections: 80, previewPoolSize: 20 },
 *   },
 *   runbooks: "https://github.com/acme/shop/blob/main/docs/runbooks",
 *   alarms: {
 *     "hub-memory-high": { threshold: 95 },
 *     "privileged-acts": { off: "every act of the night job would be told" },
 *   },
 *   mute: { weekly: { expression: "cron(0 7 * * 0)", duration: "PT1H", reason: "updates" } },
 *   secrets: { PAGER_URL: pagerUrl },
 * });
 */
export class Alerts extends Component {
  /** ARN of each topic. */
  readonly topics: AlertTopics;
  /** ARN of each alarm by its key: `web-high-error-rate`. */
  readonly alarmArns: Record<string, pulumi.Output<string>>;

  constructor(
    name: string,
    { transform = {}, secrets = {}, ...args }: AlertsArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    refuse(name, alertProblems(args, secrets));
    const watch = watchOf(args);
    super(tokens.alerts, name, { ...args, watch }, opts);
    const account = accountId(this);
    const site = { parent: this, args, account };
    const called = pagerSpec(args);
    const pager = called && declarePager(this, called, transform);
    const topics = declareTopics({ ...site, secrets, pager, transforms: transform });
    declareChat({ ...site, topics, transforms: transform });
    this.topics = topics;
    this.alarmArns = declareAlarms({ ...site, topics: topics.home, transforms: transform }, watch);
    this.registerOutputs({ topics, alarmArns: this.alarmArns });
  }
}
