/** What `runtime.options` of a Pulumi.yaml, PulumiPlugin.yaml or PulumiPolicy.yaml may say to this runtime. */
export interface RuntimeOptions {
  /** Load TypeScript sources through ts-node. Default true. */
  typescript: boolean;
  /** Path of a tsconfig.json, relative to the program. Default: the one ts-node finds. */
  tsconfig?: string;
  /** Arguments for Node, as one shell line. */
  nodeargs: string;
  /** Who installs the dependencies. Default `auto`: by the lock file. */
  packagemanager: PackageManagerOption;
}

export type PackageManagerOption = (typeof packageManagers)[number];

export const packageManagers = ["auto", "npm", "yarn", "pnpm", "bun"] as const;

/** @throws Error in the official host's words when an option has another type. */
export function parseOptions(options: Record<string, unknown>): RuntimeOptions {
  const { typescript = true, tsconfig, nodeargs = "", packagemanager = "auto" } = options;
  if (typeof typescript !== "boolean") throw new Error("typescript option must be a boolean");
  if (tsconfig !== undefined && typeof tsconfig !== "string")
    throw new Error("tsconfigpath option must be a string");
  if (typeof nodeargs !== "string") throw new Error("nodeargs option must be a string");
  return { typescript, tsconfig, nodeargs, packagemanager: packageManager(packagemanager) };
}

/** The variables by which the SDK's runners learn of TypeScript. */
export function typescriptVariables({ typescript, tsconfig }: RuntimeOptions) {
  return {
    ...(typescript && { PULUMI_NODEJS_TYPESCRIPT: "true" }),
    ...(tsconfig && { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig }),
  };
}

function packageManager(value: unknown): PackageManagerOption {
  if (typeof value !== "string") throw new Error("packagemanager option must be a string");
  const known = packageManagers.find((name) => name === value);
  if (known) return known;
  throw new Error(
    `packagemanager option must be one of auto, npm, yarn, pnpm or bun, got ${JSON.stringify(value)}`,
  );
}
