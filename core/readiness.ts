/** What somebody looks at before the first user comes, and what looking at it means. */
export const readinessItems = {
  cdn: "What the CDN serves: headers, caches, redirects, a purge.",
  dns: "Records and certificates of every host, as resolvers outside see them.",
  onCall: "Whoever is on call was reached by a trial alarm.",
  prerequisites: "What had to be done before, in other repositories and by other people.",
  procedures: "Runbooks walked through by those who will need them.",
  rollbackReviewed: "The way back, tried and timed.",
  thirdParties: "Every vendor that the product calls: account, limits, keys, answers.",
} as const;
export type ReadinessItem = keyof typeof readinessItems;
export const readinessNames = Object.keys(readinessItems) as readonly ReadinessItem[];

/** Who looked at one of them, when, and what shows it. */
export interface ReadinessRecord {
  /** The owner of the stack or of its budget, or another of its owners. */
  by: string;
  /** `YYYY-MM-DD` in UTC. */
  date: string;
  /** Address that begins with https, or a file of the repository: `docs/go-live/dns.md`. */
  evidence: string;
}

/** By what was looked at. */
export type Readiness = Readonly<Partial<Record<ReadinessItem, ReadinessRecord>>>;
