import { DiffResponse, PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import { UNKNOWN, type Value } from "../../../core/value";
import { sealMapLike, type WireMap } from "../../../rpc/value";
import { type Change } from "../model/diff";
import { type AdminResource, type Existing } from "../model/resource";

const { Kind } = PropertyDiff;
const kinds = {
  add: [Kind.ADD, Kind.ADD_REPLACE],
  delete: [Kind.DELETE, Kind.DELETE_REPLACE],
  update: [Kind.UPDATE, Kind.UPDATE_REPLACE],
} as const;

export function diffResponse(resource: AdminResource, changes: readonly Change[]): DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
  const response = new DiffResponse()
    .setChanges(changes.length === 0 ? DIFF_NONE : DIFF_SOME)
    .setDiffsList(changes.map(({ name }) => name))
    .setReplacesList(changes.filter(({ replaces }) => replaces).map(({ name }) => name))
    .setDeletebeforereplace(resource.deleteBeforeReplace ?? false)
    .setHasdetaileddiff(true);
  const detailed = response.getDetaileddiffMap();
  for (const { name, kind, replaces } of changes) {
    detailed.set(
      name,
      new PropertyDiff().setKind(kinds[kind][replaces ? 1 : 0]).setInputdiff(true),
    );
  }
  return response;
}

/** State after a write: the inputs as given, secret where they were, and what the API added. */
export function written(inputs: WireMap, { outputs }: Existing): WireMap {
  return { ...inputs, ...outputs };
}

/** The same in a preview: what only the API knows keeps its old value, or is unknown. */
export function previewed(
  resource: AdminResource,
  inputs: WireMap,
  olds: WireMap | undefined,
): WireMap {
  const outputs = Object.keys(resource.outputs).map((name) => [name, olds?.[name] ?? UNKNOWN]);
  return { ...inputs, ...(Object.fromEntries(outputs) as WireMap) };
}

/**
 * What the API says now of the inputs that the program gives, or of all of them on an import: settings that nobody
 * manages here are no drift. An input that the API does not tell any more is left out, which shows as a change.
 */
export function refreshed(
  { inputs, outputs }: Existing,
  known: WireMap,
): { inputs: WireMap; properties: WireMap } {
  const isImport = Object.keys(known).length === 0;
  const managed = Object.entries(inputs).filter(
    ([name]) => isImport || Object.hasOwn(known, name),
  ) as [string, Value][];
  const current = sealMapLike(Object.fromEntries(managed), known);
  return { inputs: current, properties: { ...current, ...outputs } };
}
