import * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component, refuse } from "../component";
import type { DnsSettings } from "./args";
import { declareRecords, declareZone, type DnsTransforms } from "./aws";
import { dnsProblems, recordSpecs } from "./spec";

export * from "./args";

export interface DnsArgs extends DnsSettings {
  /** Whether this stack makes what exists once for all of them. */
  owned: boolean;
  /** Id of the health check of `failover.primary`. */
  healthCheckId?: pulumi.Input<string> | undefined;
  /** The last word on each child. */
  transform?: DnsTransforms | undefined;
}

/**
 * A DNS zone on Route 53 and its records. With `failover`, one host has two answers: its own server while the health check
 * says that it is well, a standby while it does not. Route 53 alone answers for the zone, since no other DNS of ours knows
 * health checks.
 *
 * @example
 * new Dns("dns", {
 *   product: "shop", tier: "prod", owner: "web-team", owned: true,
 *   zone: { name: "shop.example" },
 *   records: { "www.shop.example": { type: "CNAME", values: ["cname.vercel-dns-0.com"] } },
 * });
 *
 * @example
 * new Dns("dns", {
 *   product: "shop", tier: "prod", owner: "web-team", owned: true,
 *   zone: { name: "shop.example", protect: true },
 *   records: { "standby.shop.example": { type: "CNAME", values: ["d111111abcdef8.cloudfront.net"] } },
 *   failover: { host: "app.shop.example", primary: "cname.vercel-dns-0.com", standby: "standby.shop.example" },
 *   healthCheckId: uptime.healthCheckOf("app.shop.example"),
 * });
 */
export class Dns extends Component {
  /** Id of the zone. */
  readonly zoneId: pulumi.Output<string>;
  /** What the registrar of the domain has to point at; undefined for a zone that is not made here. */
  readonly nameServers: pulumi.Output<string[]> | undefined;

  constructor(
    name: string,
    { transform = {}, healthCheckId, ...args }: DnsArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    refuse(name, [...dnsProblems(args), ...checkProblems(args, healthCheckId)]);
    super(tokens.dns, name, { ...args }, opts);
    const { zoneId, nameServers } = declareZone(this, args, transform.zone);
    const records = recordSpecs(args);
    declareRecords(this, { zoneId, records, healthCheckId, transform: transform.record });
    this.zoneId = pulumi.output(zoneId);
    this.nameServers = nameServers;
    this.registerOutputs({ zoneId, nameServers });
  }
}

/** Without a check, the primary would count as well for ever. */
function checkProblems({ failover }: DnsSettings, healthCheckId: DnsArgs["healthCheckId"]) {
  if (!failover || healthCheckId !== undefined) return [];
  const allowed = `the id of a health check of ${failover.host}`;
  return [{ where: { path: "healthCheckId" }, found: "missing", allowed }];
}
