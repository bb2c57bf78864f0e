import { type Services } from "../services";
import { findObjects } from "./find";
import { knownResource, type Target } from "./order";

/** Removes an object; the older one when a replacement left two. What is gone already is no error. */
export function remove(services: Services, target: Target, id: string): void {
  const { stateOnly, takes } = knownResource(target.type);
  if (stateOnly) return;
  const object = findObjects(services, target, id).at(-1);
  if (!object) return;
  const { ledger } = services;
  for (const other of takes ? ledger.objects.all() : []) {
    if (takes?.(other, object.id)) ledger.delete(other);
  }
  ledger.delete(object);
}
