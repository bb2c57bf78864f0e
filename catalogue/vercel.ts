/**
 * Day on which the facts of this file were last compared with their sources.
 * @public
 */
export const vercelCheckedOn = "2026-11-21";

/** Node.js versions of builds and functions. Source: terraform-provider-vercel 5.4.1, resource project, node_version. */
export const nodeVersions = ["18.x", "20.x", "22.x", "24.x"] as const;
export type NodeVersion = (typeof nodeVersions)[number];

/** Hosts of Git repositories that Vercel links to. Source: the same, git_repository.type. */
export const gitHosts = ["github", "gitlab", "bitbucket"] as const;
export type GitHost = (typeof gitHosts)[number];

/** Environments of a Vercel project that a variable can be given to. Source: the same, environment.target. */
export const variableTargets = ["production", "preview", "development"] as const;
export type VariableTarget = (typeof variableTargets)[number];

/** Seconds that a function may be allowed. Source: the same, resource_config.function_default_timeout. */
export const functionTimeout = { min: 1, max: 900 } as const;

/**
 * Names that the function runtime keeps for itself.
 * Source: https://vercel.com/docs/environment-variables/reserved-environment-variables (2025-12-10).
 */
export const reservedVariables = [
  "AWS_EXECUTION_ENV",
  "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
  "AWS_LAMBDA_FUNCTION_NAME",
  "AWS_LAMBDA_FUNCTION_VERSION",
  "AWS_LAMBDA_LOG_GROUP_NAME",
  "AWS_LAMBDA_LOG_STREAM_NAME",
  "AWS_SECRET_KEY",
  "LAMBDA_RUNTIME_DIR",
  "LAMBDA_TASK_ROOT",
  "NOW_REGION",
  "TZ",
] as const;

/**
 * Prefixes that make a framework build a variable's value into what browsers download, as the documents of Next.js,
 * SvelteKit and Astro, Vite, Nuxt, Create React App, Gatsby, Vue CLI, Expo and Sanity Studio say.
 */
const publicPrefixes = [
  "NEXT_PUBLIC_",
  "PUBLIC_",
  "VITE_",
  "NUXT_PUBLIC_",
  "REACT_APP_",
  "GATSBY_",
  "VUE_APP_",
  "EXPO_PUBLIC_",
  "SANITY_STUDIO_",
] as const;

/** True when everyone who opens the site can read the variable. */
export function isPublicVariable(key: string): boolean {
  return publicPrefixOf(key) !== undefined;
}

/** The prefix that makes a variable public; undefined when it stays on the server. */
export function publicPrefixOf(key: string): string | undefined {
  return publicPrefixes.find((prefix) => key.startsWith(prefix));
}
