import { sentryDsn } from "../../catalogue/error-tracking";
import type { Tier } from "../../core/profile";
import type { ErrorTrackingSection } from "../sections/error-tracking";
import type { RepositorySection } from "../sections/repository";
import type { SecretRegistry } from "../sections/secret-registry";

interface Declared {
  stack: { tier: Tier; owner: string };
  errorTracking?: ErrorTrackingSection | undefined;
  repository?: RepositorySection | undefined;
  secretRegistry?: SecretRegistry | undefined;
}

/** True where the stack has its own project at Sentry. */
export function declaresSentry({
  errorTracking: errors,
}: Pick<Declared, "errorTracking">): boolean {
  return errors?.kind === "sentry" && errors.organization !== undefined;
}

// Requirement: ALRT-06, CONF-01
/**
 * The registry, with the address of the stack's own project at Sentry: the app has it, and the jobs that deploy it. A
 * key at Sentry does not run out by itself.
 */
export function withSentryDsn(file: Declared): SecretRegistry {
  const { secretRegistry = {}, stack, repository } = file;
  if (!declaresSentry(file)) return secretRegistry;
  const declared: SecretRegistry = {
    [sentryDsn]: {
      ...{ owner: stack.owner, source: "declared", rotationDays: 365 },
      destinations: { vercel: {}, ...(repository?.environment && { github: {} }) },
    },
  };
  return { ...declared, ...secretRegistry };
}
