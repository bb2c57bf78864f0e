import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** A provider that the engine may attach to. */
export interface ServedPackage {
  /** Name in `PULUMI_DEBUG_PROVIDERS`, which is the plugin's name. */
  name: string;
  /** Package of the type tokens that it serves, as a person knows it. */
  serves: string;
  /** What `GetPluginInfo` reports: a version below the SDK's gives a warning in every run. */
  version: string;
  /** For a plugin that takes its package from the program: what it may be asked to be. */
  parameter?: { name: string; version: string };
}

interface SdkManifest {
  version: string;
  pulumi: {
    version?: string;
    parameterization?: { name: string; version: string };
  };
}

/** Packages and the npm package of each SDK. Supabase comes through the bridge plugin, under both names. */
const sdks = [
  { name: "vercel", sdk: "@pulumiverse/vercel" },
  { name: "github", sdk: "@pulumi/github" },
  { name: "aws", sdk: "@pulumi/aws" },
  { name: "random", sdk: "@pulumi/random" },
  { name: "sentry", sdk: "@pulumiverse/sentry" },
  { name: "checkly", sdk: "@checkly/pulumi" },
  { name: "pagerduty", sdk: "@pulumi/pagerduty" },
  { name: "digitalocean", sdk: "@pulumi/digitalocean" },
  { name: "terraform-provider", sdk: "@pulumi/supabase" },
  { name: "supabase", sdk: "@pulumi/supabase" },
] as const;

/** Everything that the sandbox serves, at the versions of the SDKs installed beside `from` (a file's path). */
export function servedPackages(from: string): ServedPackage[] {
  const require = createRequire(from);
  return sdks.map(({ name, sdk }) => {
    const path = require.resolve(`${sdk}/package.json`);
    return served(name, JSON.parse(readFileSync(path, "utf8")) as SdkManifest);
  });
}

function served(name: string, { version: tag, pulumi }: SdkManifest): ServedPackage {
  const parameter = pulumi.parameterization;
  // Some SDKs write their version as a tag: v3.4.0.
  const version = tag.replace(/^v/, "");
  if (!parameter) return { name, serves: name, version };
  const isPlugin = name !== parameter.name;
  const reported = isPlugin ? (pulumi.version ?? version) : parameter.version;
  return { name, serves: parameter.name, version: reported, parameter };
}
