import type { DeclaredResource } from "../../core/resource";
import { type Value, readProperty } from "../../core/value";
import { type Answer, type Evidence, fail, pass, unknown } from "../rule";

/** One property of one resource, and what it must be. */
export interface WantedProperty {
  property: string;
  /** Path of the component arg that decides it. */
  input?: string;
  wanted: Value;
  holds: (value: Value) => boolean;
  /** What the provider takes a missing property as; nothing when left out. */
  absent?: Value;
}

export function judgeProperty(
  { urn, inputs }: DeclaredResource,
  { property, input, wanted, holds, absent = null }: WantedProperty,
): Answer {
  const evidence: Evidence = { urn, property, ...(input !== undefined && { input }), wanted };
  const reading = readProperty(inputs, property.split("."));
  if (reading.state === "unknown") return unknown(evidence);
  const found = reading.state === "known" ? reading.value : absent;
  return holds(found) ? pass({ ...evidence, found }) : fail({ ...evidence, found });
}
