import type { Rule } from "./rule";
import { awsBudgetMatches } from "./rules/budget/aws-budget-matches";
import { budgetDeclared } from "./rules/budget/budget-declared";
import { budgetNotifies } from "./rules/budget/budget-notifies";
import { functionRegionsAllowed } from "./rules/data/function-regions-allowed";
import { contentTypeOptions } from "./rules/headers/content-type-options";
import { cookiesSecure } from "./rules/headers/cookies-secure";
import { corsNotOpen } from "./rules/headers/cors-not-open";
import { crossOriginOpenerPolicy } from "./rules/headers/cross-origin-opener-policy";
import { cspFrameAncestors } from "./rules/headers/csp-frame-ancestors";
import { cspNoUnsafe } from "./rules/headers/csp-no-unsafe";
import { cspPresent } from "./rules/headers/csp-present";
import { cspTrustedTypes } from "./rules/headers/csp-trusted-types";
import { frameOptions } from "./rules/headers/frame-options";
import { headerDefinedOnce } from "./rules/headers/header-defined-once";
import { headerGrade } from "./rules/headers/header-grade";
import { hstsIncludeSubdomains } from "./rules/headers/hsts-include-subdomains";
import { hstsMaxAge } from "./rules/headers/hsts-max-age";
import { hstsPresent } from "./rules/headers/hsts-present";
import { noPoweredBy } from "./rules/headers/no-powered-by";
import { permissionsPolicy } from "./rules/headers/permissions-policy";
import { referrerPolicy } from "./rules/headers/referrer-policy";
import { connectionStringsTls } from "./rules/https/connection-strings-tls";
import { cspUpgrade } from "./rules/https/csp-upgrade";
import { databaseTls } from "./rules/https/database-tls";
import { distributionHttps } from "./rules/https/distribution-https";
import { domainRedirectsServed } from "./rules/https/domain-redirects-served";
import { healthCheckSni } from "./rules/https/health-check-sni";
import { healthChecksHttps } from "./rules/https/health-checks-https";
import { logDrainHttps } from "./rules/https/log-drain-https";
import { redirectsHttps } from "./rules/https/redirects-https";
import { serviceHttps } from "./rules/https/service-https";
import { urlsHttps } from "./rules/https/urls-https";
import { webhooksHttps } from "./rules/https/webhooks-https";
import { publicHostChecked } from "./rules/observability/public-host-checked";
import { generatedSecretEntropy } from "./rules/secrets/generated-secret-entropy";
import { githubSecretNames } from "./rules/secrets/github-secret-names";
import { noCloudAccessKeys } from "./rules/secrets/no-cloud-access-keys";
import { noPlaintextSecrets } from "./rules/secrets/no-plaintext-secrets";
import { noSecretOutputs } from "./rules/secrets/no-secret-outputs";
import { publicVariablesHarmless } from "./rules/secrets/public-variables-harmless";
import { requiredSecretsComplete } from "./rules/secrets/required-secrets-complete";
import { secretDeletionDelayed } from "./rules/secrets/secret-deletion-delayed";
import { secretRotationDeclared } from "./rules/secrets/secret-rotation-declared";
import { sensitiveVariables } from "./rules/secrets/sensitive-variables";
import { sentryConsistent } from "./rules/secrets/sentry-consistent";
import { floorsNotLoosened } from "./rules/stack/floors-not-loosened";
import { ruleOptionsKnown } from "./rules/stack/rule-options-known";
import { stackProfileOnce } from "./rules/stack/stack-profile-once";
import { stackProfileReadable } from "./rules/stack/stack-profile-readable";
import { tierHonest } from "./rules/stack/tier-honest";
import { waiverMatches } from "./rules/stack/waiver-matches";
import { waiverNotExpired } from "./rules/stack/waiver-not-expired";
import { waiverRuleKnown } from "./rules/stack/waiver-rule-known";
import { waiverWellFormed } from "./rules/stack/waiver-well-formed";

/** Every rule by family, in the order in which reports and docs list them. */
export const families = {
  budget: [awsBudgetMatches, budgetDeclared, budgetNotifies],
  data: [functionRegionsAllowed],
  headers: [
    contentTypeOptions,
    cookiesSecure,
    corsNotOpen,
    crossOriginOpenerPolicy,
    cspFrameAncestors,
    cspNoUnsafe,
    cspPresent,
    cspTrustedTypes,
    frameOptions,
    headerDefinedOnce,
    headerGrade,
    hstsIncludeSubdomains,
    hstsMaxAge,
    hstsPresent,
    noPoweredBy,
    permissionsPolicy,
    referrerPolicy,
  ],
  https: [
    connectionStringsTls,
    cspUpgrade,
    databaseTls,
    distributionHttps,
    domainRedirectsServed,
    healthCheckSni,
    healthChecksHttps,
    logDrainHttps,
    redirectsHttps,
    serviceHttps,
    urlsHttps,
    webhooksHttps,
  ],
  observability: [publicHostChecked],
  secrets: [
    generatedSecretEntropy,
    githubSecretNames,
    noCloudAccessKeys,
    noPlaintextSecrets,
    noSecretOutputs,
    publicVariablesHarmless,
    requiredSecretsComplete,
    secretDeletionDelayed,
    secretRotationDeclared,
    sensitiveVariables,
    sentryConsistent,
  ],
  stack: [
    floorsNotLoosened,
    ruleOptionsKnown,
    stackProfileOnce,
    stackProfileReadable,
    tierHonest,
    waiverMatches,
    waiverNotExpired,
    waiverRuleKnown,
    waiverWellFormed,
  ],
} as const satisfies Readonly<Record<string, readonly Rule[]>>;

/** Every rule, sorted by id. */
export const catalogue: readonly Rule[] = Object.values<readonly Rule[]>(families)
  .flat()
  .sort((a, b) => (a.id < b.id ? -1 : 1));
