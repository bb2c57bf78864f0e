import type { Rule } from "../rule";
import { appRedirectsHttps } from "../rules/https/app-redirects-https";
import { connectionStringsTls } from "../rules/https/connection-strings-tls";
import { cspUpgrade } from "../rules/https/csp-upgrade";
import { databaseTls } from "../rules/https/database-tls";
import { distributionHttps } from "../rules/https/distribution-https";
import { domainRedirectsServed } from "../rules/https/domain-redirects-served";
import { healthCheckSni } from "../rules/https/health-check-sni";
import { healthChecksHttps } from "../rules/https/health-checks-https";
import { logDrainHttps } from "../rules/https/log-drain-https";
import { redirectsHttps } from "../rules/https/redirects-https";
import { s3TlsOnly } from "../rules/https/s3-tls-only";
import { serviceHttps } from "../rules/https/service-https";
import { urlsHttps } from "../rules/https/urls-https";
import { webhooksHttps } from "../rules/https/webhooks-https";

export const httpsRules = [
  appRedirectsHttps,
  connectionStringsTls,
  cspUpgrade,
  databaseTls,
  distributionHttps,
  domainRedirectsServed,
  healthCheckSni,
  healthChecksHttps,
  logDrainHttps,
  redirectsHttps,
  s3TlsOnly,
  serviceHttps,
  urlsHttps,
  webhooksHttps,
] as const satisfies readonly Rule[];
