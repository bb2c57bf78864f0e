import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { providerTypes } from "../provider-types";

/** Properties whose addresses a rule of their own judges, so that the rule for all addresses leaves them out. */
const owned: Readonly<Record<string, readonly string[]>> = {
  [providerTypes.vercelLogDrain]: ["endpoint"],
  [providerTypes.vercelWebhook]: ["endpoint"],
  [providerTypes.awsTopicSubscription]: ["endpoint"],
  [providerTypes.vercelRoute]: ["route.dest"],
  [providerTypes.checklyCheck]: ["request.url"],
};

/** Lists of a site whose items a rule of their own judges, or that only tell what the stack file says. */
const ownedLists = /^(?:redirects|gaps)\[/;

export function isOwnedAddress({ type }: DeclaredResource, property: string): boolean {
  if (type === tokens.hostedSite) return ownedLists.test(property);
  return (owned[type] ?? []).includes(property);
}
