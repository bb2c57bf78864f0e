import type { AlertSeverity, MonitoringLevel } from "../../core/alerts";
import type { Tier } from "../../core/profile";

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
}
