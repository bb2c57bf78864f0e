import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { type Answer, fail, pass, unknown } from "../../rule";

export interface RegionDemand {
  /** Path of the component arg that decides it. */
  input: string;
  allowed: readonly string[];
}

/** Whether the region of a resource is on the list. */
export function judgeRegion(
  { urn, inputs }: DeclaredResource,
  { input, allowed }: RegionDemand,
): Answer {
  const evidence = { urn, property: "region", input, wanted: allowed.join(" or ") };
  const region = readProperty(inputs, ["region"]);
  if (region.state === "unknown") return unknown(evidence);
  const found = region.state === "known" ? region.value : null;
  const holds = allowed.some((one) => one === found);
  return holds ? pass({ ...evidence, found }) : fail({ ...evidence, found });
}
