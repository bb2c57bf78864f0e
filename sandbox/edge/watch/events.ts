/** Something that changed while a cloud was watched. */
export interface WatchEvent {
  /** ISO 8601, by the clock of the watch. */
  at: string;
  kind: "health" | "alarm" | "message";
  /** Host and path, name of the alarm, or who the message is for. */
  name: string;
  /** `healthy`, `unhealthy`, the state of the alarm, or the message's subject. */
  to: string;
}

/** What a stretch of watching came to. */
export interface Watched {
  /** ISO 8601: the clock of the watch, which only watching moves. */
  at: string;
  events: WatchEvent[];
  /** Checks of the stack that have a host, as they stand. */
  checks: { host: string; path: string; healthy: boolean }[];
  /** Whom the messages would not have reached from AWS: the subscription is not confirmed. */
  unconfirmed: string[];
}
