import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { type CloudResource } from "../../cloud/resource";
import { type Services } from "../services";
import { toStored } from "../stored";
import { type WireMap } from "../../../rpc/value";
import { type Target } from "../../../rpc/target";
import {
  claimsOf,
  isGiven,
  knownResource,
  orderOf,
  outputsOf,
  recorded,
  refuseForbidden,
  refuseMissing,
  seal,
  sealOwn,
} from "./order";

export interface Created {
  id: string;
  properties: WireMap;
}

/** Makes an object and records it before anybody hears of it. Throws `Refusal` where the vendor would say no. */
export function create(services: Services, target: Target, inputs: WireMap): Created {
  const resource = knownResource(target.type);
  const order = orderOf(services, target, inputs);
  refuseMissing(services, resource, order);
  refuseForbidden(resource, order, "create");
  const claims = claimsOf(services, resource, order);
  const { id, outputs } = resource.create(order);
  const properties = seal(services, target.type, outputsOf(resource, order, outputs ?? {}), inputs);
  if (!resource.stateOnly) {
    services.ledger.create({
      ...target,
      id,
      inputs: toStored(sealOwn(services, target.type, inputs), services.digester),
      outputs: recorded(services, resource, properties),
      claims,
    });
  }
  return { id, properties };
}

/** What a preview can tell: everything but what the vendor alone decides. */
export function previewCreate(services: Services, target: Target, inputs: WireMap): WireMap {
  const resource = knownResource(target.type);
  const order = orderOf(services, target, inputs);
  const outputs = outputsOf(resource, order, unknownsOf(resource, order.inputs));
  return seal(services, target.type, outputs, inputs);
}

function unknownsOf(resource: CloudResource, inputs: PropertyMap): PropertyMap {
  const names = [...Object.keys(resource.defaults ?? {}), ...(resource.computed ?? [])];
  const left = names.filter((name) => !isGiven(inputs, name));
  return Object.fromEntries(left.map((name) => [name, UNKNOWN]));
}
