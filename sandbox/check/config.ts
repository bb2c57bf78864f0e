import { parseJson } from "../../core/json";
import { type PropertyMap, type Value } from "../../core/value";
import { contractOf, functionContract } from "../contract/contract";
import { type SchemaType } from "../contract/schema";
import { sortFailures, type CheckFailure } from "./failure";
import { checkObject, type Shape } from "./types";

/**
 * What a provider would refuse in its own configuration: unknown keys (a misspelt `vercel:team`), and values of another
 * type. What is no string comes as JSON text. The engine's own keys are left alone. Nothing is missing: what a provider
 * requires is its credential, which comes from the environment, and which no cloud on this machine asks for.
 */
export function checkConfig(packageName: string, news: PropertyMap): CheckFailure[] {
  const contract = contractOf(`pulumi:providers:${packageName}`);
  if (!contract) return [{ property: "", reason: "no such provider" }];
  const given = Object.entries(news).filter(([name]) => !enginesKeys.has(name));
  const decoded = given.map(
    ([name, value]) => [name, decode(contract.inputs[name], value)] as const,
  );
  const shape = { ...contract, required: [] };
  return checkShape(shape, packageName, Object.fromEntries<Value | undefined>(decoded));
}

/** Which plugin the engine wants stands among a provider's inputs. */
const enginesKeys = new Set(["version", "pluginDownloadURL", "parameterization"]);

function decode(type: SchemaType | undefined, value: Value | undefined): Value | undefined {
  if (typeof value !== "string" || type === undefined || type === "string") return value;
  return parseJson(value) ?? value;
}

/** What a provider would refuse in the arguments of a function. */
export function checkArguments(token: string, args: PropertyMap): CheckFailure[] {
  const contract = functionContract(token);
  if (contract) return checkShape({ ...contract, outputs: [] }, contract.package, args);
  return [{ property: "", reason: "no such function" }];
}

function checkShape(shape: Shape, packageName: string, inputs: PropertyMap): CheckFailure[] {
  const failures: CheckFailure[] = [];
  const report = (failure: CheckFailure) => failures.push(failure);
  checkObject(shape, inputs, [], { package: packageName, report });
  return sortFailures(failures);
}
