import * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component, refuse } from "../component";
import type { LogsSettings } from "./args";
import {
  declareGroups,
  declareKey,
  declareQueries,
  declareTrail,
  type GroupTransforms,
  type LogSite,
  placeOf,
} from "./aws";
import { type CopiesTransforms, declareCopies } from "./aws-copies";
import { declareIntake, type IntakeSite, type IntakeTransforms } from "./aws-intake";
import { logProblems } from "./problems";
import { intakeSpec } from "./spec";
import { endpointVerification } from "./vercel";

export * from "./args";

export interface LogsArgs extends LogsSettings {
  /** Name of the bucket that the trail is written to, once its policy lets the trail in. */
  trailBucket?: pulumi.Input<string> | undefined;
  /** Name of the bucket that copies of metrics are written to. */
  metricBucket?: pulumi.Input<string> | undefined;
  /** ARN of each secret in AWS Secrets Manager, by name: those that the intake reads are among them. */
  secretArns?: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
  /** Name there of each, by name. With it, what the intake may do is whole in every preview. */
  secretNames?: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
  /** Id of the DNS zone that gets a record for the intake's own host. Left out, the record is made by hand. */
  zoneId?: pulumi.Input<string> | undefined;
  /** The last word on each child, for inputs and options of the provider that have no arg here. */
  transform?:
    | (GroupTransforms & {
        intake?: IntakeTransforms | undefined;
        copies?: CopiesTransforms | undefined;
      })
    | undefined;
}

/**
 * Logs of all services in one place: a log group for each, kept for the same days, encrypted where asked, with the metrics
 * that alarms read, saved queries, an address that takes lines in over HTTPS, the record of the account's calls, and copies
 * of metrics.
 *
 * @example
 * new Logs("logs", {
 *   product: "shop", tier: "dev", owner: "web-team",
 *   retentionInDays: 7,
 *   groups: { web: { kind: "hosting", metrics: ["Errors5xx"] } },
 * });
 *
 * @example
 * new Logs("logs", {
 *   product: "shop", tier: "prod", owner: "web-team",
 *   retentionInDays: 365,
 *   encrypted: true,
 *   groups: {
 *     web: { kind: "hosting", metrics: ["Requests", "Errors5xx", "Duration"] },
 *     hub: { kind: "container", metrics: ["Errors5xx", "CpuPercent"] },
 *   },
 *   intake: { drainSecret: "LOG_DRAIN_SECRET", tokenSecret: "LOG_INTAKE_TOKEN" },
 *   secretArns: secrets.secretArns,
 *   trail: { bucket: "audit" },
 *   trailBucket: audit.openBucketName,
 *   metricCopies: { bucket: "metrics", awsNamespaces: ["AWS/SNS"] },
 *   metricBucket: metrics.bucketName,
 * });
 */
export class Logs extends Component {
  /** Name of each log group by service. */
  readonly groupNames: pulumi.Output<Record<string, string>>;
  /** Address that takes lines in, ending in a slash; undefined without an intake. */
  readonly intakeUrl: pulumi.Output<string> | undefined;
  /** ARN of the trail; undefined without one. */
  readonly trailArn: pulumi.Output<string> | undefined;

  constructor(
    name: string,
    {
      transform = {},
      trailBucket,
      metricBucket,
      secretArns = {},
      secretNames,
      zoneId,
      ...args
    }: LogsArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    const has = {
      trailBucket: trailBucket !== undefined,
      metricBucket: metricBucket !== undefined,
    };
    refuse(name, logProblems(args, has));
    super(tokens.logs, name, { ...args }, opts);
    const base = { parent: this, args, place: placeOf(this), transforms: transform };
    const site: LogSite = { ...base, keyArn: args.encrypted ? declareKey(base) : undefined };
    const groups = declareGroups(site);
    declareQueries(site, groups);
    this.groupNames = pulumi.output(groups);
    const given = { secretArns, secretNames, zoneId };
    this.intakeUrl = intakeOf(site, given, transform.intake ?? {});
    declareCopies(site, metricBucket, transform.copies ?? {});
    this.trailArn =
      args.trail && trailBucket !== undefined ? declareTrail(site, trailBucket) : undefined;
    const { groupNames, intakeUrl, trailArn } = this;
    this.registerOutputs({ groupNames, intakeUrl, trailArn });
  }
}

function intakeOf(
  site: LogSite,
  given: Pick<IntakeSite, "secretArns" | "secretNames" | "zoneId">,
  intakeTransforms: IntakeTransforms,
): pulumi.Output<string> | undefined {
  const spec = intakeSpec(site.args);
  if (!spec) return undefined;
  const verification = spec.drainSecret === undefined ? "" : endpointVerification(site.parent);
  return declareIntake({ ...site, ...given, spec, verification, intakeTransforms });
}
