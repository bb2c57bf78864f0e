import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { child, type Component, type Transform } from "../component";
import type { CheckSpec } from "./spec";

export type CheckTransform = Transform<aws.route53.HealthCheckArgs>;

/** Declares a Route 53 health check for each host; answers its id by the check's name. */
export function declareOnRoute53(
  parent: Component,
  checks: [string, CheckSpec][],
  transform: CheckTransform | undefined,
): Record<string, pulumi.Output<string>> {
  return Object.fromEntries(
    checks.map(([key, check]) => {
      const args: aws.route53.HealthCheckArgs = {
        type: "HTTPS",
        enableSni: true,
        ...check,
        tags: { Name: `${check.fqdn}${check.resourcePath}` },
      };
      return [key, new aws.route53.HealthCheck(...child(parent, key, args, { transform })).id];
    }),
  );
}
