import { distance } from "fastest-levenshtein";

/** The candidate that a person most likely meant, or undefined when none is near. */
export function suggest(given: string, candidates: readonly string[]): string | undefined {
  return nearest(given, candidates)[0];
}

/** The same, but undefined also when several candidates are equally near: `23.x` means neither 22.x nor 24.x. */
export function suggestOnly(given: string, candidates: readonly string[]): string | undefined {
  const near = nearest(given, candidates);
  return near.length === 1 ? near[0] : undefined;
}

/** The candidates at the smallest distance, by name; none when even that is too far to be a slip. */
function nearest(given: string, candidates: readonly string[]): string[] {
  const ranked = candidates.map((candidate) => ({
    candidate,
    far: distance(given.toLowerCase(), candidate.toLowerCase()),
  }));
  const smallest = Math.min(...ranked.map(({ far }) => far));
  if (smallest > Math.max(2, Math.floor(given.length / 3))) return [];
  const near = ranked.filter(({ far }) => far === smallest).map(({ candidate }) => candidate);
  return [...new Set(near)].sort();
}
