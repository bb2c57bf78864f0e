import type { CspDirective } from "./headers";
import { guestEndpoint, rumEndpoint } from "./web-vitals";

/**
 * Day on which the sources of this file were last compared with the documents that they name.
 * @public
 */
export const thirdPartiesCheckedOn = "2026-11-21";

export interface ThirdPartyFact {
  /** What the party does for a site. */
  title: string;
  /** What a Content-Security-Policy must allow for it, by directive. */
  sources: Readonly<Partial<Record<CspDirective, readonly string[]>>>;
  url: string;
}

/** Stands in sources for a region of AWS, which the stack says. */
const anyRegion = "$region";

const toRum = [rumEndpoint(anyRegion), guestEndpoint(anyRegion)];

/** Services that a page may load from or talk to, by the name that settings use. */
export const thirdParties = {
  supabase: {
    title: "Database, storage and sign-in by HTTPS, live changes by WebSocket",
    sources: {
      "img-src": ["https://*.supabase.co"],
      "connect-src": ["https://*.supabase.co", "wss://*.supabase.co"],
    },
    url: "https://supabase.com/docs/guides/realtime/protocol",
  },
  googleFonts: {
    title: "Style sheets and files of Google Fonts",
    sources: {
      "style-src": ["https://fonts.googleapis.com"],
      "font-src": ["https://fonts.gstatic.com"],
    },
    url: "https://developers.google.com/fonts/docs/technical_considerations",
  },
  googleAnalytics: {
    title: "Google Analytics 4 by gtag.js, without Google signals",
    sources: {
      // The path keeps the many other scripts of the host out.
      "script-src": ["https://www.googletagmanager.com/gtag/js"],
      "img-src": ["https://*.google-analytics.com", "https://*.googletagmanager.com"],
      "connect-src": [
        "https://*.google-analytics.com",
        "https://*.analytics.google.com",
        "https://*.googletagmanager.com",
      ],
    },
    url: "https://developers.google.com/tag-platform/security/guides/csp",
  },
  sentry: {
    title: "Errors and traces to Sentry, its SDK built into the app",
    sources: {
      "connect-src": [
        "https://*.ingest.sentry.io",
        "https://*.ingest.us.sentry.io",
        "https://*.ingest.de.sentry.io",
      ],
    },
    url: "https://docs.sentry.io/platforms/javascript/install/loader/#content-security-policy",
  },
  awsRum: {
    title: "Web vitals to AWS RUM, its client built into the app",
    sources: { "connect-src": toRum },
    url: "https://github.com/aws-observability/aws-rum-web/blob/main/docs/getting_started.md",
  },
  awsRumScript: {
    title: "Web vitals to AWS RUM, its client loaded from AWS",
    sources: {
      "script-src": ["https://client.rum.us-east-1.amazonaws.com"],
      "connect-src": toRum,
    },
    url: "https://github.com/aws-observability/aws-rum-web/blob/main/docs/cdn_installation.md",
  },
  unsplash: {
    title: "Pictures of Unsplash",
    sources: { "img-src": ["https://images.unsplash.com"] },
    url: "https://unsplash.com/documentation#hotlinking",
  },
  vercelToolbar: {
    title: "Vercel's toolbar with comments, which previews show",
    sources: {
      "script-src": ["https://vercel.live"],
      "style-src": ["https://vercel.live"],
      "img-src": ["https://vercel.live", "https://vercel.com", "blob:"],
      "font-src": ["https://vercel.live", "https://assets.vercel.com"],
      "connect-src": ["https://vercel.live", "wss://ws-us3.pusher.com"],
      "frame-src": ["https://vercel.live"],
    },
    url: "https://vercel.com/docs/vercel-toolbar/managing-toolbar#using-a-content-security-policy",
  },
} as const satisfies Readonly<Record<string, ThirdPartyFact>>;

export type ThirdParty = keyof typeof thirdParties;

export const thirdPartyNames = Object.keys(thirdParties) as [ThirdParty, ...ThirdParty[]];

/** Whose services a project uses that says nothing about it. */
export const defaultThirdParties: readonly ThirdParty[] = ["supabase"];

/** Ways to let pages send what they measure to AWS RUM: one is enough. */
export const rumParties = ["awsRum", "awsRumScript"] as const satisfies readonly ThirdParty[];

/** What a policy must allow for a party, with the stack's region of AWS in it. */
export function sourcesFor(name: ThirdParty, region = ""): ThirdPartyFact["sources"] {
  const { sources }: ThirdPartyFact = thirdParties[name];
  const filled = Object.entries(sources).map(([directive, list]) => [
    directive,
    list.map((source) => source.replace(anyRegion, region)),
  ]);
  return Object.fromEntries(filled) as ThirdPartyFact["sources"];
}

/** Whether hosts of a party depend on the stack's region of AWS. */
export function isRegional(name: ThirdParty): boolean {
  const { sources }: ThirdPartyFact = thirdParties[name];
  return Object.values(sources)
    .flat()
    .some((source) => source.includes(anyRegion));
}
