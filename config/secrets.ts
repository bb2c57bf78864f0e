/** Names of the secrets that variables of a hosting section refer to, each once, sorted. Takes any shape. */
export function referencedSecrets(hosting: unknown): string[] {
  const variables = Object.values(record(record(hosting).variables));
  const names = variables.map((variable) => record(variable).secret);
  return [...new Set(names.filter((name) => typeof name === "string"))].sort();
}

/** The command that sets a secret. */
export function setSecretCommand(name: string, stack: string): string {
  return `pulumi config set --secret --path 'groundwork:secrets.${name}' --stack ${stack}`;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
