import { deliveryFolder, deliveryFolderShape } from "../../catalogue/firehose";
import { type LogMetric, logMetrics } from "../../core/log-metrics";
import type { Problem } from "../../core/errors";
import { defaults, type LogsSettings } from "./args";
import { copiedMetrics } from "./copies-spec";
import { intakeName } from "./spec";

/** Longest name of an IAM role, and of a function. */
const longestName = 64;

/** Which buckets there are. */
interface Buckets {
  trailBucket: boolean;
  metricBucket: boolean;
}

/** Everything that is wrong with the args; paths count from them. */
export function logProblems(args: LogsSettings, has: Buckets): Problem[] {
  return [
    ...nameProblems(args),
    ...metricProblems(args),
    ...intakeProblems(args),
    ...copiesProblems(args),
    ...(args.trail && !has.trailBucket
      ? [
          {
            where: { path: "trail.bucket" },
            found: "no bucket",
            fix: "pass trailBucket, the openBucketName of a StorageBucket with cloudTrail",
          },
        ]
      : []),
    ...(args.metricCopies && !has.metricBucket
      ? [
          {
            where: { path: "metricCopies.bucket" },
            found: "no bucket",
            fix: "pass metricBucket, the bucketName of a StorageBucket",
          },
        ]
      : []),
  ];
}

/** A stream that names no metric hands on those of the whole account. */
function copiesProblems(args: LogsSettings): Problem[] {
  const { metricCopies } = args;
  if (!metricCopies) return [];
  const { prefix } = metricCopies;
  const isFolder = prefix === undefined || deliveryFolder.test(prefix);
  return [
    ...(copiedMetrics(args).length > 0
      ? []
      : [
          {
            where: { path: "metricCopies" },
            found: "no metric to copy",
            allowed: "a group with metrics, or a namespace under awsNamespaces",
          },
        ]),
    ...(isFolder
      ? []
      : [{ where: { path: "metricCopies.prefix" }, found: prefix, allowed: deliveryFolderShape }]),
  ];
}

/** What CloudWatch takes in the name of a group. */
function nameProblems({ product, tier, groups }: LogsSettings): Problem[] {
  const allowed = "letters, digits, dots, underscores and hyphens";
  const isName = (name: string) => /^[A-Za-z0-9_.-]+$/.test(name);
  const services = Object.keys(groups).filter((service) => !isName(service));
  const name = intakeName({ product, tier } as LogsSettings);
  return [
    ...(isName(product) ? [] : [{ where: { path: "product" }, found: product, allowed }]),
    ...services.map((service) => ({
      where: { path: `groups.${service}` },
      found: service,
      allowed,
    })),
    ...(name.length > longestName
      ? [
          {
            where: { path: "product" },
            found: `${name}, ${name.length} characters`,
            allowed: `at most ${longestName} in the name of a function`,
          },
        ]
      : []),
  ];
}

/** A metric that the lines of such a service never carry would stay empty, and its alarm silent. */
function metricProblems({ groups }: LogsSettings): Problem[] {
  return Object.entries(groups).flatMap(([service, { kind, metrics }]) =>
    metrics.flatMap((metric, at): Problem[] => {
      const { kinds }: LogMetric = logMetrics[metric];
      if (kinds.includes(kind)) return [];
      return [
        {
          where: { path: `groups.${service}.metrics[${at}]` },
          found: `${metric}, which lines of ${kind} do not carry`,
          allowed: `a metric of ${kind}; ${metric} is one of ${kinds.join(" and ")}`,
        },
      ];
    }),
  );
}

function intakeProblems({ intake, groups }: LogsSettings): Problem[] {
  if (!intake) return [];
  const { drainSecret, tokenSecret, drainService = defaults.drainService } = intake;
  return [
    ...(drainSecret === undefined && tokenSecret === undefined
      ? [
          {
            where: { path: "intake" },
            found: "neither drainSecret nor tokenSecret",
            allowed: "one of them at least, because nobody is let in without",
          },
        ]
      : []),
    ...(drainSecret === undefined || Object.hasOwn(groups, drainService)
      ? []
      : [
          {
            where: { path: "intake.drainService" },
            found: `${drainService}, no service`,
            allowed: Object.keys(groups).join(", "),
          },
        ]),
  ];
}
