/** What one running intake knows of its stack. */
export interface IntakeSettings {
  /** Log group by service. Lines of any other service are refused. */
  groups: Record<string, string>;
  /** Service that the lines of the Vercel drain belong to. */
  drainService: string;
  /** What the lines of Vercel's production say as their environment. */
  environment: string;
  /** Bytes that a body may have. */
  maxBodyBytes: number;
  /** Vercel's code, which proves that the address is ours. */
  verification?: string;
}

export interface LogEvent {
  /** Milliseconds since 1970. */
  timestamp: number;
  message: string;
}

/** What the intake does in the world. */
export interface IntakeWorld {
  now(): number;
  readSecrets(): Promise<{ drainSecret: string; token: string }>;
  /** Stores one batch in a log group. */
  put(group: string, events: LogEvent[]): Promise<void>;
}

export interface IntakeEvent {
  requestContext?: { http?: { method?: string } };
  /** By lower-case name. */
  headers?: Record<string, string>;
  body?: string;
  isBase64Encoded?: boolean;
}

export interface IntakeAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

export function createHandler(
  settings: IntakeSettings,
  world: IntakeWorld,
): (event: IntakeEvent) => Promise<IntakeAnswer>;
