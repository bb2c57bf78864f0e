import { type PropertyMap } from "../../../core/value";
import { Refusal } from "../../cloud/refusal";
import { type CloudResource, type Order } from "../../cloud/resource";
import { type Services } from "../services";
import { toStored } from "../stored";
import { own, revealMap, type WireMap } from "../../../rpc/value";
import { type Target } from "../../../rpc/target";
import { findObjects } from "./find";
import {
  claimsOf,
  isGiven,
  knownResource,
  orderOf,
  outputsOf,
  recorded,
  refuseForbidden,
  seal,
  sealOwn,
} from "./order";

/** An update as the engine asks for it: old inputs and outputs from its state, new inputs from the program. */
export interface Change {
  id: string;
  oldInputs: WireMap;
  olds: WireMap;
  news: WireMap;
}

/** Changes an object in place. Throws `Refusal` when it is gone, when a property cannot change, or a name is taken. */
export function update(services: Services, target: Target, change: Change): WireMap {
  const resource = knownResource(target.type);
  const order = orderOf(services, target, change.news);
  refuseImmutable(services, order, target.type, revealMap(change.oldInputs));
  refuseForbidden(resource, order, "update");
  const properties = changed(services, resource, order, change);
  if (!resource.stateOnly) record(services, { resource, order, target, change, properties });
  return properties;
}

/** Outputs after the update. What only the vendor knows stays as it was. */
export function previewUpdate(services: Services, target: Target, change: Change): WireMap {
  const resource = knownResource(target.type);
  return changed(services, resource, orderOf(services, target, change.news), change);
}

function changed(
  services: Services,
  resource: CloudResource,
  order: Order,
  change: Change,
): WireMap {
  const olds = revealMap(change.olds);
  const kept = (resource.computed ?? []).flatMap((name) => {
    const value = own(olds, name);
    const kept = value !== undefined && !isGiven(order.inputs, name);
    return kept ? [[name, value] as const] : [];
  });
  const outputs = outputsOf(resource, order, Object.fromEntries(kept));
  return seal(services, resource.type, outputs, { ...change.olds, ...change.news });
}

/** The provider finds out only when it is asked to make the change; a preview shows a plain update. */
function refuseImmutable(
  { contracts }: Services,
  { inputs }: Order,
  type: string,
  oldInputs: PropertyMap,
): void {
  const { failures } = contracts.diffInputs(type, oldInputs, inputs);
  if (failures.length === 0) return;
  const said = failures.map(({ property, reason }) => `${reason} (${property})`);
  throw new Refusal(said.join("; "));
}

interface Recorded {
  resource: CloudResource;
  order: Order;
  target: Target;
  change: Change;
  properties: WireMap;
}

function record(services: Services, done: Recorded): void {
  const { resource, order, target, change, properties } = done;
  const [object] = findObjects(services, target, change.id);
  if (!object) throw new Refusal(`${target.type} ${change.id} not found (404)`);
  services.ledger.update(object, {
    ...target,
    id: object.id,
    inputs: toStored(sealOwn(services, target.type, change.news), services.digester),
    outputs: recorded(services, resource, properties),
    claims: claimsOf(services, resource, order, object),
  });
}
