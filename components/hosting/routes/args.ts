import type { ThirdParty } from "../../../catalogue/third-parties";
import type { DnsVendor } from "../../../catalogue/vercel-dns";
import type { PatternSyntax } from "../../../catalogue/vercel-patterns";

/** Something that a request must have, or must not have, for a rule to act on it. */
export interface ConditionArgs {
  /** Part of the request: `host`, `header`, `cookie` or `query`. */
  type: "host" | "header" | "cookie" | "query";
  /** Name of the header, cookie or parameter; none for a host. */
  key?: string | undefined;
  /** Text that it must be equal to, or a regular expression for all of it. Left out, being there is enough. */
  value?: string | undefined;
}

/** Which requests a rule acts on. */
interface Matching {
  /** Pattern of the path. `/(.*)` is every path; `/:path*` is every path but `/` and is refused. */
  source: string;
  /**
   * How the pattern is read: `path-to-regexp`, `regex` or `equals`.
   * @default "path-to-regexp"
   */
  syntax?: PatternSyntax | undefined;
  /**
   * Conditions that must all hold, at most 16 together with `missing`.
   * @default []
   */
  has?: ConditionArgs[] | undefined;
  /**
   * Conditions of which none may hold.
   * @default []
   */
  missing?: ConditionArgs[] | undefined;
}

/** How long browsers and Vercel's CDN may keep an answer: the header Cache-Control (RFC 9111). */
export interface CacheArgs {
  /** Seconds for which browsers may use it without asking. */
  maxAge: number;
  /** Seconds for which shared caches may, where that differs. */
  sMaxage?: number | undefined;
  /** Seconds after that in which an old answer may be used while a new one is fetched (RFC 5861). */
  staleWhileRevalidate?: number | undefined;
  /**
   * The answer never changes under this address, as with file names that hold a hash (RFC 8246).
   * @default false
   */
  immutable?: boolean | undefined;
  /**
   * Only the visitor's own browser may keep it.
   * @default false
   */
  private?: boolean | undefined;
}

/** Response headers of some paths, in addition to the baseline and in place of its headers of the same name. */
export interface RouteArgs extends Matching {
  /**
   * Header name to value. Values must not hold `$`, which Vercel reads as a variable.
   * @default {}
   */
  headers?: Record<string, string> | undefined;
  /** Cache-Control of these paths; `no-store` for answers that nobody may keep. */
  cache?: "no-store" | CacheArgs | undefined;
}

/** Sends visitors of some paths elsewhere, before the app sees the request. */
export interface RedirectArgs extends Matching {
  /** A path of the same host, or an address with https. May use the parameters of the source: `/new/:slug`. */
  destination: string;
  /** HTTP status: 301 and 308 are kept by browsers, 302 and 307 are not; 307 and 308 keep the method. */
  statusCode: 301 | 302 | 307 | 308;
}

/** A notice that the app shows to its users, changed without a deployment. */
export interface MaintenanceArgs {
  /** Whether the app shows it. */
  enabled: boolean;
  /** What it says, 1 to 500 characters. */
  message: string;
  /**
   * Name of the Edge Config store that carries it: 1 to 32 of `[a-z0-9_-]`, unique in the team.
   * @default the name of the project
   */
  edgeConfigName?: string | undefined;
}

/** What the project does with requests before the app sees them, and with answers after. */
export interface RoutingArgs {
  /**
   * Services of others that pages load from or talk to; the Content-Security-Policy allows these and no others.
   * @default ["supabase"]
   */
  thirdParties?: ThirdParty[] | undefined;
  /** Region of AWS that hosts of some third parties are in, such as `ca-central-1`. Only those need it. */
  awsRegion?: string | undefined;
  /**
   * Headers and caching of some paths, by a key of your own. Rules act in the order of their keys, after the baseline.
   * @default {}
   */
  routes?: Record<string, RouteArgs> | undefined;
  /**
   * Redirects, by a key of your own. They act in the order of their keys, after all `routes`.
   * @default {}
   */
  redirects?: Record<string, RedirectArgs> | undefined;
  /**
   * A banner for users. The project then gets an Edge Config store, in it the item `maintenance` with `enabled` and
   * `message`, and the variable EDGE_CONFIG by which the app reads it.
   */
  maintenance?: MaintenanceArgs | undefined;
}

/** The DNS record of a host: an address for the zone's own name, else a CNAME, both to where Vercel serves projects. */
export interface DnsArgs {
  /** Who answers for the zone: `vercel`, where its nameservers do, or `route53`. */
  vendor: DnsVendor;
  /** The zone that the host is in: `example.com`. */
  zone: string;
  /** Id of the hosted zone; for `route53` alone, which needs it. */
  zoneId?: string | undefined;
  /**
   * Seconds for which resolvers keep the record, 60 to 86,400.
   * @default 60
   */
  ttl?: number | undefined;
}
