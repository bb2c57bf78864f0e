import {
  guestEndpoint,
  rumEndpoint,
  rumSampleRate,
  webVitalsName,
  webVitalsVariable,
} from "../../catalogue/web-vitals";
import type { WebVitalsSettings } from "./args";

/** What a key that is left out means. */
export const defaults = {
  sampleRate: rumSampleRate,
  telemetries: ["performance"],
  cookies: false,
  tracing: false,
  customEvents: false,
  keepLogs: false,
  variable: webVitalsVariable,
} as const;

type Filled<T> = { [K in keyof T]-?: Exclude<T[K], undefined> };

/** The app monitor with every default filled in. */
export interface WebVitalsSpec extends Filled<WebVitalsSettings> {
  /** Of the app monitor, its identity pool and the role of guests. */
  name: string;
  /** What pages must be let reach: where they send to, and where they get credentials. */
  endpoints: { data: string; guests: string };
}

// Requirement: ALRT-17
/** Fills in the defaults. Check the args with `webVitalsProblems` first. */
export function webVitalsSpec(args: WebVitalsSettings): WebVitalsSpec {
  const { product, tier, owner, region, domains } = args;
  return {
    ...{ product, tier, owner, region, domains },
    sampleRate: args.sampleRate ?? defaults.sampleRate,
    telemetries: args.telemetries ?? [...defaults.telemetries],
    cookies: args.cookies ?? defaults.cookies,
    tracing: args.tracing ?? defaults.tracing,
    customEvents: args.customEvents ?? defaults.customEvents,
    keepLogs: args.keepLogs ?? defaults.keepLogs,
    variable: args.variable ?? defaults.variable,
    name: webVitalsName(args),
    endpoints: { data: rumEndpoint(region), guests: guestEndpoint(region) },
  };
}
