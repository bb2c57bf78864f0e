import type { DeclaredResource } from "../../../core/resource";
import { providerTypes } from "../provider-types";

/** Properties whose addresses a rule of their own judges, so that the rule for all addresses leaves them out. */
const owned: Readonly<Record<string, readonly string[]>> = {
  [providerTypes.vercelLogDrain]: ["endpoint"],
  [providerTypes.vercelWebhook]: ["endpoint"],
  [providerTypes.awsTopicSubscription]: ["endpoint"],
  [providerTypes.vercelRoute]: ["route.dest"],
  [providerTypes.checklyCheck]: ["request.url"],
};

export function isOwnedAddress({ type }: DeclaredResource, property: string): boolean {
  return (owned[type] ?? []).includes(property);
}
