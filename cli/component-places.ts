import type { RuleResult } from "../core/finding";
import type { DeclaredResource } from "../core/resource";
import { tokens } from "../core/tokens";
import { shortType } from "../core/urn";
import { catalogue } from "../policies/catalogue";
import { isFinding } from "../policies/verdict";
import { settingOf, waiverPath } from "./places";
import type { PlacedResult } from "../core/placed-result";

/**
 * Adds to each result the rule's advice, and to each finding what can be told of its place where nobody knows a line: the
 * component that declares it, and the setting that decides it.
 */
export function describeResults(
  results: readonly RuleResult[],
  resources: readonly DeclaredResource[],
): PlacedResult[] {
  const fixes = new Map(catalogue.map(({ id, fix }) => [id, fix]));
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const entries = bucketKeys(resources);
  return results.map((result) => {
    const described = { ...result, fix: fixes.get(result.rule) };
    if (!isFinding(result)) return described;
    const component = componentOf(result.urn, byUrn);
    const path = settingOf(result, entries);
    return {
      ...described,
      ...(component !== undefined && { component }),
      ...(path !== undefined && { place: { path } }),
      ...(result.waiver && { waiverPlace: { path: waiverPath(result.waiver) } }),
    };
  });
}

/** The nearest component above a resource; undefined for what stands by itself, and for a component, which names itself. */
function componentOf(
  urn: string,
  byUrn: ReadonlyMap<string, DeclaredResource>,
): string | undefined {
  const judged = byUrn.get(urn);
  if (!judged?.custom) return undefined;
  let at: DeclaredResource | undefined = judged;
  while (at?.custom) at = at.parent === undefined ? undefined : byUrn.get(at.parent);
  const { type, name } = at ?? { type: stackType, name: "" };
  return type === stackType ? undefined : `${shortType(type)} ${name}`;
}

const stackType = "pulumi:pulumi:Stack";

/** The keys of the stack's buckets, whose components are called `storage-<key>`. */
function bucketKeys(resources: readonly DeclaredResource[]): string[] {
  return resources
    .filter(({ type }) => type === tokens.storageBucket)
    .map(({ name }) => name.slice(name.indexOf("-") + 1));
}
