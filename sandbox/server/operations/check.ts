import { type CheckFailure } from "../../check";
import { type Services } from "../services";
import { revealMap, sealMapLike, type WireMap } from "../../../rpc/value";
import { type Naming, withName } from "./autoname";
import { type Target } from "../../../rpc/target";
import { knownResource, sealOwn } from "./order";

export interface Checked {
  inputs: WireMap;
  failures: readonly CheckFailure[];
}

/** Inputs as the provider will take them, with a made-up name and defaults, and everything about them that it refuses. */
export function check(services: Services, target: Target, naming: Naming): Checked {
  const { type } = target;
  const resource = knownResource(type);
  const named = resource.autonamed ? withName(naming) : naming.news;
  const inputs = services.contracts.normalizeInputs(type, revealMap(named));
  return {
    inputs: sealOwn(services, type, sealMapLike(inputs, named)),
    failures: services.contracts.checkInputs(type, inputs),
  };
}
