import { parseUrn } from "../core/urn";

/** A resource that the engine speaks of. */
export interface Target {
  urn: string;
  type: string;
}

/** An engine may leave the type out; the URN always ends with it. */
export function targetOf(request: { getUrn(): string; getType(): string }): Target {
  const urn = request.getUrn();
  return { urn, type: request.getType() || parseUrn(urn).type };
}
