/**
 * Names of the secrets that a person has to set, each once, sorted: those that settings refer to with
 * `{ secret: NAME }`, and those that the registry requires. Takes any shape.
 */
export function referencedSecrets({
  hosting,
  database,
  alerts,
  uptime,
  secretRegistry,
}: SecretUsers): string[] {
  const { auth, functionSecrets } = record(database);
  const users = [record(hosting).variables, auth, functionSecrets].flatMap((holder) =>
    Object.values(record(holder)),
  );
  const { logDrain, passwordProtection } = record(hosting);
  users.push(logDrain, passwordProtection);
  const routes = Object.values(record(record(alerts).routes));
  users.push(...routes.flatMap((route) => Object.values(record(record(route).webhooks))));
  users.push(record(record(uptime).canary).smoke);
  const required = Object.entries(record(secretRegistry))
    .filter(([, entry]) => record(entry).source === "required")
    .map(([name]) => name);
  const names = [...users.map((user) => record(user).secret), ...required];
  return [...new Set(names.filter((name) => typeof name === "string"))].sort();
}

/** The sections that refer to secrets. */
export interface SecretUsers {
  hosting?: unknown;
  database?: unknown;
  alerts?: unknown;
  uptime?: unknown;
  secretRegistry?: unknown;
}

/** The command that sets a secret. */
export function setSecretCommand(name: string, stack: string): string {
  return `pulumi config set --secret --path 'groundwork:secrets.${name}' --stack ${stack}`;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
