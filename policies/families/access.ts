import type { Rule } from "../rule";
import { cacheUsersAuthenticated } from "../rules/access/cache-users-authenticated";
import { containersUnprivileged } from "../rules/access/containers-unprivileged";
import { deployRolesGuarded } from "../rules/access/deploy-roles-guarded";
import { edgeFunctionsCheckCallers } from "../rules/access/edge-functions-check-callers";
import { firewallNotBypassed } from "../rules/access/firewall-not-bypassed";
import { functionCallsBound } from "../rules/access/function-calls-bound";
import { functionUrlsAuthorised } from "../rules/access/function-urls-authorised";
import { guestsEnhancedFlow } from "../rules/access/guests-enhanced-flow";
import { iamActionsNamed } from "../rules/access/iam-actions-named";
import { iamResourcesNamed } from "../rules/access/iam-resources-named";
import { noBroadManagedPolicies } from "../rules/access/no-broad-managed-policies";
import { noIamUsers } from "../rules/access/no-iam-users";
import { oidcProviderOnce } from "../rules/access/oidc-provider-once";
import { oidcTrustExact } from "../rules/access/oidc-trust-exact";
import { previewsProtected } from "../rules/access/previews-protected";
import { resourcePoliciesClosed } from "../rules/access/resource-policies-closed";
import { roleSessionBounded } from "../rules/access/role-session-bounded";
import { roleTrustClosed } from "../rules/access/role-trust-closed";
import { serviceCallersBound } from "../rules/access/service-callers-bound";

export const accessRules = [
  cacheUsersAuthenticated,
  containersUnprivileged,
  deployRolesGuarded,
  edgeFunctionsCheckCallers,
  firewallNotBypassed,
  functionCallsBound,
  functionUrlsAuthorised,
  guestsEnhancedFlow,
  iamActionsNamed,
  iamResourcesNamed,
  noBroadManagedPolicies,
  noIamUsers,
  oidcProviderOnce,
  oidcTrustExact,
  previewsProtected,
  resourcePoliciesClosed,
  roleSessionBounded,
  roleTrustClosed,
  serviceCallersBound,
] as const satisfies readonly Rule[];
