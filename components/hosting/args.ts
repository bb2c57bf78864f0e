import type * as pulumi from "@pulumi/pulumi";
import {
  type CspDirective,
  type CspFetchDirective,
  type CspOwner,
  type FrameOptions,
  headerDefaults,
  type OpenerPolicy,
  type ReferrerPolicy,
  type ResourcePolicy,
} from "../../catalogue/headers";
import { defaultThirdParties } from "../../catalogue/third-parties";
import { defaultHost, type HostVendor } from "../../hosts";
import type { GitHost, NodeVersion, VariableTarget } from "../../catalogue/vercel";
import type { DnsArgs, RoutingArgs } from "./routes/args";
import type { StackOutput } from "../../core/outputs";
import type { PlatformArgs } from "./platform-args";

/** The repository that Vercel builds. Vercel's Git app must be installed there. */
export interface GitRepositoryArgs {
  /**
   * Where the repository is kept: `github`, `gitlab` or `bitbucket`.
   * @default "github"
   */
  type?: GitHost | undefined;
  /** Owner and name: `velocity/velocity-platform`. */
  repo: string;
  /**
   * Branch whose builds are production deployments. Every other branch makes previews.
   * @default "main"
   */
  productionBranch?: string | undefined;
}

/** Where and for how long functions run, for the whole project. */
export interface ResourceConfigArgs {
  /** Vercel's region codes, such as `iad1`. Hobby allows 1, Pro 3, Enterprise any number. Left out, Vercel chooses. */
  functionDefaultRegions?: string[] | undefined;
  /** Seconds after which a function is stopped, 1 to 900. Left out, Vercel's own limit holds. */
  functionDefaultTimeout?: number | undefined;
}

/** One host of the project. Vercel gets and renews its certificate. */
export interface DomainArgs {
  /** Sends visitors to another host of the same project, which must not itself redirect. */
  redirect?: string | undefined;
  /**
   * HTTP status of the redirect: 301, 302, 307 or 308.
   * @default 308
   */
  redirectStatusCode?: 301 | 302 | 307 | 308 | undefined;
  /** The DNS record that leads to the project. Left out, it is made elsewhere. */
  dns?: DnsArgs | undefined;
}

interface VariableSettings {
  /**
   * Environments of the Vercel project that see the variable.
   * @default ["production", "preview"]
   */
  targets?: VariableTarget[] | undefined;
  /** Names of `customEnvironments` that see the variable. When given, `targets` has no default. */
  customEnvironments?: string[] | undefined;
  /**
   * Shown beside the variable in Vercel, at most 1,000 characters.
   * @default "Managed by Pulumi"
   */
  comment?: string | undefined;
}

/** A variable whose value is given here. An Output counts as secret, and its value is kept out of the args. */
export interface ValueVariableArgs extends VariableSettings {
  /** The value: text that everyone may read, or an Output. */
  value: pulumi.Input<string>;
  /**
   * Hides the value for good in Vercel. Never together with the target `development`, which Vercel refuses.
   * @default true for an Output, unless the name is public (NEXT_PUBLIC_, VITE_, PUBLIC_) or development is a target
   */
  sensitive?: boolean | undefined;
}

/** A variable whose value is one of the component's `secrets`. */
export interface SecretVariableArgs extends VariableSettings {
  /** Name in `secrets`. */
  secret: string;
}

/** A variable whose value is one of the component's `outputs`. Never sensitive: outputs are public. */
export interface OutputVariableArgs extends VariableSettings {
  /** Name in `outputs`. */
  output: StackOutput;
}

/** An environment variable: text with all defaults, or an object. */
export type VariableArgs = string | ValueVariableArgs | SecretVariableArgs | OutputVariableArgs;

export interface StrictTransportSecurityArgs {
  /**
   * Seconds for which browsers keep to HTTPS. The default is two years.
   * @default 63072000
   */
  maxAge?: number | undefined;
  /**
   * Holds all subdomains to HTTPS as well.
   * @default true
   */
  includeSubDomains?: boolean | undefined;
  /**
   * Asks to be built into browsers. A promise for the whole domain that is hard to take back.
   * @default false
   */
  preload?: boolean | undefined;
}

export interface ContentSecurityPolicyArgs {
  /**
   * Who sends it: the project's `route`, or the `app` with each response, which alone can carry a nonce. What stands
   * here then only declares the app's policy, and rules judge the declaration. Write any nonce in it:
   * `"'nonce-eachresponse'"`.
   * @default "route"
   */
  owner?: CspOwner | undefined;
  /**
   * Directive name to sources, each as it stands in the header: `"'self'"`, `"https://cdn.example.com"`. A directive
   * given here replaces what the default and the third parties say under that name; an empty list sends the bare
   * directive.
   */
  directives?: Partial<Record<CspDirective, string[]>> | undefined;
  /** Directive name to sources that come on top of all others: origins of your own. */
  add?: Partial<Record<CspFetchDirective, string[]>> | undefined;
}

/**
 * Response headers of every path, in all environments of the project, live at once and without a deployment.
 * A key left out means its secure default, `false` turns the header off. Values must not hold `$`, which Vercel
 * reads as a variable.
 */
export interface HeaderArgs {
  /** Strict-Transport-Security: browsers come back by HTTPS only (RFC 6797). */
  strictTransportSecurity?: false | StrictTransportSecurityArgs | undefined;
  /** Content-Security-Policy: what a page may load and run (CSP Level 3). */
  contentSecurityPolicy?: false | ContentSecurityPolicyArgs | undefined;
  /**
   * X-Content-Type-Options: `nosniff`.
   * @default true
   */
  contentTypeOptions?: boolean | undefined;
  /**
   * X-Frame-Options, and with it the CSP's `frame-ancestors`: who may show the site in a frame.
   * @default "DENY"
   */
  frameOptions?: false | FrameOptions | undefined;
  /**
   * Referrer-Policy: how much of the address other sites learn.
   * @default "strict-origin-when-cross-origin"
   */
  referrerPolicy?: false | ReferrerPolicy | undefined;
  /**
   * Permissions-Policy: browser feature to who may use it (`*`, `self`, `src`, or an origin in double quotes), an empty
   * list for nobody. A feature given here replaces the default's of that name.
   * @default nobody may use camera, geolocation, microphone, payment, usb and eight more
   */
  permissionsPolicy?: false | Record<string, string[]> | undefined;
  /**
   * Cross-Origin-Opener-Policy: whether windows of other sites keep a handle on ours.
   * @default "same-origin"
   */
  crossOriginOpenerPolicy?: false | OpenerPolicy | undefined;
  /**
   * Cross-Origin-Resource-Policy: whose pages may load our images, scripts and other files. `same-site` lets in the other
   * hosts of the same domain; what asks by CORS, such as an API, is not concerned.
   * @default "same-origin"
   */
  crossOriginResourcePolicy?: false | ResourcePolicy | undefined;
  /**
   * Headers taken out of every answer.
   * @default ["X-Powered-By"]
   */
  remove?: string[] | undefined;
}

/** What a hosting project is, in Vercel's own words, whoever serves it. */
export interface HostingArgs extends RoutingArgs, PlatformArgs {
  /**
   * Who serves it. At another host than Vercel the other args keep their meaning; what that host cannot do is a gap, and
   * a finding.
   * @default "vercel"
   */
  vendor?: HostVendor | undefined;
  /** Name of the project: 1 to 52 of `[a-z0-9-]`, unique in the team. Each stack has its own. */
  name: string;
  /** Slug of Vercel's framework preset, such as `nextjs`. Left out, no framework is assumed. */
  framework?: string | undefined;
  /** Command that builds the app. Left out, Vercel detects it. */
  buildCommand?: string | undefined;
  /** Command that installs packages. Left out, Vercel detects it. */
  installCommand?: string | undefined;
  /** Command that serves the app for development. Left out, Vercel detects it. */
  devCommand?: string | undefined;
  /** Folder that the build fills. Left out, Vercel detects it. */
  outputDirectory?: string | undefined;
  /** Folder of the repository that holds the app, such as `apps/web`. Left out, the repository's root. */
  rootDirectory?: string | undefined;
  /** Node.js of builds and functions: `18.x`, `20.x`, `22.x` or `24.x`. Left out, Vercel's newest. */
  nodeVersion?: NodeVersion | undefined;
  /** The repository whose pushes Vercel deploys. Left out, deployments come from elsewhere. */
  gitRepository?: GitRepositoryArgs | undefined;
  /** Where and for how long functions run. */
  resourceConfig?: ResourceConfigArgs | undefined;
  /**
   * Hosts of the project: `{}` serves the app, `{ redirect: host }` sends visitors on.
   * @default {}
   */
  domains?: Record<string, DomainArgs> | undefined;
  /**
   * Environment variables by name. A changed value needs a new deployment.
   * @default {}
   */
  variables?: Record<string, VariableArgs> | undefined;
  /** Values that `{ secret: NAME }` variables refer to. They stand in no input of the component. */
  secrets?: Record<string, pulumi.Input<string>> | undefined;
  /** Values that `{ output: NAME }` variables refer to. They stand in no input of the component. */
  outputs?: Partial<Record<StackOutput, pulumi.Input<string>>> | undefined;
  /** Response headers. Left out, the whole secure baseline. */
  headers?: HeaderArgs | undefined;
}

/** What a key that is left out means. */
export const defaults = {
  vendor: defaultHost,
  gitRepository: { type: "github", productionBranch: "main" },
  redirectStatusCode: 308,
  thirdParties: defaultThirdParties,
  variables: { targets: ["production", "preview"], comment: "Managed by Pulumi" },
  headers: headerDefaults,
  /** Inputs of the Vercel project that have no arg of ours; `transform.project` changes them. */
  project: {
    gitForkProtection: true,
    protectedSourcemaps: true,
    directoryListing: false,
    customerSuccessCodeVisibility: false,
  },
} as const;
