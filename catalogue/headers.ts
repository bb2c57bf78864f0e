/**
 * Day on which the references and lists of this file were last compared with their sources.
 * @public
 */
export const headersCheckedOn = "2026-11-21";

/** Names of the header settings of a hosting project, in the order in which reports list them. */
export const headerSettings = [
  "strictTransportSecurity",
  "contentSecurityPolicy",
  "contentTypeOptions",
  "frameOptions",
  "referrerPolicy",
  "permissionsPolicy",
  "crossOriginOpenerPolicy",
  "crossOriginResourcePolicy",
] as const;

export type HeaderSetting = (typeof headerSettings)[number];

export interface HeaderFact {
  /** The header as we send it. Names are compared without regard to case. */
  name: string;
  /** The text that defines it. */
  standard: string;
  url: string;
}

/** Setting name to header name: one table for the component that sends a header and the rules that judge it. */
export const headers: Readonly<Record<HeaderSetting, HeaderFact>> = {
  strictTransportSecurity: {
    name: "Strict-Transport-Security",
    standard: "RFC 6797",
    url: "https://www.rfc-editor.org/rfc/rfc6797",
  },
  contentSecurityPolicy: {
    name: "Content-Security-Policy",
    standard: "W3C Content Security Policy Level 3",
    url: "https://www.w3.org/TR/CSP3/",
  },
  contentTypeOptions: {
    name: "X-Content-Type-Options",
    standard: "WHATWG Fetch, section X-Content-Type-Options header",
    url: "https://fetch.spec.whatwg.org/#x-content-type-options-header",
  },
  frameOptions: {
    name: "X-Frame-Options",
    standard: "WHATWG HTML, section The X-Frame-Options header",
    url: "https://html.spec.whatwg.org/multipage/document-lifecycle.html#the-x-frame-options-header",
  },
  referrerPolicy: {
    name: "Referrer-Policy",
    standard: "W3C Referrer Policy",
    url: "https://www.w3.org/TR/referrer-policy/",
  },
  permissionsPolicy: {
    name: "Permissions-Policy",
    standard: "W3C Permissions Policy",
    url: "https://www.w3.org/TR/permissions-policy/",
  },
  crossOriginOpenerPolicy: {
    name: "Cross-Origin-Opener-Policy",
    standard: "WHATWG HTML, section Cross-origin opener policies",
    url: "https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies",
  },
  crossOriginResourcePolicy: {
    name: "Cross-Origin-Resource-Policy",
    standard: "WHATWG Fetch, section Cross-Origin-Resource-Policy header",
    url: "https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header",
  },
};

/** Headers that tell an attacker which software answers; nothing needs them. */
export const disclosingHeaders = ["X-Powered-By"] as const;

export const frameOptions = ["DENY", "SAMEORIGIN"] as const;
export type FrameOptions = (typeof frameOptions)[number];

/** What a `frame-ancestors` directive says for the same wish. Browsers that know it ignore X-Frame-Options. */
export const frameAncestors: Readonly<Record<FrameOptions, string>> = {
  DENY: "'none'",
  SAMEORIGIN: "'self'",
};

export const referrerPolicies = [
  "no-referrer",
  "no-referrer-when-downgrade",
  "origin",
  "origin-when-cross-origin",
  "same-origin",
  "strict-origin",
  "strict-origin-when-cross-origin",
  "unsafe-url",
] as const;
export type ReferrerPolicy = (typeof referrerPolicies)[number];

export const openerPolicies = [
  "same-origin",
  "same-origin-allow-popups",
  "noopener-allow-popups",
  "unsafe-none",
] as const;
export type OpenerPolicy = (typeof openerPolicies)[number];

export const resourcePolicies = ["same-origin", "same-site", "cross-origin"] as const;
export type ResourcePolicy = (typeof resourcePolicies)[number];

/** Two years: what hstspreload.org and the OWASP Secure Headers Project recommend. Seconds. */
const hstsMaxAge = 63_072_000;

// Requirement: HDR-10
/**
 * The header baseline, in the shape of the settings. `frame-ancestors` is not listed: it follows `frameOptions`. Nor
 * are hosts of others: they follow the third parties that a project declares.
 * Sources: OWASP Secure Headers Project and OWASP CSP Cheat Sheet. MDN's HTTP Observatory gives it the grade A+.
 */
export const headerDefaults = {
  strictTransportSecurity: { maxAge: hstsMaxAge, includeSubDomains: true, preload: false },
  contentSecurityPolicy: {
    directives: {
      "default-src": ["'self'"],
      "script-src": ["'self'"],
      "style-src": ["'self'"],
      "img-src": ["'self'", "data:"],
      "font-src": ["'self'"],
      "connect-src": ["'self'"],
      "object-src": ["'none'"],
      "base-uri": ["'self'"],
      "form-action": ["'self'"],
      "require-trusted-types-for": ["'script'"],
      "upgrade-insecure-requests": [],
    },
  },
  contentTypeOptions: true,
  frameOptions: "DENY",
  referrerPolicy: "strict-origin-when-cross-origin",
  permissionsPolicy: {
    accelerometer: [],
    bluetooth: [],
    camera: [],
    "display-capture": [],
    geolocation: [],
    gyroscope: [],
    hid: [],
    magnetometer: [],
    microphone: [],
    midi: [],
    payment: [],
    serial: [],
    usb: [],
  },
  crossOriginOpenerPolicy: "same-origin",
  crossOriginResourcePolicy: "same-origin",
  remove: [...disclosingHeaders] as string[],
} as const;

/** Directives of CSP Level 3 and of the documents that add to it, in the order in which we write them. */
export const cspDirectives = [
  "default-src",
  "script-src",
  "script-src-elem",
  "script-src-attr",
  "style-src",
  "style-src-elem",
  "style-src-attr",
  "img-src",
  "font-src",
  "media-src",
  "connect-src",
  "frame-src",
  "child-src",
  "worker-src",
  "manifest-src",
  "fenced-frame-src",
  "object-src",
  "base-uri",
  "form-action",
  "frame-ancestors",
  "sandbox",
  "require-trusted-types-for",
  "trusted-types",
  "upgrade-insecure-requests",
  "report-to",
  "report-uri",
] as const;
export type CspDirective = (typeof cspDirectives)[number];

/** Directives whose lists of origins can be added to. */
export const cspFetchDirectives = [
  "script-src",
  "style-src",
  "img-src",
  "font-src",
  "media-src",
  "connect-src",
  "frame-src",
  "worker-src",
  "manifest-src",
  "form-action",
] as const satisfies readonly CspDirective[];
export type CspFetchDirective = (typeof cspFetchDirectives)[number];

/** Who sends the Content-Security-Policy: the project's route, or the app with each response. */
export const cspOwners = ["route", "app"] as const;
export type CspOwner = (typeof cspOwners)[number];

/** Source keywords; in a policy each stands in single quotes, in YAML therefore in double quotes around those. */
export const cspKeywords = [
  "self",
  "none",
  "unsafe-inline",
  "unsafe-eval",
  "unsafe-hashes",
  "wasm-unsafe-eval",
  "strict-dynamic",
  "report-sample",
  "inline-speculation-rules",
  "script",
  "allow-duplicates",
] as const;

const byLowerName = new Map(
  headerSettings.map((setting) => [headers[setting].name.toLowerCase(), setting]),
);

/** The setting that decides a response header, whatever case its name is written in. */
export function settingOfHeader(name: string): HeaderSetting | undefined {
  return byLowerName.get(name.toLowerCase());
}
