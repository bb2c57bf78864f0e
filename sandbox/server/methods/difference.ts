import { DiffResponse, PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import { type DiffKind } from "../../check";
import { type Difference } from "../operations/diff";

const kinds: Readonly<Record<DiffKind, PropertyDiff.Kind>> = {
  add: PropertyDiff.Kind.ADD,
  "add-replace": PropertyDiff.Kind.ADD_REPLACE,
  delete: PropertyDiff.Kind.DELETE,
  "delete-replace": PropertyDiff.Kind.DELETE_REPLACE,
  update: PropertyDiff.Kind.UPDATE,
  "update-replace": PropertyDiff.Kind.UPDATE_REPLACE,
};

/** A change that the provider cannot make shows as an update: it says no only when it is asked to make it. */
export function diffResponse(difference: Difference): DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
  const response = new DiffResponse()
    .setChanges(difference.changes.length === 0 ? DIFF_NONE : DIFF_SOME)
    .setDiffsList(difference.changes)
    .setReplacesList(difference.replaces)
    .setDeletebeforereplace(difference.deleteBeforeReplace)
    .setHasdetaileddiff(true);
  const detailed = response.getDetaileddiffMap();
  for (const [path, kind] of Object.entries(difference.detailed)) {
    detailed.set(path, new PropertyDiff().setKind(kinds[kind]).setInputdiff(true));
  }
  return response;
}
