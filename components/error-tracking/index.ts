import * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { errorMigrations } from "../../render/error-tables";
import { Component, refuse } from "../component";
import { digestOf } from "../digest";
import type { ErrorTrackingSettings } from "./args";
import { errorTrackingProblems } from "./problems";
import { declareSentry, type SentryTransforms } from "./sentry";
import { sentrySpec } from "./sentry-spec";
import { notifierVariables } from "./spec";

export * from "./args";

export type ErrorTrackingArgs = ErrorTrackingSettings & {
  /** The last word on each child. */
  transform?: SentryTransforms | undefined;
};

// Requirement: CONF-01, ALRT-06, ALRT-07, DB-15, ENV-19
/**
 * Where errors of the product go: into a table of the stack's own database, with mail when there are new ones, or to
 * Sentry. Exactly one of them: parts of the other are refused.
 *
 * The table is a migration, which `groundwork render` writes; the edge function that mails is declared by `Database`,
 * which holds it to its plan and checks its callers. At Sentry, an organization given, it declares a project with its
 * key and rules that mail a team; the address of the key is for the stack's secrets.
 *
 * @example
 * new ErrorTracking("errors", {
 *   kind: "database", product: "shop", tier: "dev", events: "drop",
 * });
 *
 * @example
 * const errors = new ErrorTracking("errors", {
 *   kind: "database",
 *   product: "shop",
 *   tier: "prod",
 *   events: "send",
 *   mail: { from: "Errors <errors@example.com>", to: ["platform@example.com"], repeatHours: 12 },
 *   functionSecrets: ["RESEND_API_KEY"],
 * });
 * new Database("db", {
 *   name: "shop",
 *   organizationId: "acme",
 *   region: "ca-central-1",
 *   functions: { "error-notifier": { entrypoint: "supabase/functions/error-notifier/index.ts" } },
 *   functionSecretValues: {
 *     ...errors.functionVariables,
 *     RESEND_API_KEY: config.requireSecret("resendApiKey"),
 *   },
 * });
 *
 * @example
 * new ErrorTracking("errors", {
 *   kind: "sentry",
 *   product: "shop",
 *   tier: "prod",
 *   events: "send",
 *   variables: ["NEXT_PUBLIC_SENTRY_DSN", "SENTRY_ENVIRONMENT", "SENTRY_RELEASE"],
 *   thirdParties: ["sentry"],
 * });
 *
 * @example
 * const { dsn } = new ErrorTracking("errors", {
 *   kind: "sentry",
 *   product: "shop",
 *   tier: "prod",
 *   events: "send",
 *   organization: "acme",
 *   team: "web",
 *   alerts: { frequencyMinutes: 60, eventsPerHour: 500 },
 *   tracesSampleRate: 0.2,
 *   release: "shop@1.4.0",
 *   variables: ["NEXT_PUBLIC_SENTRY_DSN", "SENTRY_ENVIRONMENT", "SENTRY_RELEASE"],
 *   thirdParties: ["sentry"],
 * });
 * new Secrets("secrets", {
 *   registry: {
 *     SENTRY_DSN: {
 *       owner: "web", source: "declared", rotationDays: 365, destinations: { vercel: {} },
 *     },
 *   },
 *   values: { SENTRY_DSN: dsn! },
 *   vercelProjectId: web.projectId,
 * });
 */
export class ErrorTracking extends Component {
  /** What the notifier reads from its environment, by name; its key comes from the stack's secrets. */
  readonly functionVariables: Record<string, string>;
  /** Digest of each migration by its file. */
  readonly migrations: Record<string, string>;
  /** Address that errors are sent to, which is secret; undefined where the stack declares nothing at Sentry. */
  readonly dsn: pulumi.Output<string> | undefined;

  constructor(
    name: string,
    { transform = {}, ...args }: ErrorTrackingArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    refuse(name, errorTrackingProblems(args));
    super(tokens.errorTracking, name, { ...args }, opts);
    const spec = sentrySpec(args);
    this.dsn = spec && pulumi.secret(declareSentry(this, spec, transform));
    this.functionVariables = notifierVariables(args);
    const digests = errorMigrations(args).map(digestOf);
    this.migrations = Object.fromEntries(digests.map(({ file, sha256 }) => [file, sha256]));
    this.registerOutputs({ migrations: this.migrations });
  }
}
