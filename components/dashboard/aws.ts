import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { child, type Component, type Transform } from "../component";
import type { DashboardSettings } from "./args";
import { dashboardBody } from "./body";

export type DashboardTransform = Transform<aws.cloudwatch.DashboardArgs>;

/** What it shows of others, once they are there. */
export interface Shown {
  alarmArns: Readonly<Record<string, pulumi.Input<string>>>;
  healthCheckIds: Readonly<Record<string, pulumi.Input<string>>>;
}

/** Declares the dashboard; answers its name. */
export function declareOnAws(
  parent: Component,
  settings: DashboardSettings,
  { alarmArns, healthCheckIds }: Shown,
  transform: DashboardTransform | undefined,
): pulumi.Output<string> {
  const region = aws.config.region ?? aws.getRegionOutput({}, { parent }).region;
  const dashboardBodyText = pulumi
    .all([region, pulumi.all(Object.values(alarmArns)), pulumi.all(healthCheckIds)])
    .apply(([home, arns, healthChecks]) =>
      JSON.stringify(dashboardBody(settings, { region: home, alarmArns: arns, healthChecks })),
    );
  const args: aws.cloudwatch.DashboardArgs = {
    dashboardName: `${settings.product}-${settings.tier}`,
    dashboardBody: dashboardBodyText,
  };
  return new aws.cloudwatch.Dashboard(...child(parent, "", args, { transform })).dashboardName;
}
