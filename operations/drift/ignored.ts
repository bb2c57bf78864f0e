import { parseUrn } from "../../core/urn";
import { type DriftFinding, worstFirst } from "./findings";
import { isAbove } from "./differences";

/** A line of `drift.ignore`. */
export interface IgnoreEntry {
  /** A URN, or a logical name. */
  resource: string;
  property?: string | undefined;
  reason: string;
  /** `YYYY-MM-DD`: the last day on which it holds, in UTC. */
  until: string;
}

export interface IgnoredFinding extends DriftFinding {
  reason: string;
  until: string;
}

export interface Sifted {
  /** Worst first, with lines of the list that are no longer true. */
  findings: DriftFinding[];
  ignored: IgnoredFinding[];
}

/** What the list is held against. */
export interface IgnoreGround {
  /** URN of the stack and its owner, who mend the list. */
  stack: string;
  owner: string;
  /** URNs of everything in the state. */
  known: readonly string[];
  now: Date;
}

/** Passes over what the list names, as long as it holds. */
export function sift(
  findings: readonly DriftFinding[],
  entries: readonly IgnoreEntry[],
  ground: IgnoreGround,
): Sifted {
  const today = ground.now.toISOString().slice(0, "YYYY-MM-DD".length);
  const valid = entries.filter(({ until }) => until >= today);
  const ignored: IgnoredFinding[] = [];
  const left: DriftFinding[] = [];
  for (const finding of findings) {
    const entry = valid.find((one) => covers(one, finding));
    if (entry) ignored.push({ ...finding, reason: entry.reason, until: entry.until });
    else left.push(finding);
  }
  return { findings: [...left, ...untrue(entries, today, ground)].sort(worstFirst), ignored };
}

function covers(
  { resource, property }: IgnoreEntry,
  { urn, name, ...finding }: DriftFinding,
): boolean {
  if (resource !== urn && resource !== name) return false;
  if (property === undefined) return true;
  return (
    finding.property !== undefined &&
    (property === finding.property || isAbove(property, finding.property))
  );
}

function untrue(
  entries: readonly IgnoreEntry[],
  today: string,
  { stack, owner, known }: IgnoreGround,
): DriftFinding[] {
  const names = new Set(known.flatMap((urn) => [urn, parseUrn(urn).name]));
  return entries.flatMap(({ resource, until }, index): DriftFinding[] => {
    const place = {
      urn: stack,
      type: "pulumi:pulumi:Stack",
      name: `drift.ignore[${index}]`,
      owner,
    };
    const severity = "medium" as const;
    if (until < today) {
      const says = `no longer holds: its last day was ${until}; mend what differs, or say why it may stay longer`;
      return [{ ...place, kind: "ignore-expired", severity, says }];
    }
    if (names.has(resource)) return [];
    const says = `names ${resource}, and the state has no such resource; remove the line`;
    return [{ ...place, kind: "ignore-unknown", severity, says }];
  });
}
