import { type LogMetric, logGroupName, logMetrics, metricNamespace } from "../../core/log-metrics";
import { defaults, type IntakeDomainArgs, type LogsSettings } from "./args";
import { savedQueries } from "./queries";

/** A log group with what its lines publish. */
export interface GroupSpec {
  service: string;
  name: string;
  filters: FilterSpec[];
}

export interface FilterSpec {
  /** Name of the metric, and of the filter. */
  metric: string;
  pattern: string;
  transformation: {
    name: string;
    namespace: string;
    value: string;
    unit: string;
    /** What is published while no line counts. */
    defaultValue?: string;
  };
}

/** One for each service, in the order of the args. */
export function groupSpecs({ product, tier, groups }: LogsSettings): GroupSpec[] {
  return Object.entries(groups).map(([service, { metrics }]) => ({
    service,
    name: logGroupName(product, tier, service),
    filters: metrics.map((metric) => {
      const { pattern, value, unit, defaultValue }: LogMetric = logMetrics[metric];
      const namespace = metricNamespace(product, tier, service);
      const transformation = { name: metric, namespace, value, unit };
      return {
        metric,
        pattern,
        transformation: {
          ...transformation,
          ...(defaultValue !== undefined && { defaultValue: String(defaultValue) }),
        },
      };
    }),
  }));
}

/** Queries over all groups of the stack, in a folder of its own. */
export function querySpecs(args: LogsSettings) {
  const logGroupNames = groupSpecs(args).map(({ name }) => name);
  return savedQueries.map(({ key, text }) => ({
    key,
    name: `${args.product}/${args.tier}/${key}`,
    queryString: text,
    logGroupNames,
  }));
}

export interface IntakeSpec {
  /** Name of the function and of its role. */
  name: string;
  /** Where the function's own lines go. */
  groupName: string;
  drainSecret: string | undefined;
  tokenSecret: string | undefined;
  reservedConcurrency: number;
  domain: IntakeDomainArgs | undefined;
  /** What the running function is told. */
  settings: {
    groups: Record<string, string>;
    drainService: string;
    environment: string;
    maxBodyBytes: number;
  };
}

export function intakeSpec(args: LogsSettings): IntakeSpec | undefined {
  const { product, tier, intake } = args;
  if (!intake) return undefined;
  return {
    name: intakeName(args),
    groupName: logGroupName(product, tier, "log-intake"),
    drainSecret: intake.drainSecret,
    tokenSecret: intake.tokenSecret,
    reservedConcurrency: intake.reservedConcurrency ?? defaults.reservedConcurrency,
    domain: intake.domain && { ...intake.domain },
    settings: {
      groups: Object.fromEntries(groupSpecs(args).map(({ service, name }) => [service, name])),
      drainService: intake.drainService ?? defaults.drainService,
      environment: tier,
      maxBodyBytes: intake.maxBodyBytes ?? defaults.maxBodyBytes,
    },
  };
}

export function intakeName({ product, tier }: LogsSettings): string {
  return `${product}-${tier}-log-intake`;
}

/** Name of the stack's trail. */
export function trailName({ product, tier }: LogsSettings): string {
  return `${product}-${tier}`;
}
