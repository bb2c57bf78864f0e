import { z } from "zod";
import { defaultHost, hostVendors } from "../../hosts";
import { functionRegionCodes } from "../../catalogue/regions";
import { functionTimeout, gitHosts, nodeVersions } from "../../catalogue/vercel";
import { hostName, text } from "../formats";
import { headersSection } from "./headers";
import { platformKeys } from "./hosting-platform";
import { dnsSection, routingKeys } from "./routing";
import { variablesSection } from "./variables";

const command = (what: string) => text(`the command that ${what}`).max(256);

const folder = z
  .string()
  .max(256)
  .regex(
    /^[^/\s][^\n]*$/,
    "a folder of the repository such as apps/web; leave out the slash in front",
  );

const gitRepository = z
  .strictObject({
    type: z
      .enum(gitHosts)
      .optional()
      .describe("Where the repository is kept.")
      .meta({ default: "github" }),
    repo: z
      .string()
      .regex(
        /^[\w.-]+(\/[\w.-]+)+(?<!\.git)$/,
        "owner/name such as velocity/velocity-platform; leave out the host and .git",
      )
      .describe("Owner and name."),
    productionBranch: text("the name of a branch")
      .optional()
      .describe("Branch whose builds are production deployments.")
      .meta({ default: "main" }),
  })
  .describe("The repository that Vercel builds.");

const resourceConfig = z
  .strictObject({
    functionDefaultRegions: z
      .array(z.enum(functionRegionCodes))
      .min(1)
      .refine((regions) => new Set(regions).size === regions.length, "each region once")
      .optional()
      .describe("Where functions run. Hobby allows 1 region, Pro 3. Default by tier."),
    functionDefaultTimeout: z
      .int()
      .min(functionTimeout.min)
      .max(functionTimeout.max)
      .optional()
      .describe("Seconds after which a function is stopped. Default by tier."),
  })
  .describe("Where and for how long functions run.");

const domain = z.strictObject({
  redirect: hostName.optional().describe("Another host of this project that visitors are sent to."),
  redirectStatusCode: z
    .literal([301, 302, 307, 308])
    .optional()
    .describe("HTTP status of the redirect.")
    .meta({ default: 308 }),
  dns: dnsSection.optional(),
});

/** The hosting project, in Vercel's own words whoever serves it. */
export const hostingSection = z
  .strictObject({
    vendor: z
      .enum(hostVendors)
      .optional()
      .describe(
        "Who serves it. What another host than Vercel cannot do of the other keys is a finding.",
      )
      .meta({ default: defaultHost }),
    name: z
      .string()
      .regex(
        /^[a-z0-9-]{1,52}$/,
        "1 to 52 lower-case letters, digits and hyphens, such as velocity-platform",
      )
      .describe("Name of the project. Each stack has its own."),
    framework: text("the slug of a framework preset such as nextjs")
      .optional()
      .describe("Slug of Vercel's framework preset, such as nextjs."),
    buildCommand: command("builds the app").optional().describe("Command that builds the app."),
    installCommand: command("installs packages")
      .optional()
      .describe("Command that installs packages."),
    devCommand: command("serves the app for development")
      .optional()
      .describe("Command that serves the app for development."),
    outputDirectory: folder.optional().describe("Folder that the build fills."),
    rootDirectory: folder.optional().describe("Folder of the repository that holds the app."),
    nodeVersion: z.enum(nodeVersions).optional().describe("Node.js of builds and functions."),
    gitRepository: gitRepository.optional(),
    resourceConfig: resourceConfig.optional(),
    domains: z
      .record(hostName, domain)
      .superRefine(refuseDeadRedirects)
      .optional()
      .describe("Hosts of the project: {} serves the app, { redirect: host } sends visitors on."),
    variables: variablesSection.optional(),
    headers: headersSection.optional(),
    ...routingKeys,
    ...platformKeys,
  })
  .describe("The hosting project, in Vercel's own words.");

export type HostingSection = z.infer<typeof hostingSection>;

/** Vercel redirects only to a host of the same project, and one that serves the app. */
function refuseDeadRedirects(
  domains: Record<string, { redirect?: string | undefined }>,
  context: z.RefinementCtx,
): void {
  const serving = Object.keys(domains).filter((host) => domains[host]?.redirect === undefined);
  for (const [host, { redirect }] of Object.entries(domains)) {
    if (redirect !== undefined && !serving.includes(redirect)) {
      context.addIssue({
        code: "custom",
        path: [host, "redirect"],
        message: `another host of this project that does not itself redirect; list it under domains`,
      });
    }
  }
}
