import type { FunctionRegion } from "../../catalogue/regions";
import type { HostCapability, Lack } from "./capability";

/** Where a name has to lead. More values than one are answers to choose from. */
export interface DnsTarget {
  type: "A" | "CNAME";
  values: readonly string[];
}

/** The host's region that serves instead of one of Vercel's. */
export interface NearestRegion {
  /** The host's own code. */
  region: string;
  /** Whether it is in the same metropolitan area: what it promises about the place of data holds. */
  sameArea: boolean;
}

/** A host of sites: what is true of it outside, as of a day, and who says so. */
export interface Host {
  /** What people call it. */
  label: string;
  /** Whether its resources are declared in its cloud. Otherwise a file is rendered, which its own tool reads. */
  managed: boolean;
  /** Where names must lead for it to serve them. */
  dns: {
    /** The zone's own name, which can be no CNAME. */
    apex: DnsTarget;
    /** Any other name, of the site so named. */
    subdomain: (site: string) => DnsTarget;
  };
  /** An address that serves every name of the host, for a check that must not follow DNS. */
  address: string;
  /** Its own host of a site. Undefined where it is not known before the site is made. */
  hostOf: ((site: string) => string) | undefined;
  /** Its regions for Vercel's, which the stack file names. Undefined where a site has no region. */
  regions: Readonly<Record<FunctionRegion, NearestRegion>> | undefined;
  /** Regions that one site can be in. */
  regionsPerSite: number;
  /** What it can, or what happens instead. */
  can: Readonly<Record<HostCapability, true | Lack>>;
  /** Seconds a function may run; undefined where it is a server without such a limit. */
  functionSeconds: number | undefined;
  /** Statuses that a redirect of it can have. */
  redirectStatuses: readonly number[];
  /** How a secret variable gets there, with NAME for its name. */
  setSecret: string;
  /** How a deployment of before is had back. */
  rollback: string;
  /** How a deployment is made by its own tool; undefined where the engine makes it. */
  deploy: string | undefined;
  /** Prices. */
  pricing: string;
  /** Documentation. */
  docs: string;
  /** Pages that say what stands here. */
  sources: readonly string[];
  /** Day on which the facts were last compared with their sources. */
  checkedOn: string;
  /** `low` where facts come from memory. */
  confidence: "high" | "medium" | "low";
}
