/** When things happened, in seconds after the break. Those of the watch's clock are simulated, the others measured. */
export interface DrillMoments {
  /** The check counts the host as down: simulated. */
  unhealthy?: number;
  /** The alarm goes off: simulated. */
  alarm?: number;
  /** A message about it lies in the inbox: simulated. */
  message?: number;
  /** How long it took to bring the service back after that: measured. */
  cure?: number;
  /** What DNS takes to lead visitors elsewhere, counted like detection: simulated. */
  failover?: number;
  /** Somebody asked and was served well. */
  served: boolean;
  /** The check counts the host as up again: simulated. */
  healthy?: number;
  /** The alarm is over: simulated. */
  cleared?: number;
}

/** What a drill came to. */
export interface DrillVerdict {
  /** Seconds from the break until somebody knew; left out where nobody did. Simulated. */
  detection?: number;
  /** Seconds from the break until visitors were served again; left out where they were not. */
  recovery?: number;
  /** Of the recovery time so many seconds were simulated, and so many measured. */
  simulated: number;
  measured: number;
  /** Seconds within which the service is to be back; left out where nothing is promised. */
  promised?: number;
  /** Everything that should have happened did, in time. */
  held: boolean;
  /** What did not, in words. */
  misses: string[];
}

// Requirement: DR-02, DR-04
/** Judges a drill against what is promised. */
export function drillVerdict(moments: DrillMoments, rtoMinutes: number | undefined): DrillVerdict {
  const { unhealthy, alarm, message, cure = 0, failover, served, cleared } = moments;
  // DNS moves by itself: nobody has to be told first.
  const simulated = failover ?? message;
  const isBack = served && simulated !== undefined;
  const recovery = isBack ? simulated + cure : undefined;
  const promised = rtoMinutes === undefined ? undefined : rtoMinutes * 60;
  const late = recovery !== undefined && promised !== undefined && recovery > promised;
  const misses = [
    unhealthy === undefined && "the health check did not see it",
    alarm === undefined && "no alarm went off",
    message === undefined && "nobody was told",
    !isBack && "visitors were not served again",
    cleared === undefined && "the alarm is not over",
    late && `it took longer than the ${rtoMinutes} minutes that are promised`,
  ].filter((miss) => miss !== false);
  return {
    ...(message !== undefined && { detection: message }),
    ...(recovery !== undefined && { recovery }),
    ...{ simulated: simulated ?? 0, measured: cure },
    ...(promised !== undefined && { promised }),
    ...{ held: misses.length === 0, misses },
  };
}
