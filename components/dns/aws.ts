import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { child, type Component, type Transform } from "../component";
import { tagsOf } from "../tags";
import type { DnsSettings } from "./args";
import type { RecordSpec } from "./spec";

/** The last word on each child. */
export interface DnsTransforms {
  /** The zone. */
  zone?: Transform<aws.route53.ZoneArgs> | undefined;
  /** Called for each record. */
  record?: Transform<aws.route53.RecordArgs> | undefined;
}

export interface DeclaredZone {
  zoneId: pulumi.Input<string>;
  /** What the registrar of the domain has to point at; undefined for a zone that is not made here. */
  nameServers: pulumi.Output<string[]> | undefined;
}

// Requirement: HOST-06
/** Declares the zone, unless it exists already. With it every host of the product would be gone. */
export function declareZone(
  parent: Component,
  { zone, ...belongs }: DnsSettings,
  transform: DnsTransforms["zone"],
): DeclaredZone {
  const { name, id, protect } = zone;
  if (id !== undefined) return { zoneId: id, nameServers: undefined };
  const args: aws.route53.ZoneArgs = {
    name,
    comment: `Every host of ${belongs.product}`,
    forceDestroy: false,
    tags: { ...tagsOf(belongs), Name: name },
  };
  const opts = { transform, ...(protect !== undefined && { protect }) };
  const { zoneId, nameServers } = new aws.route53.Zone(...child(parent, "zone", args, opts));
  return { zoneId, nameServers };
}

export interface RecordsOrder {
  zoneId: pulumi.Input<string>;
  records: readonly RecordSpec[];
  /** By which Route 53 tells whether the primary is well. */
  healthCheckId: pulumi.Input<string> | undefined;
  transform: DnsTransforms["record"];
}

// Requirement: HOST-06, UPT-05
/** A name has one answer of a type, so that what replaces a record must go before it comes. */
export function declareRecords(parent: Component, order: RecordsOrder): void {
  const { zoneId, healthCheckId, transform } = order;
  for (const { role, failover, ...record } of order.records) {
    const args: aws.route53.RecordArgs = {
      zoneId,
      ...record,
      ...(failover && {
        setIdentifier: failover.toLowerCase(),
        failoverRoutingPolicies: [{ type: failover }],
      }),
      ...(failover === "PRIMARY" && { healthCheckId }),
    };
    const opts = { transform, deleteBeforeReplace: true };
    new aws.route53.Record(...child(parent, role, args, opts));
  }
}
