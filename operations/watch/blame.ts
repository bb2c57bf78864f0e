import type { Check } from "../smoke/check";
import type { ServedService } from "../smoke/served";

// Requirement: DR-14
/**
 * Whose release is bad, by the checks that failed: a container service's where its host failed and the frontend failed in
 * nothing but its health report, which speaks of the service; else the frontend's.
 */
export function blamed(
  failed: readonly Pick<Check, "host" | "group">[],
  services: readonly ServedService[],
): string {
  const service = services.find(({ host }) => failed.some((check) => check.host === host));
  const own = failed.filter(({ host }) => services.every((other) => other.host !== host));
  return service && own.every(({ group }) => group === "health") ? service.name : "frontend";
}
