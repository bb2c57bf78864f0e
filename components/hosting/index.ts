import * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component, refuse } from "../component";
import type { HostingArgs } from "./args";
import { mainUrl, urlsOf } from "./domains";
import { promisedHeaders } from "./headers";
import { hostingProblems, hostingSpec, visibleArgs } from "./spec";
import { declareOnVercel, type HostingTransforms } from "./vercel";

export * from "./args";
export type { HostingTransforms } from "./vercel";

export interface HostingProjectArgs extends HostingArgs {
  /** The last word on each child, for inputs and options of the provider that have no arg here. */
  transform?: HostingTransforms | undefined;
}

// Requirement: HOST-01, HOST-02, HOST-03, HOST-04, REL-02, REL-03
/**
 * A web app on Vercel: the project and its link to a repository, its hosts, variables and response headers.
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
  /** Id of the Vercel project. */
  readonly projectId: pulumi.Output<string>;
  /** Address of the first host that serves the app; undefined where no host is given. */
  readonly url: pulumi.Output<string> | undefined;
  /** Address by host, redirecting hosts included. */
  readonly urls: pulumi.Output<Record<string, string>>;
  /** Headers that every answer must carry, by name; an empty text stands for any value. */
  readonly responseHeaders: Record<string, string>;

  constructor(
    name: string,
    { transform, ...args }: HostingProjectArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    refuse(name, hostingProblems(args));
    super(tokens.hostingProject, name, visibleArgs(args), opts);
    const spec = hostingSpec(args);
    const { projectId } = declareOnVercel(this, spec, transform ?? {});
    this.responseHeaders = promisedHeaders(spec.headers, args);
    this.projectId = projectId;
    const url = mainUrl(args.domains);
    this.url = url === undefined ? undefined : pulumi.output(url);
    this.urls = pulumi.output(urlsOf(args.domains));
    this.registerOutputs({ projectId, url: this.url, urls: this.urls });
  }
}
