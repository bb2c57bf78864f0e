import type { StackDocument } from "./document";
import { engineValue, type EngineValue } from "./engine-yaml";
import type { PathStep } from "./path";
import { referencedSecrets, type SecretUsers } from "./secrets";
import { isStandIn, standIn } from "./stand-in";

export const secretsKey = "groundwork:secrets";

export interface ConfigValues {
  values: Map<string, EngineValue>;
  /** Paths of encrypted values; each reads as a stand-in. */
  securePaths: PathStep[][];
}

/** What stands under `config:`, as the engine reads it, with stand-ins for encrypted values. */
export function readConfig({ config, document }: StackDocument): ConfigValues {
  const securePaths: PathStep[][] = [];
  const onSecure = (path: readonly PathStep[]) => {
    securePaths.push([...path]);
    return standIn(path);
  };
  const values = [...config].map(
    ([key, pair]) => [key, engineValue(pair.value, { document, onSecure }, [key])] as const,
  );
  return { values: new Map(values), securePaths };
}

/** Names of secrets that variables refer to and that nobody has set, sorted. */
export function unsetSecrets({ values }: ConfigValues): string[] {
  const secrets = values.get(secretsKey);
  // An object that is encrypted as a whole does not show which names it has.
  if (isStandIn(secrets)) return [];
  const set = isObject(secrets) ? secrets : {};
  return referencedSecrets(secretUsers(values)).filter((name) => !Object.hasOwn(set, name));
}

/** `groundwork:secrets` as the sandbox hands it over: a stand-in for each name that is set or referred to. */
export function secretStandIns({ values }: ConfigValues): Record<string, string> {
  const secrets = values.get(secretsKey);
  const names = [
    ...(isObject(secrets) ? Object.keys(secrets) : []),
    ...referencedSecrets(secretUsers(values)),
  ];
  return Object.fromEntries(
    [...new Set(names)].sort().map((name) => [name, standIn([secretsKey, name])]),
  );
}

function secretUsers(values: ConfigValues["values"]): SecretUsers {
  return {
    hosting: values.get("groundwork:hosting"),
    database: values.get("groundwork:database"),
    alerts: values.get("groundwork:alerts"),
    uptime: values.get("groundwork:uptime"),
    secretRegistry: values.get("groundwork:secretRegistry"),
  };
}

function isObject(value: EngineValue | undefined): value is Record<string, EngineValue> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
