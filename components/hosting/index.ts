import * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component, refuse } from "../component";
import { defaults, type HostingArgs } from "./args";
import { mainUrl, urlsOf } from "./domains";
import { promisedHeaders } from "./headers";
import { hostingProblems, hostingSpec, visibleArgs } from "./spec";
import type { HostVariable } from "../host-variable";
import type { HostingTransforms } from "./transforms";
import { declareHosting } from "./vendors/declare";

export * from "./args";
export type { HostingTransforms } from "./transforms";

export interface HostingProjectArgs extends HostingArgs {
  /**
   * Secrets of a registry that go to the variables of a host which is not Vercel. They stand in no input.
   * @default {}
   */
  registered?: Record<string, HostVariable> | undefined;
  /** The last word on each child, for inputs and options of the provider that have no arg here. */
  transform?: HostingTransforms | undefined;
}

// Requirement: HOST-01, HOST-02, HOST-03, HOST-04, REL-02, REL-03
/**
 * A web app on Vercel: the project and its link to a repository, its hosts, variables and response headers. With another
 * `vendor` the same args make a site at that host, and a gap for each of them that it cannot do.
 *
 * The headers belong to the project, not to a deployment: they act on all its environments, at once. Two stacks must
 * therefore not share a project. Everything that rules judge is plain text, known at preview.
 *
 * @example
 * new HostingProject("web", { name: "velocity-platform" });
 *
 * @example
 * const web = new HostingProject("web", {
 *   name: "velocity-platform",
 *   framework: "nextjs",
 *   buildCommand: "npm run build",
 *   installCommand: "npm ci",
 *   nodeVersion: "22.x",
 *   gitRepository: { repo: "velocity/velocity-platform" },
 *   resourceConfig: { functionDefaultRegions: ["yul1", "iad1"], functionDefaultTimeout: 30 },
 *   domains: {
 *     "app.velocity-platform.com": {},
 *     "www.velocity-platform.com": { redirect: "app.velocity-platform.com" },
 *   },
 *   variables: {
 *     LOG_LEVEL: "info",
 *     RESEND_API_KEY: { secret: "RESEND_API_KEY", comment: "Mail" },
 *     NEXT_PUBLIC_SUPABASE_URL: { value: database.url },
 *   },
 *   secrets: { RESEND_API_KEY: config.requireSecret("resendApiKey") },
 *   headers: {
 *     frameOptions: "SAMEORIGIN",
 *     contentSecurityPolicy: {
 *       directives: { "font-src": ["'self'", "https://fonts.gstatic.com"] },
 *     },
 *   },
 *   transform: {
 *     project: (args) => {
 *       args.skewProtection = "12 hours";
 *     },
 *   },
 * });
 */
export class HostingProject extends Component {
  /** Id of the Vercel project; at any other host the name of the site. */
  readonly projectId: pulumi.Output<string>;
  /** Id of the Vercel project; undefined at any other host. */
  readonly vercelProjectId: pulumi.Output<string> | undefined;
  /** Address of the first host that serves the app; undefined where no host is given. */
  readonly url: pulumi.Output<string> | undefined;
  /** Address by host, redirecting hosts included. */
  readonly urls: pulumi.Output<Record<string, string>>;
  /** Headers that every answer must carry, by name; an empty text stands for any value. */
  readonly responseHeaders: Record<string, string>;

  constructor(
    name: string,
    { transform = {}, registered = {}, ...args }: HostingProjectArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    refuse(name, hostingProblems(args));
    super(tokens.hostingProject, name, visibleArgs(args), opts);
    const spec = hostingSpec(args);
    const order = { parent: this, args, spec, registered, transforms: transform };
    const { vercelProjectId } = declareHosting(args.vendor ?? defaults.vendor, order);
    this.responseHeaders = promisedHeaders(spec.headers, args);
    this.vercelProjectId = vercelProjectId;
    this.projectId = vercelProjectId ?? pulumi.output(args.name);
    const url = mainUrl(args.domains);
    this.url = url === undefined ? undefined : pulumi.output(url);
    this.urls = pulumi.output(urlsOf(args.domains));
    this.registerOutputs({ projectId: this.projectId, url: this.url, urls: this.urls });
  }
}
