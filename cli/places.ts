import path from "node:path";
import type { ProblemPlace } from "../core/errors";
import type { AppliedWaiver, RuleResult } from "../core/finding";
import type { DeclaredResource, SourcePlace } from "../core/resource";
import { tokens } from "../core/tokens";
import { parseUrn } from "../core/urn";
import { entryOf, stackFilePath } from "../config/places";
import type { StackFile } from "../config/stack-file";
import { changeCatalogue } from "../gate/catalogue";
import { betweenCatalogue } from "../policies/between/catalogue";
import { catalogue } from "../policies/catalogue";
import { isFinding } from "../policies/verdict";
import type { PlacedResult } from "../core/placed-result";

/** Where results are to be placed. */
export interface Ground {
  stackFile: StackFile;
  /** What the program declared, where that is known: no engine tells where in the source a resource was declared. */
  resources?: readonly DeclaredResource[];
}

/** Adds to each result the places that decide it, in the stack file and in the program, and the rule's advice. */
export function placeResults(
  results: readonly RuleResult[],
  { stackFile, resources = [] }: Ground,
): PlacedResult[] {
  const rules = [...catalogue, ...changeCatalogue, ...betweenCatalogue];
  const fixes = new Map(rules.map(({ id, fix }) => [id, fix]));
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const entries = bucketKeys(stackFile);
  return results.map((result) => {
    const source = isFinding(result) ? sourceOf(result.urn, byUrn) : undefined;
    const waiverPlace = result.waiver && stackFile.placeOf(waiverPath(result.waiver));
    return {
      ...result,
      place: placeOf(result, stackFile, entries),
      ...(source && { source: { ...source, file: besides(stackFile, source.file) } }),
      ...(waiverPlace && { waiverPlace }),
      fix: fixes.get(result.rule),
    };
  });
}

function placeOf(
  result: RuleResult,
  stackFile: StackFile,
  entries: readonly string[],
): ProblemPlace | undefined {
  const key = settingOf(result, entries);
  return key === undefined ? undefined : stackFile.placeOf(key);
}

/**
 * The setting that decides an answer, by the nearest component above the judged resource: its args are what the stack file
 * sets. `entries` are the keys of the stack's buckets.
 */
export function settingOf(result: RuleResult, entries: readonly string[]): string | undefined {
  // Where no arg decides it, the section is as near as can be told; what holds needs none.
  const input = result.input ?? (isFinding(result) ? "" : undefined);
  if (input === undefined) return undefined;
  const { name, type, parentTypes } = parseUrn(result.urn);
  const entry = entryOf(name, entries);
  for (const token of [type, ...parentTypes.toReversed()]) {
    const key = stackFilePath(token, input, entry);
    if (key) return key;
  }
  return undefined;
}

/** The call of the nearest component, from itself upwards; a resource that stands by itself has its own. */
function sourceOf(
  urn: string,
  byUrn: ReadonlyMap<string, DeclaredResource>,
): SourcePlace | undefined {
  const judged = byUrn.get(urn);
  for (let at = judged; at; at = at.parent === undefined ? undefined : byUrn.get(at.parent)) {
    if (!at.custom && at.place) return at.place;
  }
  return judged?.place;
}

/** The stack file lies in the project's folder, and places in the program are relative to that. */
function besides({ file }: StackFile, source: string): string {
  return path.join(path.dirname(file), source);
}

/** Where a waiver stands in the stack file. */
export function waiverPath({ index }: AppliedWaiver): string {
  return stackFilePath(tokens.stackProfile, `waivers[${index}]`) ?? "";
}

function bucketKeys({ config }: StackFile): string[] {
  const storage = JSON.parse(config["groundwork:storage"] || "{}") as { buckets?: object };
  return Object.keys(storage.buckets ?? {});
}
