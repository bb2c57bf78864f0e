import { parseCsp } from "../../policies/lib/headers/csp";
import { parseHsts } from "../../policies/lib/headers/hsts";
import { parsePermissionsPolicy } from "../../policies/lib/headers/permissions-policy";
import type { Measure } from "./measure";

type Strength = Omit<Measure, "property" | "input">;

/** A header that protects, the component arg behind it, and what of its value can get weaker. */
interface ProtectiveHeader {
  input: string;
  strengths: (value: string) => Strength[];
}

const referrerPolicies = [
  "unsafe-url",
  "no-referrer-when-downgrade",
  "origin",
  "origin-when-cross-origin",
  "strict-origin-when-cross-origin",
  "strict-origin",
  "same-origin",
  "no-referrer",
];

/** By header name in lower case. */
export const protectiveHeaders: Readonly<Record<string, ProtectiveHeader>> = {
  "strict-transport-security": { input: "headers.strictTransportSecurity", strengths: hsts },
  "content-security-policy": { input: "headers.contentSecurityPolicy", strengths: csp },
  "x-content-type-options": {
    input: "headers.contentTypeOptions",
    strengths: word("X-Content-Type-Options", ["nosniff"]),
  },
  "x-frame-options": {
    input: "headers.frameOptions",
    strengths: word("X-Frame-Options", ["sameorigin", "deny"]),
  },
  "referrer-policy": {
    input: "headers.referrerPolicy",
    strengths: word("Referrer-Policy", referrerPolicies),
  },
  "permissions-policy": { input: "headers.permissionsPolicy", strengths: permissions },
  "cross-origin-opener-policy": {
    input: "headers.crossOriginOpenerPolicy",
    strengths: word("Cross-Origin-Opener-Policy", ["same-origin-allow-popups", "same-origin"]),
  },
  "cross-origin-embedder-policy": {
    input: "headers.crossOriginEmbedderPolicy",
    strengths: word("Cross-Origin-Embedder-Policy", ["credentialless", "require-corp"]),
  },
  "cross-origin-resource-policy": {
    input: "headers.crossOriginResourcePolicy",
    strengths: word("Cross-Origin-Resource-Policy", ["same-site", "same-origin"]),
  },
};

function hsts(value: string): Strength[] {
  const { maxAge = 0, includeSubDomains } = parseHsts(value);
  return [
    { what: "HSTS max-age", strength: maxAge, text: String(maxAge) },
    {
      what: "HSTS for subdomains",
      strength: Number(includeSubDomains),
      text: yesNo(includeSubDomains),
    },
  ];
}

/** Weakest first; a value that is not listed protects from nothing. */
function word(what: string, weakestFirst: readonly string[]): (value: string) => Strength[] {
  return (value) => [
    { what, strength: weakestFirst.indexOf(value.trim().toLowerCase()) + 1, text: value.trim() },
  ];
}

/** Sources that let in what an attacker brings: a further host is no loosening, since other rules judge who may be one. */
const openSources = ["*", "http:", "https:", "data:", "blob:", "'unsafe-inline'", "'unsafe-eval'"];
const codeDirectives = ["script-src", "style-src", "object-src", "connect-src", "frame-src"];
const lonelyDirectives = ["default-src", "base-uri", "form-action", "frame-ancestors"];

function csp(value: string): Strength[] {
  const directives = parseCsp(value);
  const opened = codeDirectives.flatMap((directive) => {
    const sources = directives[directive] ?? directives["default-src"] ?? ["*"];
    return openSources.map((source) => {
      const open = sources.includes(source);
      return {
        what: `CSP ${directive} ${source}`,
        strength: Number(!open),
        text: open ? "allowed" : "not allowed",
      };
    });
  });
  const stated = lonelyDirectives
    .filter((directive) => directives[directive])
    .map((directive) => ({ what: `CSP ${directive}`, strength: 1, text: "set" }));
  return [...opened, ...stated];
}

function permissions(value: string): Strength[] {
  return [...parsePermissionsPolicy(value)].map(([feature, allowed]) => ({
    what: `Permissions-Policy ${feature}`,
    strength: -reach(allowed),
    text: allowed.join(" ") || "nobody",
  }));
}

function reach(allowed: readonly string[]): number {
  return allowed.includes("*") ? Infinity : allowed.length;
}

function yesNo(value: boolean): string {
  return value ? "yes" : "no";
}
