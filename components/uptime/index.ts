import * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component, refuse } from "../component";
import type { UptimeSettings } from "./args";
import { type CheckTransform, declareOnRoute53 } from "./aws";
import { checkProblems, checkSpecs } from "./spec";

export * from "./args";

export interface UptimeChecksArgs extends UptimeSettings {
  /** The last word on each child. */
  transform?: {
    /** Called for each health check. */
    check?: CheckTransform | undefined;
  };
}

/**
 * Asks public hosts from several places in the world, always by HTTPS: one Route 53 health check a host.
 *
 * @example
 * new UptimeChecks("uptime", { checks: { app: { fqdn: "app.velocity-platform.com" } } });
 *
 * @example
 * new UptimeChecks("uptime", {
 *   checks: {
 *     app: { fqdn: "app.velocity-platform.com", requestInterval: 10 },
 *     status: { fqdn: "status.velocity-platform.com", resourcePath: "/" },
 *   },
 *   defaults: { failureThreshold: 3, regions: ["us-east-1", "eu-west-1", "ap-southeast-2"] },
 * });
 */
export class UptimeChecks extends Component {
  /** Id of each health check by the check's name. */
  readonly healthCheckIds: pulumi.Output<Record<string, string>>;

  constructor(
    name: string,
    { transform, ...args }: UptimeChecksArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    refuse(name, checkProblems(args));
    super(tokens.uptimeChecks, name, { ...args }, opts);
    this.healthCheckIds = pulumi.output(declareOnRoute53(this, checkSpecs(args), transform?.check));
    this.registerOutputs({ healthCheckIds: this.healthCheckIds });
  }
}
