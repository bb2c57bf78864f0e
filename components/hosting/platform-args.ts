import type { VercelPlan } from "../../catalogue/vercel-limits";
import type {
  AdvancementType,
  BranchMatch,
  FlagKind,
  LogEnvironment,
  LogFormat,
  LogSource,
  Retention,
  SkewProtection,
} from "../../catalogue/vercel-platform";
import type { WebhookEvent } from "../../catalogue/vercel-webhooks";
import type { ProtectionArgs } from "./protection-args";

/** How the branches of a custom environment are recognised. */
export interface BranchTrackingArgs {
  /** Text that the branch's name is compared with, 1 to 100 characters. */
  pattern: string;
  /** How it is compared. */
  type: BranchMatch;
}

/** An environment of the project beside production, preview and development. */
export interface CustomEnvironmentArgs {
  /** What it is for. */
  description?: string | undefined;
  /** Branches that deploy to it with each push. Left out, none does. */
  branchTracking?: BranchTrackingArgs | undefined;
}

/** How long deployments are kept, by how they ended. What was promoted can be rolled back to as long as it is kept. */
export interface DeploymentRetentionArgs {
  /**
   * Production deployments.
   * @default "1y"
   */
  expirationProduction?: Retention | undefined;
  /**
   * Preview deployments.
   * @default "6m"
   */
  expirationPreview?: Retention | undefined;
  /**
   * Deployments that were canceled.
   * @default "1m"
   */
  expirationCanceled?: Retention | undefined;
  /**
   * Deployments that failed.
   * @default "3m"
   */
  expirationErrored?: Retention | undefined;
}

export interface RollingReleaseStageArgs {
  /** Percent of visitors who get the new deployment. More in each stage, 100 in the last and only there. */
  targetPercentage: number;
  /** Minutes until the next stage, 1 to 10,000. For `automatic`, in every stage but the last. */
  duration?: number | undefined;
}

/** A production deployment reaches visitors in stages. Needs `skewProtection`. */
export interface RollingReleaseArgs {
  /** Who moves it on: the clock, or a person. */
  advancementType: AdvancementType;
  /** 2 to 10 stages. */
  stages: RollingReleaseStageArgs[];
}

/** Logs sent on as they come. Vercel checks the endpoint when the drain is made. */
export interface LogDrainArgs {
  /** An https address that answers Vercel's verification. */
  endpoint: string;
  /**
   * Environments whose logs are sent.
   * @default ["production"]
   */
  environments?: LogEnvironment[] | undefined;
  /**
   * What the logs come from.
   * @default all of them
   */
  sources?: LogSource[] | undefined;
  /** Share of the logs, 0 to 1. Left out, all of them. */
  samplingRate?: number | undefined;
  /**
   * A JSON list a request, or a JSON object a line.
   * @default "json"
   */
  deliveryFormat?: LogFormat | undefined;
  /** Name in `secrets` of what signs the requests, at least 32 characters. Left out, Vercel makes one. */
  secret?: string | undefined;
}

/** Calls to a service when something happens to the project, signed with a secret that Vercel makes. */
export interface WebhookArgs {
  /** An https address. */
  endpoint: string;
  /** What it is told of, such as `deployment.promoted`. */
  events: WebhookEvent[];
}

/** Cron jobs, whose schedules stand in the app's vercel.json. */
export interface CronsArgs {
  /** Whether they run. */
  enabled: boolean;
}

/** What a flag serves in one environment. */
export interface FlagEnvironmentArgs {
  /** The variant served while the flag is on. */
  defaultVariant: string;
  /** The variant served while it is off. */
  disabledVariant: string;
  /**
   * Whether the flag is on.
   * @default false
   */
  enabled?: boolean | undefined;
}

/** What a flag serves, by environment. Percentages and conditions are set in Vercel's dashboard, or in an Edge Config. */
export interface FlagEnvironmentsArgs {
  production: FlagEnvironmentArgs;
  preview: FlagEnvironmentArgs;
  development: FlagEnvironmentArgs;
}

/** A switch that the app asks for, changed without a deployment. */
export interface FeatureFlagArgs {
  /** What its variants are. Another kind makes another flag. */
  kind: FlagKind;
  /** What it is for. */
  description?: string | undefined;
  /** Values by the id that the environments name. */
  variants: Record<string, boolean | string | number>;
  /** What it serves where. */
  environments: FlagEnvironmentsArgs;
}

/** Settings of the project beside its build: who reaches it, how it is released, where its logs go. */
export interface PlatformArgs extends ProtectionArgs {
  /**
   * Plan of the Vercel team, by which limits are checked before anything is asked of Vercel.
   * @default "pro"
   */
  plan?: VercelPlan | undefined;
  /**
   * Whether a build of the production branch goes live by itself. `false` where a pipeline promotes it.
   * @default true
   */
  autoAssignCustomDomains?: boolean | undefined;
  /** How long clients reach the deployment that they were loaded from. Left out, not at all. */
  skewProtection?: SkewProtection | undefined;
  /**
   * Makes no deployments of other branches.
   * @default false
   */
  previewDeploymentsDisabled?: boolean | undefined;
  /** Host under which previews get theirs, instead of `vercel.app`. */
  previewDeploymentSuffix?: string | undefined;
  /**
   * Builds production before previews that wait.
   * @default false
   */
  prioritiseProductionBuilds?: boolean | undefined;
  /** Vercel's toolbar on previews. Left out, as the team has it. A strict CSP does not let it load. */
  enablePreviewFeedback?: boolean | undefined;
  /** Vercel's toolbar on production. Left out, as the team has it. */
  enableProductionFeedback?: boolean | undefined;
  /**
   * Environments beside production, preview and development, by name. Hobby has none, Pro one.
   * @default {}
   */
  customEnvironments?: Record<string, CustomEnvironmentArgs> | undefined;
  /** How long deployments are kept. Left out, it is left alone. */
  deploymentRetention?: DeploymentRetentionArgs | undefined;
  /** Production deployments reach visitors in stages. Left out, all at once. */
  rollingRelease?: RollingReleaseArgs | undefined;
  /** Logs sent on as they come. Pro and Enterprise. */
  logDrain?: LogDrainArgs | undefined;
  /** Calls to a service when something happens. Pro and Enterprise. */
  webhook?: WebhookArgs | undefined;
  /** Whether cron jobs run. Left out, it is left alone. */
  crons?: CronsArgs | undefined;
  /**
   * Switches that the app asks for, by key.
   * @default {}
   */
  featureFlags?: Record<string, FeatureFlagArgs> | undefined;
}
