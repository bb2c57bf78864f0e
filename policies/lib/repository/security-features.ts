import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { textOf } from "../text";

/** `enabled`, `disabled`, `open` where it is not known yet, or null where nothing is said. */
export function featureState({ inputs }: DeclaredResource, feature: string): string | null {
  const status = readProperty(inputs, ["securityAndAnalysis", feature, "status"]);
  return status.state === "unknown" ? "open" : (textOf(status) ?? null);
}

/** `public`, `private`, `internal`, or `open` where it is not known yet. GitHub makes public what says nothing. */
export function visibilityOf({ inputs }: DeclaredResource): string {
  const visibility = readProperty(inputs, ["visibility"]);
  if (visibility.state === "unknown") return "open";
  return textOf(visibility) ?? (inputs["private"] === true ? "private" : "public");
}
