/** What runs a service of the product. */
export type ServiceKind = "hosting" | "container" | "worker" | "database" | "edge-functions";

/** What is watched: services, and the cache that they use, where it publishes metrics of its own. */
export type WatchedKind = ServiceKind | "cache";

/**
 * A part of the product that is watched on its own: it has logs, alarms, a row of the dashboard and a promise to users.
 * The hosting project is the service `web`; each container service is one of its own name, and a `worker` where it answers
 * no requests.
 */
export interface ProductService {
  /** Short name: `web`, `orchestrator`. It stands in names of log groups, alarms and checks. */
  name: string;
  kind: ServiceKind;
  /** The public host that is asked whether the service is well. Left out, nothing public answers. */
  host?: string | undefined;
  /** Path on that host which answers 2xx while all is well. */
  healthPath?: string | undefined;
}
