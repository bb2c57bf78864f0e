import { decide, type Round, type WatchDecision, type WatchLimits } from "./decide";

/** What a watch needs beside its limits. */
export interface WatchSurroundings {
  now: () => Date;
  /** Asks everything once. */
  ask: () => Promise<Omit<Round, "at">>;
  /** Resolves after so many milliseconds. */
  pause: (milliseconds: number) => Promise<void>;
  /** Milliseconds between two rounds. */
  every: number;
  /** Told after each round. */
  asked?: (round: Round) => void;
}

export interface Watched {
  decision: Exclude<WatchDecision, { state: "go on" }>;
  rounds: Round[];
}

// Requirement: REL-08, DR-14
/** Watches a release until its time is over, or until it has to be taken back. */
export async function watchRelease(
  limits: WatchLimits,
  { now, ask, pause, every, asked }: WatchSurroundings,
): Promise<Watched> {
  const rounds: Round[] = [];
  for (;;) {
    const round = { at: now(), ...(await ask()) };
    rounds.push(round);
    asked?.(round);
    const decision = decide(rounds, limits);
    if (decision.state !== "go on") return { decision, rounds };
    await pause(every);
  }
}
