import { z } from "zod";
import {
  cspDirectives,
  cspFetchDirectives,
  cspKeywords,
  cspOwners,
  frameOptions,
  headerDefaults,
  openerPolicies,
  referrerPolicies,
  resourcePolicies,
} from "../../catalogue/headers";

const off = z.literal(false);
const bareKeywords = new Set<string>(cspKeywords);

const source = z
  .string()
  .regex(
    /^[^\s;,$]+$/,
    "one source without blanks, commas, semicolons or $ (Vercel reads $ as a variable)",
  )
  .refine(
    (given) => !bareKeywords.has(given) && !/^(nonce|sha(256|384|512))-/.test(given),
    `a keyword in single quotes; write "'self'" with both kinds of quotes, since YAML takes one pair away`,
  );

const directives = z
  .partialRecord(
    z.enum(cspDirectives, { error: "a directive of Content Security Policy Level 3" }),
    z
      .array(source)
      .describe(
        "Sources, each as it stands in the header. An empty list sends the bare directive.",
      ),
  )
  .describe("Directive name to sources. A directive given here replaces the default of that name.");

const added = z
  .partialRecord(
    z.enum(cspFetchDirectives, { error: "a directive that lists origins" }),
    z.array(source).min(1),
  )
  .describe("Directive name to sources on top of all others: origins of your own.");

const policy = z.strictObject({
  owner: z
    .enum(cspOwners)
    .optional()
    .describe("Who sends it: the project's route, or the app, whose policy is then declared here.")
    .meta({ default: "route" }),
  directives: directives.optional(),
  add: added.optional(),
});

const hsts = z.strictObject({
  maxAge: z
    .int()
    .min(0)
    .max(4_294_967_295)
    .optional()
    .describe("Seconds for which browsers keep to HTTPS.")
    .meta({ default: headerDefaults.strictTransportSecurity.maxAge }),
  includeSubDomains: z
    .boolean()
    .optional()
    .describe("Whether all subdomains are held to HTTPS as well.")
    .meta({ default: headerDefaults.strictTransportSecurity.includeSubDomains }),
  preload: z
    .boolean()
    .optional()
    .describe("Whether the domain asks to be built into browsers. Hard to take back.")
    .meta({ default: headerDefaults.strictTransportSecurity.preload }),
});

const allowlistEntry = z
  .string()
  .regex(/^(\*|self|src|"https:\/\/[^"\s]+")$/, "*, self, src or an origin in double quotes");

/**
 * Response headers of every path and environment of the hosting project. Leaving a key out means its secure
 * default; `false` turns the header off, which a policy then judges.
 */
export const headersSection = z
  .strictObject({
    strictTransportSecurity: z
      .union([off, hsts])
      .optional()
      .describe("Strict-Transport-Security: browsers come back by HTTPS only. false turns it off."),
    contentSecurityPolicy: z
      .union([off, policy])
      .optional()
      .describe("Content-Security-Policy: what a page may load and run. false turns it off."),
    contentTypeOptions: z
      .boolean()
      .optional()
      .describe("X-Content-Type-Options: nosniff. false turns it off.")
      .meta({ default: headerDefaults.contentTypeOptions }),
    frameOptions: z
      .union([off, z.enum(frameOptions)])
      .optional()
      .describe("X-Frame-Options: who may show the site in a frame. false turns it off.")
      .meta({ default: headerDefaults.frameOptions }),
    referrerPolicy: z
      .union([off, z.enum(referrerPolicies)])
      .optional()
      .describe("Referrer-Policy: how much of the address other sites learn. false turns it off.")
      .meta({ default: headerDefaults.referrerPolicy }),
    permissionsPolicy: z
      .union([
        off,
        z.record(
          z.string().regex(/^[a-z][a-z0-9-]*$/, "a browser feature such as geolocation"),
          z.array(allowlistEntry),
        ),
      ])
      .optional()
      .describe(
        "Permissions-Policy: feature to who may use it, an empty list for nobody. false turns it off.",
      ),
    crossOriginOpenerPolicy: z
      .union([off, z.enum(openerPolicies)])
      .optional()
      .describe(
        "Cross-Origin-Opener-Policy: whether windows of other sites keep a handle. false turns it off.",
      )
      .meta({ default: headerDefaults.crossOriginOpenerPolicy }),
    crossOriginResourcePolicy: z
      .union([off, z.enum(resourcePolicies)])
      .optional()
      .describe(
        "Cross-Origin-Resource-Policy: whose pages may load our files without asking. false turns it off.",
      )
      .meta({ default: headerDefaults.crossOriginResourcePolicy }),
    remove: z
      .array(
        z
          .string()
          .regex(
            /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/,
            "the name of a response header such as X-Powered-By",
          ),
      )
      .optional()
      .describe("Headers taken out of every answer.")
      .meta({ default: headerDefaults.remove }),
  })
  .describe("Response headers of every path. A key left out means its secure default.");
