import { type Services } from "../services";
import { findObjects } from "./find";
import { fromStored } from "../stored";
import { type Target } from "../../../rpc/target";
import { knownResource, orderOf, refuseForbidden } from "./order";

/** Removes an object; the older one when a replacement left two. What is gone already is no error. */
export function remove(services: Services, target: Target, id: string): void {
  const resource = knownResource(target.type);
  const { stateOnly, takes } = resource;
  if (stateOnly) return;
  const object = findObjects(services, target, id).at(-1);
  if (!object) return;
  const { ledger } = services;
  const order = orderOf(services, target, fromStored(object.inputs, {}));
  refuseForbidden(resource, order, "delete");
  for (const other of takes ? ledger.objects.all() : []) {
    if (takes?.(other, object.id, object)) ledger.delete(other);
  }
  ledger.delete(object);
}
