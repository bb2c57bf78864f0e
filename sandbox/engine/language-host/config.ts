/**
 * Configuration as the SDK reads it from `PULUMI_CONFIG`: `namespace:config:name`, the form that every version of
 * `@pulumi/pulumi` understands.
 * @throws Error for a key that is neither `namespace:name` nor `namespace:config:name`.
 */
export function configVariable(entries: Iterable<[string, string]>): string {
  return JSON.stringify(
    Object.fromEntries([...entries].map(([key, value]) => [longKey(key), value])),
  );
}

function longKey(key: string): string {
  const parts = key.split(":");
  if (parts.length === 2) return `${parts[0]}:config:${parts[1]}`;
  if (parts.length === 3 && parts[1] === "config") return key;
  throw new Error(
    `could not parse ${key} as a configuration key (configuration keys should be of the form \`<namespace>:<name>\`)`,
  );
}
