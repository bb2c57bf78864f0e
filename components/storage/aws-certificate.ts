import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { child, type Component, type Transform } from "../component";
import { certificateRegion } from "./distribution-spec";

/** The last word on what proves a host to be ours. */
export interface CertificateTransforms {
  /** The certificate. */
  certificate?: Transform<aws.acm.CertificateArgs> | undefined;
  /** What waits until it is issued. */
  certificateValidation?: Transform<aws.acm.CertificateValidationArgs> | undefined;
  /** Called for each record: the one that proves the host, and those that lead to it. */
  record?: Transform<aws.route53.RecordArgs> | undefined;
}

interface Host {
  host: string;
  zoneId: pulumi.Input<string>;
  tags: Record<string, string>;
}

/** A certificate of the host, proved by a record in its zone and renewed by AWS; answers its ARN once it is issued. */
export function declareCertificate(
  parent: Component,
  { host, zoneId, tags }: Host,
  transforms: CertificateTransforms,
): pulumi.Output<string> {
  const args: aws.acm.CertificateArgs = {
    domainName: host,
    validationMethod: "DNS",
    region: certificateRegion,
    tags: { ...tags },
  };
  const certificate = new aws.acm.Certificate(
    ...child(parent, "certificate", args, { transform: transforms.certificate }),
  );
  const asked = certificate.domainValidationOptions.apply(([only]) => only);
  const proof: aws.route53.RecordArgs = {
    zoneId,
    name: asked.apply((it) => it?.resourceRecordName ?? ""),
    type: asked.apply((it) => it?.resourceRecordType ?? ""),
    ttl: 300,
    records: [asked.apply((it) => it?.resourceRecordValue ?? "")],
  };
  const record = new aws.route53.Record(
    ...child(parent, "certificate-record", proof, {
      deleteBeforeReplace: true,
      transform: transforms.record,
    }),
  );
  const validation: aws.acm.CertificateValidationArgs = {
    certificateArn: certificate.arn,
    validationRecordFqdns: [record.fqdn],
    region: certificateRegion,
  };
  return new aws.acm.CertificateValidation(
    ...child(parent, "certificate-issued", validation, {
      transform: transforms.certificateValidation,
    }),
  ).certificateArn;
}
