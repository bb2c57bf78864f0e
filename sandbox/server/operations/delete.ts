import { type Services } from "../services";
import { findObjects } from "./find";
import { knownResource, type Target } from "./order";

/** Removes an object; the older one when a replacement left two. What is gone already is no error. */
export function remove(services: Services, target: Target, id: string): void {
  if (knownResource(target.type).stateOnly) return;
  const object = findObjects(services, target, id).at(-1);
  if (object) services.ledger.delete(object);
}
