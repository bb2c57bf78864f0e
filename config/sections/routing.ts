import { z } from "zod";
import { thirdPartyNames } from "../../catalogue/third-parties";
import { dnsTtl, dnsVendors } from "../../catalogue/vercel-dns";
import {
  destinationMistake,
  patternMistake,
  type PatternMistake,
  patternSyntaxes,
} from "../../catalogue/vercel-patterns";
import { hostName, text } from "../formats";

const seconds = z.int().min(0).max(31_536_000);

const condition = z
  .strictObject({
    type: z.enum(["host", "header", "cookie", "query"]).describe("Part of the request."),
    key: text("the name of a header, cookie or parameter")
      .optional()
      .describe("Name of the header, cookie or parameter; none for a host."),
    value: text("a value or a regular expression")
      .optional()
      .describe("Text that it must be equal to. Left out, being there is enough."),
  })
  .superRefine((given, context) => {
    const needed = given.type === "host" ? "value" : "key";
    if (given[needed] !== undefined) return;
    const message = needed === "key" ? `the name of the ${given.type}` : "the name of a host";
    context.addIssue({ code: "custom", path: [needed], message });
  });

const conditions = z.array(condition).max(16, "at most 16 conditions").optional();

const matching = {
  source: z.string().describe("Pattern of the path. /(.*) is every path; /:path* leaves / out."),
  syntax: z
    .enum(patternSyntaxes)
    .optional()
    .describe("How the pattern is read.")
    .meta({ default: "path-to-regexp" }),
  has: conditions.describe("Conditions that must all hold."),
  missing: conditions.describe("Conditions of which none may hold."),
};

const cache = z
  .strictObject({
    maxAge: seconds.describe("Seconds for which browsers may use an answer without asking."),
    sMaxage: seconds.optional().describe("Seconds for which shared caches may."),
    staleWhileRevalidate: seconds
      .optional()
      .describe(
        "Seconds after that in which an old answer may be used while a new one is fetched.",
      ),
    immutable: z
      .boolean()
      .optional()
      .describe("Whether the answer never changes under this address.")
      .meta({ default: false }),
    private: z
      .boolean()
      .optional()
      .describe("Whether only the visitor's own browser may keep it.")
      .meta({ default: false }),
  })
  .describe("Cache-Control, part by part.");

const headerName = z
  .string()
  .regex(/^[A-Za-z0-9!#%&'*+.^_`|~-]+$/, "the name of a response header such as X-Robots-Tag");

const headerValue = z
  .string()
  .regex(
    /^(?=.*\S)[\x20-\x23\x25-\x7e]+$/,
    "printable ASCII without $ (Vercel reads $ as a variable)",
  );

const route = z
  .strictObject({
    ...matching,
    headers: z.record(headerName, headerValue).optional().describe("Header name to value."),
    cache: z
      .union([z.literal("no-store"), cache])
      .optional()
      .describe("Cache-Control of these paths; no-store for answers that nobody may keep."),
  })
  .refine(({ headers = {}, cache: caching }) => caching ?? Object.keys(headers).length > 0, {
    path: ["cache"],
    error: "headers or cache",
  })
  .superRefine((given, context) => tell(context, ["source"], patternMistake(given)));

const redirect = z
  .strictObject({
    ...matching,
    destination: z
      .string()
      .describe("A path of the same host, or an https address; may use the source's parameters."),
    statusCode: z
      .literal([301, 302, 307, 308])
      .describe("HTTP status: browsers keep 301 and 308; 307 and 308 keep the method."),
  })
  .superRefine((given, context) => {
    const mistake = patternMistake(given);
    tell(context, ["source"], mistake);
    if (!mistake) tell(context, ["destination"], destinationMistake(given, given.destination));
  });

const key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "1 to 40 small letters, digits and hyphens");

const maintenance = z
  .strictObject({
    enabled: z.boolean().describe("Whether the app shows it."),
    message: text("what users are told")
      .max(500, "at most 500 characters")
      .describe("What it says."),
    edgeConfigName: z
      .string()
      .regex(/^[a-z0-9_-]{1,32}$/, "1 to 32 small letters, digits, _ and -")
      .optional()
      .describe("Name of the Edge Config store. Default: the project's name."),
  })
  .describe("A banner for users, in Edge Config: changed without a deployment.");

/** What the project does with requests before the app sees them, and with answers after. */
export const routingKeys = {
  thirdParties: z
    .array(z.enum(thirdPartyNames))
    .refine((names) => new Set(names).size === names.length, "each party once")
    .optional()
    .describe("Services that pages load from or talk to; the Content-Security-Policy allows them.")
    .meta({ default: ["supabase"] }),
  routes: z
    .record(key, route)
    .optional()
    .describe("Headers and caching of some paths, in the order of their keys."),
  redirects: z
    .record(key, redirect)
    .optional()
    .describe("Redirects, in the order of their keys, after all routes."),
  maintenance: maintenance.optional(),
};

/** The DNS record of one host. */
export const dnsSection = z
  .strictObject({
    vendor: z.enum(dnsVendors).describe("Who answers for the zone."),
    zone: hostName.describe("The zone that the host is in."),
    zoneId: z
      .string()
      .regex(/^Z[A-Z0-9]{1,31}$/, "the id of a hosted zone such as Z0123456789ABCDEFGHIJ")
      .optional()
      .describe("Id of the hosted zone; for route53 alone."),
    ttl: z
      .int()
      .min(60)
      .max(86_400)
      .optional()
      .describe("Seconds for which resolvers keep the record.")
      .meta({ default: dnsTtl }),
  })
  .refine(({ vendor, zoneId }) => (vendor === "route53") === (zoneId !== undefined), {
    path: ["zoneId"],
    error: "the id of the hosted zone for route53, and none for vercel",
  })
  .describe("The DNS record that leads to the project. Left out, it is made elsewhere.");

function tell(context: z.RefinementCtx, path: string[], mistake: PatternMistake | undefined): void {
  if (!mistake) return;
  const message = [mistake.allowed, mistake.fix].filter(Boolean).join("; ");
  context.addIssue({ code: "custom", path, message });
}
