import fc from "fast-check";
import { hostOf, type HostVendor } from "../../../hosts";
import type { HostingArgs } from "../../../components/hosting";
import { siteSpec } from "../../../components/hosting/site";
import { hostingSpec } from "../../../components/hosting/spec";
import { parseSettings } from "../../../config/parse";
import type { SiteHeaders, SiteRedirect, SiteSpec } from "../../../render/hosts/site";
import { sectionsOf } from "../../config/support";

/** What the example product's site of a stack is at a host. */
export function exampleSite(vendor: HostVendor, stack: string): SiteSpec {
  const parsed = parseSettings(sectionsOf(`Pulumi.${stack}.yaml`));
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  return siteAt(vendor, parsed.settings.hosting);
}

/** A shop of files alone, with everything that a file of a host can say. */
export const shop: HostingArgs = {
  name: "shop",
  framework: "vite",
  buildCommand: "npm run build",
  installCommand: "npm ci",
  outputDirectory: "out",
  rootDirectory: "apps/web",
  nodeVersion: "22.x",
  gitRepository: { repo: "acme/shop" },
  previewDeploymentsDisabled: true,
  domains: { "www.shop.example": {}, "shop.example": { redirect: "www.shop.example" } },
  variables: {
    LOG_LEVEL: "info",
    MAIL_MODE: { value: "send", targets: ["production"] },
    MAIL_BOX: { value: "nobody@shop.example", targets: ["preview", "development"] },
    API_KEY: { secret: "API_KEY" },
    VITE_SUPABASE_URL: { output: "database.url" },
  },
  routes: {
    assets: { source: "/assets/(.*)", cache: { maxAge: 31_536_000, immutable: true } },
    robots: { source: "/robots.txt", syntax: "equals", headers: { "X-Robots-Tag": "none" } },
  },
  redirects: {
    article: { source: "/blog/:slug", destination: "/news/:slug", statusCode: 301 },
    help: { source: "/help/:path*", destination: "https://help.example/:path*", statusCode: 308 },
  },
};

/** The site that args come to; what they name has a text that stands in no file. */
export function siteAt(vendor: HostVendor, args: HostingArgs): SiteSpec {
  const given = Object.values(args.variables ?? {}).filter((it) => typeof it === "object");
  const secrets = given.flatMap((it) => ("secret" in it ? [it.secret] : []));
  const drain = args.logDrain?.secret;
  const whole: HostingArgs = {
    ...args,
    secrets: Object.fromEntries([...secrets, ...(drain ? [drain] : [])].map((it) => [it, hidden])),
    outputs: {
      "database.url": hidden,
      "database.projectRef": hidden,
      "webVitals.client": hidden,
    },
  };
  return siteSpec(vendor, whole, hostingSpec(whole));
}

/** Stands for the value of each secret, long enough for any of them. */
export const hidden = "never-in-a-file-never-in-a-file-never";

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);
const segments = fc.array(word, { minLength: 1, maxLength: 3 });
/** Without `$`, which Vercel reads as a variable, and without commas, after which Netlify writes a blank of its own. */
const text = fc.stringMatching(/^[\x21-\x23\x25-\x2b\x2d-\x7e]{1,20}$/);
const headerName = fc.stringMatching(/^X-[A-Z][a-z]{1,8}$/);

/** A rule in a pattern that all hosts have. */
const headers: fc.Arbitrary<Omit<SiteHeaders, "role">> = fc.record({
  syntax: fc.constant("path-to-regexp" as const),
  source: segments.map((it) => `/${it.join("/")}/(.*)`),
  has: fc.constant([]),
  missing: fc.constant([]),
  set: fc.dictionary(headerName, text, { minKeys: 1, maxKeys: 3 }),
  remove: fc.constant([]),
});

const redirect: fc.Arbitrary<Omit<SiteRedirect, "role">> = fc.record({
  syntax: fc.constant("path-to-regexp" as const),
  source: segments.map((it) => `/${it.join("/")}/:slug`),
  has: fc.constant([]),
  missing: fc.constant([]),
  destination: segments.map((it) => `/${it.join("/")}/:slug`),
  statusCode: fc.constant(301),
});

/** Any site of files whose headers no two rules set, with variables that everyone may read. */
export const anySite = (vendor: HostVendor): fc.Arbitrary<SiteSpec> =>
  fc
    .record({
      name: word,
      buildCommand: text,
      outputDirectory: segments.map((it) => it.join("/")),
      variables: fc.dictionary(fc.stringMatching(/^[A-Z][A-Z_]{1,8}$/), text, { maxKeys: 4 }),
      headers: fc.uniqueArray(headers, { maxLength: 3, selector: ({ source }) => source }),
      redirects: fc.uniqueArray(redirect, { maxLength: 3, selector: ({ source }) => source }),
      hosts: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
      status: fc.constantFrom(...hostOf(vendor).redirectStatuses),
    })
    .map(({ hosts, status, variables, ...site }): SiteSpec => {
      const [main = "", ...others] = hosts.map((it) => `${it}.example`);
      return {
        ...site,
        vendor,
        kind: "static",
        domains: {
          [main]: {},
          ...Object.fromEntries(
            others.map((it) => [it, { redirect: main, redirectStatusCode: status }]),
          ),
        },
        regions: [],
        variables: Object.fromEntries(
          Object.entries(variables).map(([name, value]) => [
            name,
            { secret: false, computed: false, value, targets: ["production", "preview"] },
          ]),
        ),
        headers: site.headers.map((it, index) => ({
          ...it,
          role: `route-${index}`,
          set: Object.fromEntries(
            Object.entries(it.set).map(([name, value]) => [`${name}-${index}`, value]),
          ),
        })),
        redirects: site.redirects.map((it, index) => ({ ...it, role: `redirect-${index}` })),
        previews: true,
        autoPublish: true,
      };
    });
