import { defaults, type ErrorTrackingSettings } from "./args";

/** The project at Sentry with everything filled in. */
export interface SentrySpec {
  organization: string;
  /** Slug of a team that is there already; undefined where one is made. */
  existingTeam: string | undefined;
  project: string;
  platform: string;
  protect: boolean;
  alerts: AlertSpec[];
}

/** One rule: who it mails is the team. */
export interface AlertSpec {
  /** Role of the child. */
  role: string;
  /** As people see it at Sentry. */
  title: string;
  frequency: number;
  conditions: Record<string, string>[];
}

const conditions = "sentry.rules.conditions";

// Requirement: ALRT-06, ALRT-09
/**
 * What is declared at Sentry; undefined where a person does it. Check with `errorTrackingProblems` first. Ids of
 * conditions: https://github.com/getsentry/sentry, src/sentry/rules/conditions.
 */
export function sentrySpec(args: ErrorTrackingSettings): SentrySpec | undefined {
  if (args.kind !== "sentry" || args.organization === undefined) return undefined;
  const { organization, team, product, tier } = args;
  return {
    organization,
    existingTeam: team,
    project: args.project ?? `${product}-${tier}`,
    platform: args.platform ?? defaults.platform,
    protect: args.protect ?? false,
    alerts: args.alerts === false ? [] : alertSpecs(args.alerts),
  };
}

/** What is new or came back, and what happens too often to wait. */
function alertSpecs({
  frequencyMinutes: frequency = defaults.alerts.frequencyMinutes,
  eventsPerHour = defaults.alerts.eventsPerHour,
}: Exclude<Extract<ErrorTrackingSettings, { kind: "sentry" }>["alerts"], false> = {}): AlertSpec[] {
  return [
    {
      role: "new-errors",
      title: "New errors, and errors that came back",
      frequency,
      conditions: [
        { id: `${conditions}.first_seen_event.FirstSeenEventCondition` },
        { id: `${conditions}.regression_event.RegressionEventCondition` },
      ],
    },
    {
      role: "frequent-errors",
      title: `Errors seen ${eventsPerHour} times in an hour`,
      frequency,
      conditions: [
        {
          id: `${conditions}.event_frequency.EventFrequencyCondition`,
          comparisonType: "count",
          interval: "1h",
          value: String(eventsPerHour),
        },
      ],
    },
  ];
}
