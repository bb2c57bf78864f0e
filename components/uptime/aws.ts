import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { globalRegion } from "../../core/alerts";
import type { AlertTopics } from "../alerts/topics";
import { child, type Component, type Transform } from "../component";
import { tagsOf } from "../tags";
import { alarmText } from "./alarm-text";
import type { UptimeContext } from "./args";
import { burnThreshold } from "./objectives";
import type { CheckSpec, OverallSpec } from "./spec";

/** The last word on each child that watches from outside. */
export interface CheckTransforms {
  /** Called for each health check, the one over all others included. */
  check?: Transform<aws.route53.HealthCheckArgs> | undefined;
  /** Called for each alarm. */
  alarm?: Transform<aws.cloudwatch.MetricAlarmArgs> | undefined;
}

/** Where children belong, and what all of them share. */
export interface Site {
  parent: Component;
  context: UptimeContext;
  topics: AlertTopics;
  transforms: CheckTransforms;
}

export type CheckIds = Record<string, pulumi.Output<string>>;

// Requirement: UPT-01, UPT-02, UPT-03, ALRT-12, HOST-13, ENV-16
/** Declares a Route 53 health check for each host, and the alarm that hears of it; answers ids by the check's name. */
export function declareChecks(site: Site, checks: readonly [string, CheckSpec][]): CheckIds {
  return Object.fromEntries(checks.map(([key, check]) => [key, declareCheck(site, key, check)]));
}

function declareCheck(site: Site, key: string, { severity, ...check }: CheckSpec) {
  const { parent, context, transforms } = site;
  const address = `${check.fqdn}${check.resourcePath}`;
  const args: aws.route53.HealthCheckArgs = {
    type: "HTTPS",
    enableSni: true,
    ...check,
    tags: { ...tagsOf(context), Name: address },
  };
  const { id } = new aws.route53.HealthCheck(
    ...child(parent, key, args, { transform: transforms.check }),
  );
  declareAlarm(site, `${key}-alarm`, {
    name: `${context.product}-${context.tier}-uptime-${key}`,
    alarmDescription: alarmText(context, {
      what: `${address} does not answer well`,
      when: `Route 53 sees it down (${check.failureThreshold} failures, ${check.requestInterval} seconds apart)`,
    }),
    dimensions: { HealthCheckId: id },
    comparisonOperator: "LessThanThreshold",
    threshold: 1,
    statistic: "Minimum",
    period: 60,
    evaluationPeriods: 1,
    alarmActions: [site.topics.global[severity]],
    okActions: [site.topics.global[severity]],
  });
  return id;
}

// Requirement: UPT-03, UPT-09
/** Declares the check over all others, and the alarm on how fast it uses up the month's error budget. */
export function declareOverall(
  site: Site,
  ids: CheckIds,
  { minHealthy, objective, severity }: OverallSpec,
): pulumi.Output<string> {
  const { parent, context, transforms } = site;
  const name = `${context.product}-${context.tier}`;
  const args: aws.route53.HealthCheckArgs = {
    type: "CALCULATED",
    childHealthchecks: Object.values(ids),
    childHealthThreshold: minHealthy,
    tags: { ...tagsOf(context), Name: `${name}, all hosts` },
  };
  const { id } = new aws.route53.HealthCheck(
    ...child(parent, "overall", args, { transform: transforms.check }),
  );
  declareAlarm(site, "overall-alarm", {
    name: `${name}-uptime-error-budget`,
    alarmDescription: alarmText(context, {
      what: `The error budget of ${name} burns too fast`,
      when: `an hour takes 2 percent of what ${objective} percent a month allow`,
    }),
    dimensions: { HealthCheckId: id },
    comparisonOperator: "LessThanThreshold",
    threshold: burnThreshold(objective),
    statistic: "Average",
    period: 3600,
    evaluationPeriods: 1,
    alarmActions: [site.topics.global[severity]],
    okActions: [site.topics.global[severity]],
  });
  return id;
}

/**
 * Route 53 publishes in us-east-1 alone, and an alarm hears metrics of its own region. A check that is no longer there
 * publishes nothing: that is as bad as a host that is down.
 */
function declareAlarm(site: Site, role: string, args: aws.cloudwatch.MetricAlarmArgs): void {
  const { parent, context, transforms } = site;
  const whole: aws.cloudwatch.MetricAlarmArgs = {
    region: globalRegion,
    namespace: "AWS/Route53",
    metricName: "HealthCheckStatus",
    treatMissingData: "breaching",
    tags: tagsOf(context),
    ...args,
  };
  new aws.cloudwatch.MetricAlarm(...child(parent, role, whole, { transform: transforms.alarm }));
}
