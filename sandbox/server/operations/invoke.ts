import { packageOf } from "../../../core/urn";
import { type PropertyMap } from "../../../core/value";
import { type CheckFailure } from "../../check";
import { cloudFunction } from "../../cloud";
import { Refusal } from "../../cloud/refusal";
import { type Services } from "../services";
import { revealMap, sealNames, type WireMap } from "../../../rpc/value";

export interface Invoked {
  result: WireMap;
  failures: readonly CheckFailure[];
}

/** Calls a data source. Throws `Refusal` for one that the sandbox does not know, and where the vendor would say no. */
export function invoke(services: Services, token: string, args: WireMap): Invoked {
  const called = cloudFunction(token);
  if (!called) throw new Refusal(`the sandbox cloud does not know the function ${token}`);
  const inputs = revealMap(args);
  const failures = checkArguments(services, token, inputs);
  if (failures.length > 0) return { result: {}, failures };
  const account = services.accounts.latest(packageOf(token));
  const result = called.call({ inputs, account, cloud: services.cloud });
  return { result: sealNames(result, called.secrets ?? []), failures: [] };
}

function checkArguments(services: Services, token: string, args: PropertyMap): CheckFailure[] {
  const { inputs = {}, required = [] } = services.contracts.functionContract(token) ?? {};
  const missing = required.filter((name) => args[name] === undefined || args[name] === null);
  const unknown = Object.keys(args).filter((name) => !Object.hasOwn(inputs, name));
  return [
    ...missing.map((property) => ({ property, reason: "is required" })),
    ...unknown.map((property) => ({ property, reason: `is no argument of ${token}` })),
  ];
}
