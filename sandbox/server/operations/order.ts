import { parseUrn } from "../../../core/urn";
import { holdsUnknown, type PropertyMap, UNKNOWN } from "../../../core/value";
import { cloudResource } from "../../cloud";
import { Refusal } from "../../cloud/refusal";
import { type Change, type CloudResource, type Order } from "../../cloud/resource";
import { type LedgerObject, type StoredMap } from "../../ledger/record";
import { type Services } from "../services";
import { toStored } from "../stored";
import { type Target } from "../../../rpc/target";
import { mapEntries, revealMap, sealMapLike, sealNames, type WireMap } from "../../../rpc/value";

/** Throws the refusal of a type that the sandbox cannot make: a guess would prove nothing about the real cloud. */
export function knownResource(type: string): CloudResource {
  const resource = cloudResource(type);
  if (resource) return resource;
  throw new Refusal(`the sandbox cloud does not know how to make a ${type}`);
}

export function orderOf(services: Services, target: Target, inputs: WireMap): Order {
  return {
    urn: target.urn,
    name: parseUrn(target.urn).name,
    inputs: revealMap(inputs),
    account: services.accounts.of(target.urn, target.type),
    cloud: services.cloud,
  };
}

/** All outputs of an object: vendor's defaults, then what was said, what follows from it, and what only the vendor knows. */
export function outputsOf(
  resource: CloudResource,
  order: Order,
  computed: PropertyMap,
): PropertyMap {
  return { ...resource.defaults, ...order.inputs, ...derived(resource, order), ...computed };
}

/** Marks as secret what came in secret, and what the SDK itself keeps secret. */
export function seal(
  services: Services,
  type: string,
  outputs: PropertyMap,
  like: WireMap,
): WireMap {
  return sealOwn(services, type, sealMapLike(outputs, like));
}

/** Outputs as the ledger keeps them: the engine hears in clear what the SDK does not mark, the record never. */
export function recorded(
  { digester }: Services,
  { credentials = [] }: CloudResource,
  properties: WireMap,
): StoredMap {
  return toStored(sealNames(properties, credentials), digester);
}

/** The same for inputs, which a program of another language may send in clear. */
export function sealOwn({ contracts }: Services, type: string, properties: WireMap): WireMap {
  const { secretInputs = [], secretOutputs = [] } = contracts.contractOf(type) ?? {};
  return sealNames(properties, [...secretInputs, ...secretOutputs]);
}

/** Throws the vendor's refusal when something that the object needs is not there. */
export function refuseMissing(services: Services, resource: CloudResource, order: Order): void {
  for (const need of resource.needs?.(order) ?? []) {
    const there = typeof need.id === "string" && services.cloud.find(need.type, need.id);
    if (!there) throw new Refusal(need.refusal);
  }
}

/** Throws the vendor's refusal of a change that something else stands in the way of. */
export function refuseForbidden(resource: CloudResource, order: Order, change: Change): void {
  const refusal = resource.forbids?.(order, change);
  if (refusal !== undefined) throw new Refusal(refusal);
}

/** The claims of an object. Throws the vendor's refusal when somebody other than `self` holds one of them. */
export function claimsOf(
  services: Services,
  resource: CloudResource,
  order: Order,
  self?: LedgerObject,
): string[] {
  const claims = resource.claims?.(order) ?? [];
  for (const { key, refusal } of claims) {
    const holder = services.ledger.objects.holderOf(key);
    if (holder && holder.object !== self?.object) throw new Refusal(refusal);
  }
  return claims.map(({ key }) => key);
}

/** Whether the program says something about a property; null is nothing, as the engine has it. */
export function isGiven(inputs: PropertyMap, name: string): boolean {
  return inputs[name] !== undefined && inputs[name] !== null;
}

/** With an unknown among the inputs nobody can say what follows from them. */
function derived(resource: CloudResource, order: Order): PropertyMap {
  const outputs = resource.derive?.(order) ?? {};
  return holdsUnknown(order.inputs)
    ? mapEntries(outputs, (value, name) => (value === order.inputs[name] ? value : UNKNOWN))
    : outputs;
}
