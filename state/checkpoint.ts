/**
 * The part of an exported deployment (`pulumi stack export`, version 3) that recovery reads and changes; everything
 * else is carried along untouched.
 */
export interface Deployment {
  version: number;
  deployment: {
    resources?: StateResource[];
    pending_operations?: PendingOperation[];
    [more: string]: unknown;
  };
}

export interface StateResource {
  urn: string;
  type: string;
  custom: boolean;
  id?: string;
  parent?: string;
  /** `<urn of the provider>::<its id>`. */
  provider?: string;
  protect?: boolean;
  /** Replaced already, and still to be deleted. */
  delete?: boolean;
  /** Deleted already, and still to be made anew. */
  pendingReplacement?: boolean;
  /** Secrets are signature objects with the ciphertext. */
  inputs?: Record<string, unknown>;
  [more: string]: unknown;
}

export interface PendingOperation {
  resource: StateResource;
  type: "creating" | "updating" | "deleting" | "reading" | "importing";
}

/** What the engine was making when it stopped, each URN once; it alone cannot tell whether anything was made. */
export function pendingCreates({ deployment }: Deployment): StateResource[] {
  const creating = (deployment.pending_operations ?? []).filter(({ type }) => type === "creating");
  return [...new Map(creating.map(({ resource }) => [resource.urn, resource])).values()];
}

/**
 * The salt with which this state's secrets are encrypted, when a passphrase encrypts them. `pulumi import` decrypts
 * with the salt of the stack file that it is given, so a copy without one must get this one.
 */
export function passphraseSalt({ deployment }: Deployment): string | undefined {
  const provider = deployment.secrets_providers as
    { type?: string; state?: { salt?: unknown } } | undefined;
  const salt = provider?.type === "passphrase" ? provider.state?.salt : undefined;
  return typeof salt === "string" ? salt : undefined;
}

/** The resource that a URN names now; what waits for its deletion only does not count. */
export function currentResource(
  { deployment }: Deployment,
  urn: string,
): StateResource | undefined {
  return deployment.resources?.find((resource) => resource.urn === urn && !resource.delete);
}

/** Without the pending creates of these URNs. Other pending operations are the engine's own to repeat. */
export function withoutPendingCreates(state: Deployment, urns: readonly string[]): Deployment {
  const operations = state.deployment.pending_operations ?? [];
  const kept = operations.filter(
    ({ type, resource }) => type !== "creating" || !urns.includes(resource.urn),
  );
  return { ...state, deployment: { ...state.deployment, pending_operations: kept } };
}

/**
 * Puts what was made in the place of the resource that it replaces, so that dependents still come after it. The old
 * one is left to be deleted, unless it was deleted first.
 */
export function replaceResource(state: Deployment, made: StateResource): Deployment {
  const resources = (state.deployment.resources ?? []).flatMap((resource) => {
    if (resource.urn !== made.urn || resource.delete) return [resource];
    return resource.pendingReplacement ? [made] : [made, { ...resource, delete: true }];
  });
  return { ...state, deployment: { ...state.deployment, resources } };
}
