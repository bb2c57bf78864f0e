import { type Services } from "../services";
import { fromStored } from "../stored";
import { type WireMap } from "../../../rpc/value";
import { findObjects } from "./find";
import { type Target } from "../../../rpc/target";
import { knownResource } from "./order";

/** What the engine knows already; both maps are empty for an import. */
export interface Known {
  id: string;
  inputs: WireMap;
  properties: WireMap;
}

/** What exists. `undefined`: nothing with that id does. */
export function read(services: Services, target: Target, known: Known): Known | undefined {
  const resource = knownResource(target.type);
  const imported = Object.keys(known.properties).length === 0;
  if (resource.stateOnly) return imported ? undefined : known;
  const [object] = findObjects(services, target, known.id);
  if (!object) return resource.goneUnnoticed && !imported ? known : undefined;
  const hidden = imported ? (resource.unread ?? []) : [];
  return {
    id: object.id,
    inputs: without(fromStored(object.inputs, known.inputs), hidden),
    properties: without(fromStored(object.outputs, known.properties), hidden),
  };
}

const without = (map: WireMap, names: readonly string[]): WireMap =>
  Object.fromEntries(Object.entries(map).filter(([name]) => !names.includes(name)));
