import { isIP } from "node:net";
import { z } from "zod";
import {
  authenticatedDeployments,
  issuerModes,
  owaspRulesets,
  passwordDeployments,
  rateLimitActions,
  rateLimitKeys,
  rateLimitWindow,
  rulesetActions,
  trustedIpDeployments,
  trustedIpModes,
} from "../../catalogue/vercel-platform";
import { secretName, text } from "../formats";

const pathStart = z
  .string()
  .max(200, "the beginning of a path of at most 200 characters")
  .regex(/^\/\S*$/, "the beginning of a path, such as /api");

const rateLimit = z.strictObject({
  path: pathStart.describe("Beginning of the paths that are counted together."),
  limit: z.int().min(1).max(1_000_000).describe("Requests that one client may make in a window."),
  windowSeconds: z
    .int()
    .min(rateLimitWindow.min)
    .max(rateLimitWindow.max)
    .describe("Length of the window in seconds."),
  keys: z
    .array(z.enum(rateLimitKeys))
    .min(1)
    .optional()
    .describe("What makes a client: its address, or the fingerprint of its TLS handshake.")
    .meta({ default: ["ip"] }),
  action: z
    .enum(rateLimitActions)
    .optional()
    .describe("What happens to requests over the limit; log only writes them down.")
    .meta({ default: "rate_limit" }),
});

const ruleset = z.strictObject({
  action: z.enum(rulesetActions).describe("What happens to a request that it recognises."),
});

const managedRulesets = z
  .strictObject({
    botProtection: ruleset.optional().describe("Programs that pass for browsers."),
    aiBots: ruleset.optional().describe("Crawlers that collect texts for language models."),
    owasp: z
      .partialRecord(z.enum(owaspRulesets), ruleset)
      .optional()
      .describe("Attacks by kind. Enterprise only."),
  })
  .describe("Rules that Vercel keeps. One that is named is on.");

const firewall = z
  .strictObject({
    rateLimits: z
      .record(
        z
          .string()
          .regex(
            /^[A-Za-z0-9][A-Za-z0-9 _-]{3,159}$/,
            "4 to 160 letters, digits, blanks, _ and hyphens",
          ),
        rateLimit,
      )
      .optional()
      .describe("Rate limits by a name of yours. Hobby allows 3 rules, Pro 40."),
    managedRulesets: managedRulesets.optional(),
  })
  .describe("The firewall before the whole project. It overwrites rules made in the dashboard.");

const trustedIps = z
  .strictObject({
    deploymentType: z
      .enum(trustedIpDeployments)
      .describe("Which deployments only these addresses reach."),
    addresses: z
      .array(
        z.strictObject({
          value: z
            .string()
            .refine(isAddress, "an IP address or a range such as 203.0.113.0/24")
            .describe("Address or CIDR range."),
          note: text("whose address it is").optional().describe("Whose it is."),
        }),
      )
      .min(1)
      .describe("The addresses."),
    protectionMode: z
      .enum(trustedIpModes)
      .optional()
      .describe("Whether an address is required, or enough by itself.")
      .meta({ default: "trusted_ip_required" }),
  })
  .describe("Deployments for known addresses only. Enterprise.");

/** Who reaches deployments, and how often. */
export const protectionKeys = {
  vercelAuthentication: z
    .strictObject({
      deploymentType: z
        .enum(authenticatedDeployments)
        .describe("Which deployments only people signed in to the team see."),
    })
    .optional()
    .describe("Deployments that only people of the team see."),
  passwordProtection: z
    .strictObject({
      deploymentType: z.enum(passwordDeployments).describe("Which deployments ask for it."),
      secret: secretName.describe("Name in groundwork:secrets of the password."),
    })
    .optional()
    .describe("Deployments behind a password. Pro and Enterprise, billed by project."),
  trustedIps: trustedIps.optional(),
  optionsAllowlist: z
    .strictObject({
      paths: z
        .array(z.strictObject({ value: pathStart.describe("Beginning of the paths.") }))
        .min(1)
        .describe("Paths whose preflight requests pass."),
    })
    .optional()
    .describe("Paths whose CORS preflight requests pass the protection."),
  gitProviderOptions: z
    .strictObject({
      requireVerifiedCommits: z
        .boolean()
        .optional()
        .describe("Deploys only commits whose signature the Git host has verified.")
        .meta({ default: false }),
    })
    .optional()
    .describe("What Vercel asks of the Git host."),
  oidcTokenConfig: z
    .strictObject({
      issuerMode: z.enum(issuerModes).describe("Issuer of the tokens: the team's, or Vercel's."),
    })
    .optional()
    .describe("Tokens with which builds and functions sign in elsewhere."),
  firewall: firewall.optional(),
} as const;

function isAddress(given: string): boolean {
  const [address = "", bits, ...rest] = given.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
  );
}
