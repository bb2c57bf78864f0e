import type * as pulumi from "@pulumi/pulumi";
import type { AlertRegion, AlertSeverity } from "../../core/alerts";

/**
 * ARN of the topic for each severity, by where the alarm is that sends to it. Where the home region is itself the global
 * one, both name the same topics.
 */
export type AlertTopics = Readonly<
  Record<AlertRegion, Readonly<Record<AlertSeverity, pulumi.Input<string>>>>
>;
