import type { Tier } from "../../core/profile";

/** The hosted zone. */
export interface ZoneArgs {
  /** The zone: `example.com`. */
  name: string;
  /** Id of a zone that exists. Left out, the zone is made here, if it is `owned`. */
  id?: string | undefined;
  /**
   * Whether Pulumi refuses to delete the zone.
   * @default what the component's own `protect` option says
   */
  protect?: boolean | undefined;
}

/** One record. */
export interface RecordArgs {
  /** Type of the record: `A`, `AAAA`, `CNAME`, `CAA`, `MX` or `TXT`. */
  type: "A" | "AAAA" | "CNAME" | "CAA" | "MX" | "TXT";
  /** Answers, as the type writes them; one for a CNAME. */
  values: string[];
  /**
   * Seconds for which resolvers keep the answer, 0 to 172,800.
   * @default 300
   */
  ttl?: number | undefined;
  /**
   * Whether this stack asks the host: read by the checks, not here. false where another stack does.
   * @default true
   */
  check?: boolean | undefined;
}

/** Two answers for one host: its own server while that is well, another one while it is not. */
export interface FailoverArgs {
  /** Host that gets two answers. Not the zone's own name, which can be no CNAME. */
  host: string;
  /** Host that serves it. */
  primary: string;
  /** Host that answers while the primary is down. It needs a certificate for `host`, and must serve requests for it. */
  standby: string;
  /**
   * Seconds for which resolvers keep the answer, at most 60: nobody switches sooner.
   * @default 60
   */
  ttl?: number | undefined;
}

/** A DNS zone on Route 53, and the records in it. */
export interface DnsSettings {
  /** The product, for tags. */
  product: string;
  /** The tier, for tags. */
  tier: Tier;
  /** Who answers for the zone: a team or an address. */
  owner: string;
  /** The zone. */
  zone: ZoneArgs;
  /**
   * Records by host. A host is the zone's own name or one below it.
   * @default {}
   */
  records?: Record<string, RecordArgs> | undefined;
  /** Which host answers while another is down; left out, there is no such host. */
  failover?: FailoverArgs | undefined;
}

/** What a key that is left out means. */
export const defaults = { ttl: 300, failoverTtl: 60 } as const;
