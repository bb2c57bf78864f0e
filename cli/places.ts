import type { ProblemPlace } from "../core/errors";
import type { RuleResult } from "../core/finding";
import { parseUrn } from "../core/urn";
import { entryOf, stackFilePath } from "../config/places";
import type { StackFile } from "../config/stack-file";
import { changeCatalogue } from "../gate/catalogue";
import { catalogue } from "../policies/catalogue";
import type { PlacedResult } from "./view/results";

/** Adds to each result the place in the stack file that decides it, and the rule's advice. */
export function placeResults(results: readonly RuleResult[], stackFile: StackFile): PlacedResult[] {
  const fixes = new Map([...catalogue, ...changeCatalogue].map(({ id, fix }) => [id, fix]));
  return results.map((result) => ({
    ...result,
    place: placeOf(result, stackFile),
    fix: fixes.get(result.rule),
  }));
}

/** By the nearest component above the judged resource: its args are what the stack file sets. */
function placeOf(result: RuleResult, stackFile: StackFile): ProblemPlace | undefined {
  if (result.input === undefined) return undefined;
  const { name, type, parentTypes } = parseUrn(result.urn);
  const entry = entryOf(name, bucketKeys(stackFile));
  for (const token of [type, ...parentTypes.toReversed()]) {
    const path = stackFilePath(token, result.input, entry);
    if (path) return stackFile.placeOf(path);
  }
  return undefined;
}

function bucketKeys({ config }: StackFile): string[] {
  const storage = JSON.parse(config["groundwork:storage"] || "{}") as { buckets?: object };
  return Object.keys(storage.buckets ?? {});
}
