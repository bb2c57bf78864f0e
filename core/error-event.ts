/**
 * A row of the table `public.error_events`, as the Data API reads and writes it. The app and the services write what
 * happened; the last three columns are the notifier's.
 */
export interface ErrorEvent {
  id: number;
  /** ISO 8601. */
  occurred_at: string;
  /** Service of the stack: `web`, `orchestrator`. */
  service: string;
  /** Tier: `prod`. */
  environment: string;
  /** Commit or version that was running. */
  release: string | null;
  level: ErrorLevel;
  /** Class of the error: `TypeError`. */
  name: string;
  message: string;
  stack: string | null;
  /** Path that was asked for, without its query. */
  path: string | null;
  user_id: string | null;
  /** What else is known. Never a token, a password or a whole request. */
  context: Record<string, unknown>;
  /** The same for errors that are one. */
  group_key: string | null;
  /** When the notifier read it. */
  handled_at: string | null;
  /** When somebody was told of its group because of it. */
  mailed_at: string | null;
}

export const errorLevels = ["warning", "error", "fatal"] as const;
export type ErrorLevel = (typeof errorLevels)[number];

/** What whoever reports an error writes; the rest is filled in. */
export type NewErrorEvent = Pick<ErrorEvent, "service" | "environment" | "name" | "message"> &
  Partial<
    Pick<ErrorEvent, "occurred_at" | "release" | "level" | "stack" | "path" | "user_id" | "context">
  >;
