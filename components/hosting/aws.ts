import * as aws from "@pulumi/aws";
import { child, type Component, type Transform } from "../component";
import type { DnsSpec } from "./routes/dns";

/** The last word on each Route 53 record. */
export type Route53RecordTransform = Transform<aws.route53.RecordArgs>;

/** Declares the records of the hosts whose zone is in Route 53. */
export function declareOnRoute53(
  parent: Component,
  records: readonly DnsSpec[],
  transform: Route53RecordTransform | undefined,
): void {
  for (const { host, zoneId, type, ttl, values } of records) {
    const args: aws.route53.RecordArgs = { zoneId, name: host, type, ttl, records: [...values] };
    const opts = { transform, deleteBeforeReplace: true };
    new aws.route53.Record(...child(parent, `dns-${host}`, args, opts));
  }
}
