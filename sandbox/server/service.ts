import { type UntypedServiceImplementation } from "@grpc/grpc-js";
import { parseUrn } from "../../core/urn";
import { withFault } from "../faults/strike";
import { configMethods } from "./methods/config";
import { resourceMethods } from "./methods/resource";
import { type ServedPackage } from "./packages";
import { type Provider } from "./provider";
import { type Complain } from "./respond";
import { type Services } from "./services";

/**
 * The provider protocol for one package. Methods that are not here answer UNIMPLEMENTED, which the engine takes as "this
 * provider has no such feature": components, schemas and mappings are not asked of the sandbox.
 */
export function providerService(
  served: ServedPackage,
  services: Services,
  host: { complain: Complain; exit: () => void },
): UntypedServiceImplementation {
  const { complain, exit } = host;
  const guarded: Provider["guarded"] = (op, target, caller, effect) => {
    const { stack } = parseUrn(target.urn);
    const fault = services.faults.take({ stack, type: target.type, op });
    return withFault(fault, { caller, exit }, effect);
  };
  const provider = { served, services, complain, guarded };
  return { ...configMethods(provider), ...resourceMethods(provider) };
}
