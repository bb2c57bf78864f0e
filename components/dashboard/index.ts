import type * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component } from "../component";
import type { DashboardSettings } from "./args";
import { type DashboardTransform, declareOnAws } from "./aws";

export * from "./args";

export interface DashboardArgs extends DashboardSettings {
  /** ARNs of the alarms it shows, by key. */
  alarmArns: Readonly<Record<string, pulumi.Input<string>>>;
  /** Ids of the health checks it shows, by name. */
  healthCheckIds: Readonly<Record<string, pulumi.Input<string>>>;
  /** The last word on each child. */
  transform?: {
    /** The dashboard. */
    dashboard?: DashboardTransform | undefined;
  };
}

/**
 * One page for the whole stack: the state of every alarm, what is seen from outside, and a row for each service.
 *
 * @example
 * new Dashboard("dashboard", {
 *   product: "shop",
 *   tier: "dev",
 *   owner: "web-team",
 *   level: "basic",
 *   services: { web: { kind: "hosting" } },
 *   alarmArns: alerts.alarmArns,
 *   healthCheckIds: uptime.healthCheckIds,
 * });
 *
 * @example
 * new Dashboard("dashboard", {
 *   product: "shop",
 *   tier: "prod",
 *   owner: "web-team",
 *   level: "enterprise",
 *   services: { web: { kind: "hosting" }, database: { kind: "database" }, hub: { kind: "container" } },
 *   alarmArns: alerts.alarmArns,
 *   healthCheckIds: uptime.healthCheckIds,
 *   transform: { dashboard: (args, opts) => void (opts.retainOnDelete = true) },
 * });
 */
export class Dashboard extends Component {
  /** Name of the dashboard. */
  readonly dashboardName: pulumi.Output<string>;

  constructor(
    name: string,
    { transform, alarmArns, healthCheckIds, ...args }: DashboardArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super(tokens.dashboard, name, { ...args }, opts);
    const shown = { alarmArns, healthCheckIds };
    this.dashboardName = declareOnAws(this, args, shown, transform?.dashboard);
    this.registerOutputs({ dashboardName: this.dashboardName });
  }
}
