import type { PropertyMap } from "../../../../core/value";
import type { TypeName } from "../accepted";

/**
 * A change to accepted inputs, and the one failure that it must give: the property's path, and the reason in full or,
 * where it lists many values, its end.
 */
export type Refusal = readonly [
  type: TypeName,
  change: PropertyMap,
  property: string,
  reason: string | RegExp,
];
