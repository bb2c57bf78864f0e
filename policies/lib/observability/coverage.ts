import { type Answer, fail, notApplicable, pass, unknown } from "../../rule";

/** What has to be there, and what is. */
export interface Coverage {
  /** The stack, or whatever else is answered for. */
  urn: string;
  wanted: readonly string[];
  covered: ReadonlySet<string>;
  /** True when something is not known yet that may cover more. */
  undecided: boolean;
  /** What one wanted item is called: `alarm of class`. */
  what: string;
  /** Path of the component arg that decides it. */
  input?: string;
}

/** One answer for each wanted item. */
export function judgeCoverage({ urn, wanted, covered, undecided, what, input }: Coverage) {
  if (wanted.length === 0) return notApplicable(`the tier asks for no ${what}`, urn);
  return wanted.map((item): Answer => {
    const evidence = { urn, ...(input !== undefined && { input }), wanted: `${what} ${item}` };
    if (covered.has(item)) return pass({ ...evidence, found: item });
    if (undecided) return unknown(evidence);
    return fail({ ...evidence, found: null, message: `found no ${what} ${item}, wanted one` });
  });
}
