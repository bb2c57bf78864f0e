import type { DeclaredResource } from "../../../core/resource";
import type { Answer } from "../../rule";
import { judgeProperty } from "../judge-property";

export interface RegionDemand {
  /** Path of the component arg that decides it. */
  input: string;
  allowed: readonly string[];
}

/** Whether the region of a resource is on the list. */
export function judgeRegion(resource: DeclaredResource, { input, allowed }: RegionDemand): Answer {
  return judgeProperty(resource, {
    property: "region",
    input,
    wanted: allowed.join(" or "),
    holds: (found) => allowed.some((one) => one === found),
  });
}
