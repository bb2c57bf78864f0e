import type { LogEvent } from "./handler.mjs";

/** Events in batches that CloudWatch Logs takes, each sorted by time. */
export function toBatches(events: readonly LogEvent[]): LogEvent[][];
