import type { Tier } from "../core/profile";

/**
 * Day on which the facts of this file were last compared with the documents that they name.
 * @public
 */
export const webVitalsCheckedOn = "2026-11-22";

/**
 * What browsers can be asked to tell AWS RUM. `errors` is left out: errors of a stack go to one place, its error tracking.
 * Source: https://docs.aws.amazon.com/cloudwatchrum/latest/APIReference/API_AppMonitorConfiguration.html
 */
export const rumTelemetries = ["performance", "http"] as const;
export type RumTelemetry = (typeof rumTelemetries)[number];

/** Hosts that one app monitor takes measurements of, at most. Source: the same page, `DomainList`. */
export const rumDomains = { least: 1, most: 5 } as const;

/** Under this name the app is told where it sends what it measures. */
export const webVitalsVariable = "NEXT_PUBLIC_WEB_VITALS";

/** A tenth of the visits is enough for a 75th percentile and costs a tenth; RUM's own default. */
export const rumSampleRate = 0.1;

/**
 * What is good for three of four visits; INP took the place of FID in March 2024.
 * Source: https://web.dev/articles/vitals. The first two in ms; CLS has no unit.
 */
export const goodVitals = { lcp: 2500, inp: 200, cls: 0.1 } as const;

/** The name of the app monitor, of its identity pool and of the role of guests: `shop-prod-web-vitals`. */
export function webVitalsName({ product, tier }: { product: string; tier: Tier }): string {
  return `${product}-${tier}-web-vitals`;
}

/** The address that browsers send to. Source: https://docs.aws.amazon.com/general/latest/gr/cw_rum_region.html */
export function rumEndpoint(region: string): string {
  return `https://dataplane.rum.${region}.amazonaws.com`;
}

/** The address that hands guests their credentials. Source: https://docs.aws.amazon.com/general/latest/gr/cognito_identity.html */
export function guestEndpoint(region: string): string {
  return `https://cognito-identity.${region}.amazonaws.com`;
}
