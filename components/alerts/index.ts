import type * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component, refuse } from "../component";
import type { AlertsSettings } from "./args";
import { type ChatTransforms, declareChat } from "./aws-chat";
import { accountId, declareTopics, type TopicTransforms } from "./aws-topics";
import { alertProblems } from "./problems";
import type { AlertTopics } from "./topics";

export * from "./args";
export type { AlertTopics } from "./topics";

export interface AlertsArgs extends AlertsSettings {
  /** Values of the secrets that webhooks name, by name. */
  secrets?: Record<string, pulumi.Input<string>> | undefined;
  /** The last word on each child. */
  transform?: (TopicTransforms & ChatTransforms) | undefined;
}

/**
 * Who hears of what: a topic for each severity in the home region and in us-east-1, with addresses, webhooks and chat
 * channels.
 *
 * @example
 * new Alerts("alerts", {
 *   product: "shop", tier: "dev", owner: "web-team", level: "basic",
 *   routes: { critical: { emails: ["web@shop.example.com"] } },
 * });
 */
export class Alerts extends Component {
  /** ARN of each topic. */
  readonly topics: AlertTopics;

  constructor(
    name: string,
    { transform = {}, secrets = {}, ...args }: AlertsArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    refuse(name, alertProblems(args, secrets));
    super(tokens.alerts, name, { ...args }, opts);
    const account = accountId(this);
    const site = { parent: this, args, account };
    const topics = declareTopics({ ...site, secrets, transforms: transform });
    declareChat({ ...site, topics, transforms: transform });
    this.topics = topics;
    this.registerOutputs({ topics });
  }
}
