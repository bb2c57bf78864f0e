import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { child, type Component, type Transform } from "../component";
import { tagsOf } from "../tags";
import type { LogsSettings } from "./args";
import { copiesSpec } from "./copies-spec";
import { keyPolicy, type Place } from "./documents";
import { type GroupSpec, groupSpecs, intakeSpec, querySpecs, trailName } from "./spec";

/** The last word on groups, filters, queries, key and trail. */
export interface GroupTransforms {
  /** The key that encrypts logs and trail. */
  key?: Transform<aws.kms.KeyArgs> | undefined;
  /** Called for each log group. */
  group?: Transform<aws.cloudwatch.LogGroupArgs> | undefined;
  /** Called for each metric filter. */
  filter?: Transform<aws.cloudwatch.LogMetricFilterArgs> | undefined;
  /** Called for each saved query. */
  query?: Transform<aws.cloudwatch.QueryDefinitionArgs> | undefined;
  /** The trail. */
  trail?: Transform<aws.cloudtrail.TrailArgs> | undefined;
}

/** What all children share. */
export interface LogSite {
  parent: Component;
  args: LogsSettings;
  place: pulumi.Output<Place>;
  keyArn: pulumi.Output<string> | undefined;
  transforms: GroupTransforms;
}

/** The account and region that policies are bound to. */
export function placeOf(parent: Component): pulumi.Output<Place> {
  const { accountId: account } = aws.getCallerIdentityOutput({}, { parent });
  return pulumi.output({ account, region: aws.getRegionOutput({}, { parent }).region });
}

/** One key for all of it; answers its ARN. */
export function declareKey({
  parent,
  args,
  place,
  transforms,
}: Omit<LogSite, "keyArn">): pulumi.Output<string> {
  const own = [intakeSpec(args)?.groupName, copiesSpec(args)?.groupName];
  const named = [...groupSpecs(args).map(({ name }) => name), ...own];
  const groups = named.filter((name) => name !== undefined);
  const trail = args.trail && trailName(args);
  const keyArgs: aws.kms.KeyArgs = {
    description: `Logs of ${args.product}, ${args.tier}`,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: place.apply((it) => JSON.stringify(keyPolicy(it, groups, trail))),
    tags: tagsOf(args),
  };
  return new aws.kms.Key(...child(parent, "key", keyArgs, { transform: transforms.key })).arn;
}

// Requirement: LOG-01, LOG-04, LOG-06, LOG-08
/** Declares the group of each service with its filters; answers the groups' names by service. */
export function declareGroups(site: LogSite): Record<string, pulumi.Output<string>> {
  const named = groupSpecs(site.args).map((spec) => {
    const { name } = declareGroup(site, `group-${spec.service}`, spec.name, spec.service);
    declareFilters(site, spec, name);
    return [spec.service, name] as const;
  });
  return Object.fromEntries(named);
}

/** A name is taken once in an account and region, so that a replacement must go before it comes. */
export function declareGroup(
  { parent, args, keyArn, transforms }: LogSite,
  role: string,
  name: string,
  service: string,
): aws.cloudwatch.LogGroup {
  const groupArgs: aws.cloudwatch.LogGroupArgs = {
    name,
    retentionInDays: args.retentionInDays,
    ...(keyArn && { kmsKeyId: keyArn }),
    tags: tagsOf(args, service),
  };
  const opts = { deleteBeforeReplace: true, transform: transforms.group };
  return new aws.cloudwatch.LogGroup(...child(parent, role, groupArgs, opts));
}

function declareFilters(
  { parent, transforms }: LogSite,
  { service, filters }: GroupSpec,
  logGroupName: pulumi.Output<string>,
): void {
  for (const { metric, pattern, transformation } of filters) {
    const args: aws.cloudwatch.LogMetricFilterArgs = {
      name: metric,
      logGroupName,
      pattern,
      metricTransformation: transformation,
    };
    const role = `filter-${service}-${metric}`;
    new aws.cloudwatch.LogMetricFilter(
      ...child(parent, role, args, { transform: transforms.filter }),
    );
  }
}

/** Declares the saved queries, once the groups that they read are there. */
export function declareQueries(
  { parent, args, transforms }: LogSite,
  groups: Record<string, pulumi.Output<string>>,
): void {
  const logGroupNames = Object.values(groups);
  for (const { key, name, queryString } of querySpecs(args)) {
    const queryArgs: aws.cloudwatch.QueryDefinitionArgs = { name, queryString, logGroupNames };
    const opts = { transform: transforms.query };
    new aws.cloudwatch.QueryDefinition(...child(parent, `query-${key}`, queryArgs, opts));
  }
}

// Requirement: LOG-07, COMP-07
/** Declares the trail; answers its ARN. Its name is taken once, so that a replacement must go before it comes. */
export function declareTrail(
  { parent, args, keyArn, transforms }: LogSite,
  bucket: pulumi.Input<string>,
): pulumi.Output<string> {
  const { prefix } = args.trail ?? {};
  const trailArgs: aws.cloudtrail.TrailArgs = {
    name: trailName(args),
    s3BucketName: bucket,
    ...(prefix !== undefined && { s3KeyPrefix: prefix }),
    enableLogging: true,
    enableLogFileValidation: true,
    includeGlobalServiceEvents: true,
    isMultiRegionTrail: true,
    ...(keyArn && { kmsKeyId: keyArn }),
    tags: tagsOf(args),
  };
  const opts = { deleteBeforeReplace: true, transform: transforms.trail };
  return new aws.cloudtrail.Trail(...child(parent, "trail", trailArgs, opts)).arn;
}
