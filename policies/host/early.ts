import type { StackProfileInputs } from "../../core/profile";

/** Name of the one policy that sees resources before they are made. */
export const resourcePolicyName = "groundwork-resources";
/** Name of the one policy that sees the whole stack. */
export const stackPolicyName = "groundwork-stack";

/**
 * Content of a `--policy-pack-config` file that tells the pack the stack's profile before the first resource, so that
 * an update stops before it makes a resource that a rule refuses. Without it everything is judged with the whole stack.
 */
export function earlyConfig(
  profile: StackProfileInputs,
): Record<string, { profile: StackProfileInputs }> {
  return { [resourcePolicyName]: { profile } };
}

/** The profile in the pack's configuration, when there is one. */
export function earlyProfile(config: unknown): unknown {
  const given = typeof config === "object" && config !== null && "profile" in config;
  return given ? config.profile : undefined;
}
