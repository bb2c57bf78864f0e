/** How long a rollback took, against what is promised. */
export interface Measure {
  seconds: number;
  /** Seconds until the service must be back; left out where nothing is promised. */
  promised?: number;
  held: boolean;
}

// Requirement: DR-15
/** Seconds within which a deployment that is still there is served again. Source: our own promise of a rollback. */
export const quickRollback = 5;

// Requirement: DR-02, DR-04
export function measured(seconds: number, rtoMinutes: number | undefined): Measure {
  if (rtoMinutes === undefined) return { seconds, held: true };
  const promised = rtoMinutes * 60;
  return { seconds, promised, held: seconds <= promised };
}

export function measureText({ seconds, promised, held }: Measure): string {
  const took = `took ${seconds.toFixed(1)} s`;
  if (promised === undefined) return `${took}; no recovery time is declared`;
  return `${took}, ${held ? "within" : "beyond"} the ${promised / 60} minutes that are promised`;
}
