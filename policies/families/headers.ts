import type { Rule } from "../rule";
import { contentTypeOptions } from "../rules/headers/content-type-options";
import { cookiesSecure } from "../rules/headers/cookies-secure";
import { corsNotOpen } from "../rules/headers/cors-not-open";
import { crossOriginOpenerPolicy } from "../rules/headers/cross-origin-opener-policy";
import { crossOriginResourcePolicy } from "../rules/headers/cross-origin-resource-policy";
import { cspFrameAncestors } from "../rules/headers/csp-frame-ancestors";
import { cspNoUnsafe } from "../rules/headers/csp-no-unsafe";
import { cspPresent } from "../rules/headers/csp-present";
import { cspThirdPartiesDeclared } from "../rules/headers/csp-third-parties-declared";
import { cspTrustedTypes } from "../rules/headers/csp-trusted-types";
import { distributionHeaders } from "../rules/headers/distribution-headers";
import { frameOptions } from "../rules/headers/frame-options";
import { headerDefinedOnce } from "../rules/headers/header-defined-once";
import { headerGrade } from "../rules/headers/header-grade";
import { hstsIncludeSubdomains } from "../rules/headers/hsts-include-subdomains";
import { hstsMaxAge } from "../rules/headers/hsts-max-age";
import { hstsPresent } from "../rules/headers/hsts-present";
import { noPoweredBy } from "../rules/headers/no-powered-by";
import { permissionsPolicy } from "../rules/headers/permissions-policy";
import { referrerPolicy } from "../rules/headers/referrer-policy";

export const headersRules = [
  contentTypeOptions,
  cookiesSecure,
  corsNotOpen,
  crossOriginOpenerPolicy,
  crossOriginResourcePolicy,
  cspFrameAncestors,
  cspNoUnsafe,
  cspPresent,
  cspThirdPartiesDeclared,
  cspTrustedTypes,
  distributionHeaders,
  frameOptions,
  headerDefinedOnce,
  headerGrade,
  hstsIncludeSubdomains,
  hstsMaxAge,
  hstsPresent,
  noPoweredBy,
  permissionsPolicy,
  referrerPolicy,
] as const satisfies readonly Rule[];
