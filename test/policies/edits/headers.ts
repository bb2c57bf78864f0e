import type { Edit } from "./edit";

const headers = ["hosting", "headers"];
const directives = [...headers, "contentSecurityPolicy", "directives"];

export const headerEdits: readonly Edit[] = [
  {
    requirement: "HDR-03",
    at: [...headers, "strictTransportSecurity"],
    to: false,
    fails: ["header-grade", "hsts-present"],
  },
  {
    requirement: "HDR-01",
    at: [...headers, "contentSecurityPolicy"],
    to: false,
    fails: ["csp-present", "header-grade"],
  },
  {
    requirement: "HDR-02",
    at: [...directives, "script-src"],
    to: ["'self'", "'unsafe-eval'"],
    fails: ["csp-no-unsafe"],
  },
  {
    requirement: "HDR-02",
    at: [...directives, "require-trusted-types-for"],
    to: [],
    fails: ["csp-trusted-types"],
  },
  {
    requirement: "HDR-01",
    at: [...headers, "contentSecurityPolicy", "add", "connect-src"],
    to: ["https://collect.example.net"],
    fails: ["csp-third-parties-declared"],
  },
  {
    requirement: "HDR-04",
    at: [...headers, "frameOptions"],
    to: false,
    fails: ["csp-frame-ancestors", "frame-options", "header-grade"],
  },
  {
    requirement: "HDR-05",
    at: [...headers, "contentTypeOptions"],
    to: false,
    fails: ["content-type-options"],
  },
  {
    requirement: "HDR-06",
    at: [...headers, "referrerPolicy"],
    to: "no-referrer-when-downgrade",
    fails: ["referrer-policy"],
  },
  {
    requirement: "HDR-10",
    at: [...headers, "crossOriginResourcePolicy"],
    to: "cross-origin",
    fails: ["cross-origin-resource-policy"],
  },
  { requirement: "HDR-07", at: [...headers, "remove"], to: [], fails: ["no-powered-by"] },
  { requirement: "HDR-08", beside: "a route that any origin may read", fails: ["cors-not-open"] },
  {
    requirement: "HDR-01",
    beside: "a HostingProject without a Content-Security-Policy",
    fails: [
      "csp-present",
      "function-regions-allowed",
      "header-grade",
      "log-drain-complete",
      "production-deployments-kept",
    ],
  },
  {
    requirement: "HDR-03",
    beside: "a route that sends another HSTS on every path",
    fails: ["header-defined-once", "hsts-include-subdomains", "hsts-max-age"],
  },
];
