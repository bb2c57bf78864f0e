import { childPath } from "../core/property-path";
import type { DeclaredResource } from "../core/resource";
import { signatureKey, signatures, unknownSentinels } from "../core/signatures";
import { parseUrn } from "../core/urn";
import { type PropertyMap, type Value, UNKNOWN } from "../core/value";
import type { Deployment, StateResource } from "./checkpoint";

/**
 * The resources of an exported state as rules judge them: what is there, not what waits to be deleted or made anew, and
 * not what the program only reads. Secrets are unknown, and told by their paths, however the state holds them.
 */
export function declaredIn({ deployment }: Deployment): DeclaredResource[] {
  return (deployment.resources ?? []).filter(isThere).map(toDeclared);
}

function isThere({ delete: waits, pendingReplacement, external }: StateResource): boolean {
  return !waits && !pendingReplacement && !external;
}

function toDeclared(resource: StateResource): DeclaredResource {
  const { urn, type, custom, id, parent, protect = false } = resource;
  const inputs = readProperties(resource.inputs);
  const { values: outputs } = readProperties(resource.outputs);
  return {
    urn,
    type,
    name: parseUrn(urn).name,
    custom,
    ...(parent && { parent }),
    protect,
    inputs: inputs.values,
    // The id stands beside the outputs, and others name the resource by it.
    outputs: { ...outputs, ...(custom && id !== undefined && { id }) },
    propertyDependencies: dependenciesOf(resource.propertyDependencies),
    secrets: inputs.secrets,
  };
}

/** Properties as a state holds them, and the paths of the secrets among them. */
function readProperties(stored: unknown): { values: PropertyMap; secrets: string[] } {
  const secrets: string[] = [];
  const read = (value: unknown, path: string): Value => {
    if (unknownSentinels.has(value)) return UNKNOWN;
    if (Array.isArray(value)) return value.map((item, index) => read(item, `${path}[${index}]`));
    if (typeof value !== "object" || value === null) return value as Value;
    // Encrypted, or in clear after --show-secrets: nobody needs to know which.
    if (signatureKey in value && value[signatureKey] === signatures.secret) {
      secrets.push(path);
      return UNKNOWN;
    }
    return readMap(value, path);
  };
  const readMap = (map: object, path: string): PropertyMap =>
    Object.fromEntries(
      Object.entries(map)
        .filter(([key]) => !bookkeeping.has(key))
        .map(([key, value]) => [key, read(value, childPath(path, key))]),
    );
  return { values: readMap((stored as object | undefined) ?? {}, ""), secrets };
}

/** What bridged providers and the engine note beside the inputs that a program gave. */
const bookkeeping: ReadonlySet<string> = new Set(["__defaults", "__internal"]);

function dependenciesOf(stored: unknown): Record<string, string[]> {
  const all = Object.entries((stored as Record<string, string[]> | undefined) ?? {});
  const some = all.filter(([, urns]) => urns.length > 0);
  return Object.fromEntries(some.map(([property, urns]) => [property, [...urns].sort()]));
}
