import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { child, type Transform } from "../component";
import { tagsOf } from "../tags";
import type { IntakeDomainArgs } from "./args";
import type { LogSite } from "./aws";
import type { IntakeSpec } from "./spec";

/** The last word on each child in front of the intake. */
export interface DomainTransforms {
  /** The HTTP API that hands requests to the function. */
  api?: Transform<aws.apigatewayv2.ApiArgs> | undefined;
  /** The host. */
  domain?: Transform<aws.apigatewayv2.DomainNameArgs> | undefined;
  /** What joins the two. */
  mapping?: Transform<aws.apigatewayv2.ApiMappingArgs> | undefined;
  /** The host's DNS record. */
  record?: Transform<aws.route53.RecordArgs> | undefined;
  /** Called for each permission to call the function. */
  permission?: Transform<aws.lambda.PermissionArgs> | undefined;
}

/** Where the host is declared. */
export interface DomainSite extends LogSite {
  spec: IntakeSpec;
  /** The zone that gets a record for the host. Left out, the record is made by hand. */
  zoneId: pulumi.Input<string> | undefined;
  intakeTransforms: DomainTransforms;
}

/**
 * A host of our own, which a function's own address cannot have. The API answers under that host alone and may call the
 * function; nobody else may.
 */
export function declareDomain(
  site: DomainSite,
  { host, certificateArn }: IntakeDomainArgs,
  made: aws.lambda.Function,
): pulumi.Output<string> {
  const { parent, args, spec, intakeTransforms: transforms } = site;
  const tags = tagsOf(args, "log-intake");
  const apiArgs: aws.apigatewayv2.ApiArgs = {
    name: spec.name,
    protocolType: "HTTP",
    target: made.arn,
    disableExecuteApiEndpoint: true,
    tags,
  };
  const api = new aws.apigatewayv2.Api(
    ...child(parent, "intake-api", apiArgs, { transform: transforms.api }),
  );
  declarePermission(site, api, made);
  const endpoint = { certificateArn, endpointType: "REGIONAL", securityPolicy: "TLS_1_2" };
  const domainArgs: aws.apigatewayv2.DomainNameArgs = {
    domainName: host,
    domainNameConfiguration: endpoint,
    tags,
  };
  // A host is taken once in a region.
  const opts = { deleteBeforeReplace: true, transform: transforms.domain };
  const domain = new aws.apigatewayv2.DomainName(
    ...child(parent, "intake-domain", domainArgs, opts),
  );
  const mapping = declareMapping(site, api, domain);
  declareRecord(site, host, domain);
  return mapping.domainName.apply((name) => `https://${name}/`);
}

function declarePermission(
  { parent, intakeTransforms: transforms }: DomainSite,
  api: aws.apigatewayv2.Api,
  made: aws.lambda.Function,
): void {
  const args: aws.lambda.PermissionArgs = {
    action: "lambda:InvokeFunction",
    function: made.name,
    principal: "apigateway.amazonaws.com",
    sourceArn: pulumi.interpolate`${api.executionArn}/*`,
  };
  const opts = { transform: transforms.permission };
  new aws.lambda.Permission(...child(parent, "intake-api-may-call", args, opts));
}

/** An API that is made with a target has the stage `$default`. */
function declareMapping(
  { parent, intakeTransforms: transforms }: DomainSite,
  api: aws.apigatewayv2.Api,
  domain: aws.apigatewayv2.DomainName,
): aws.apigatewayv2.ApiMapping {
  const args: aws.apigatewayv2.ApiMappingArgs = {
    apiId: api.id,
    domainName: domain.domainName,
    stage: "$default",
  };
  const opts = { transform: transforms.mapping };
  return new aws.apigatewayv2.ApiMapping(...child(parent, "intake-mapping", args, opts));
}

function declareRecord(
  { parent, zoneId, intakeTransforms: transforms }: DomainSite,
  host: string,
  domain: aws.apigatewayv2.DomainName,
): void {
  if (zoneId === undefined) return;
  const { targetDomainName } = domain.domainNameConfiguration;
  const args: aws.route53.RecordArgs = {
    zoneId,
    name: host,
    type: "CNAME",
    ttl: 300,
    records: [targetDomainName.apply((target) => target ?? "")],
  };
  const opts = { deleteBeforeReplace: true, transform: transforms.record };
  new aws.route53.Record(...child(parent, "intake-record", args, opts));
}
