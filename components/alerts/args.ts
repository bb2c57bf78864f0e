import type { AlertSeverity, MonitoringLevel } from "../../core/alerts";
import type { Tier } from "../../core/profile";
import type { WatchedKind } from "../../core/service";
import type { PagerDutyArgs } from "./pagerduty-args";

export type * from "./pagerduty-args";

/** An HTTPS address that gets every message as a POST of JSON, such as that of an on-call service. */
export interface WebhookArgs {
  /** The address, unless it holds a credential. */
  url?: string | undefined;
  /** Name of the secret that holds the address. */
  secret?: string | undefined;
  /**
   * Whether the other side answers AWS's question whether it wants the messages. Without, somebody has to.
   * @default true
   */
  endpointAutoConfirms?: boolean | undefined;
}

/** Who is told. */
export interface RoutesArgs {
  /** Addresses. Each has to confirm once, by a link that AWS mails. */
  emails?: string[] | undefined;
  /** Webhooks by a short name. */
  webhooks?: Record<string, WebhookArgs> | undefined;
  /** Channel ids in the Slack workspace of `chat.slack`. */
  slackChannels?: string[] | undefined;
  /** Channel ids in the Teams team of `chat.teams`. */
  teamsChannels?: string[] | undefined;
  /**
   * ARNs of functions of AWS Lambda, of this account, that act on each message by themselves; one may end in an alias. Who
   * keeps a function keeps its code and its rights. A function is nobody who hears.
   */
  lambdas?: string[] | undefined;
}

/** The Slack workspace. */
export interface SlackArgs {
  /** Id of the workspace. */
  slackTeamId: string;
  /** Whether the workspace lets this AWS account in. Done once by hand, in the AWS console. */
  authorized: boolean;
}

/** The team in Microsoft Teams. */
export interface TeamsArgs {
  /** Id of the tenant, a UUID. */
  tenantId: string;
  /** Id of the team, a UUID. */
  teamId: string;
  /** Whether the tenant lets this AWS account in. Done once by hand, in the AWS console. */
  authorized: boolean;
}

/** Where chat channels are. */
export interface ChatArgs {
  /** The Slack workspace. */
  slack?: SlackArgs | undefined;
  /** The team in Microsoft Teams. */
  teams?: TeamsArgs | undefined;
}

/** A part of the product, and the limits that its alarms follow from. */
export interface WatchedServiceArgs {
  /** What runs it. */
  kind: WatchedKind;
  /** Its name where Prometheus collects metrics, as the label `app`. */
  app?: string | undefined;
  /** CPU load in percent above which there should be more machines, and the seconds after which there should. */
  cpu?: { above: number; after: number } | undefined;
  /** Connections from which on there are too many: the soft limit of a machine, or the size of the database's pool. */
  connections?: number | undefined;
  /** Previews that it can run at a time. Left out, it runs none. */
  previewPoolSize?: number | undefined;
  /** The cache's name in AWS, and the GB of data at which it is full. */
  cache?: { name: string; dataGb: number } | undefined;
  /** Name of the app monitor that browsers tell how its pages feel. Left out, nobody asks them. */
  appMonitor?: string | undefined;
}

/** What one alarm is to do otherwise than the table says. */
export interface AlarmOverrideArgs {
  /** Another threshold, in the unit of the table. */
  threshold?: number | undefined;
  /** Another severity. Only alarms of the severity of a composite alarm are told by it; others speak for themselves. */
  severity?: AlertSeverity | undefined;
  /** Why there is to be no such alarm. */
  off?: string | undefined;
}

/** A time in which alarms tell nobody: announce it first. */
export interface MuteArgs {
  /** When it begins: `cron(0 7 * * 0)` for every Sunday at 7, `at(2027-01-31T07:00)` for once. */
  expression: string;
  /** How long it lasts, as ISO 8601 writes it: `PT1H`; a minute at least, 15 days at most. */
  duration: string;
  /**
   * Whose clock it is: `America/Toronto`.
   * @default "UTC"
   */
  timezone?: string | undefined;
  /** What is done in it. */
  reason: string;
}

/** Who hears of what, and what is watched. */
export interface AlertsSettings {
  /** The product, as it stands in names. */
  product: string;
  /** The tier, as it stands in names. */
  tier: Tier;
  /** Who answers for the alarms: a team or an address. Stands in every description. */
  owner: string;
  /** How much is watched. */
  level: MonitoringLevel;
  /** Who is told, by severity. Someone has to hear of what is critical. */
  routes: Partial<Record<AlertSeverity, RoutesArgs>>;
  /** Where chat channels are. */
  chat?: ChatArgs | undefined;
  /** Who is called through PagerDuty. Left out, nobody is. */
  pagerduty?: PagerDutyArgs | undefined;
  /** Services by name; each has the alarms of its kind. */
  services: Record<string, WatchedServiceArgs>;
  /** Folder of the runbooks, as people reach it: an address, or a path in the repository. */
  runbooks: string;
  /** What is otherwise than the table of alarms says, by `<service>-<alarm>`, or by the alarm for all services. */
  alarms?: Record<string, AlarmOverrideArgs> | undefined;
  /** Maintenance windows by a short name. Alarms about security are never silent. */
  mute?: Record<string, MuteArgs> | undefined;
}
