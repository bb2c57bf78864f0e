import { blindSpots } from "../../catalogue/drift";
import { parseUrn } from "../../core/urn";
import type { Value } from "../../core/value";
import type { Compared } from "./findings";

/** What a refresh cannot tell, and of which resources. */
export interface Unseen {
  what: string;
  why: string;
  /** Logical names. */
  resources: string[];
}

/**
 * What stays unseen in this stack: silence about it proves nothing. `answered` are URNs of which a probe told whether they
 * are there.
 */
export function unseenIn(
  resources: readonly Pick<Compared, "urn" | "type" | "state">[],
  answered: ReadonlySet<string>,
): Unseen[] {
  return blindSpots.flatMap(({ types, inputs, what, why, probed }) => {
    const hit = resources.filter(
      (one) =>
        types.test(one.type) &&
        !(probed && answered.has(one.urn)) &&
        (!inputs || inputs.some((name) => given(one.state[name]))),
    );
    const names = hit.map(({ urn }) => parseUrn(urn).name).sort();
    return names.length > 0 ? [{ what, why, resources: names }] : [];
  });
}

const given = (value: Value | undefined): boolean =>
  value !== undefined && value !== null && value !== false;
