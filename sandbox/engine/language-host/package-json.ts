import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The parts of a package.json that this host reads; anything may be missing or of another type. */
export interface PackageJson {
  name?: string;
  version?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  pulumi?: PulumiSection;
}

/** Marks a package as the SDK of a provider. Field names are those of Pulumi's `PulumiPluginJSON`. */
export interface PulumiSection {
  resource?: boolean;
  name?: string;
  version?: string;
  server?: string;
  parameterization?: { name?: string; version?: string; /** Base64. */ value?: string };
}

/** Undefined when there is none, or none that can be read. */
export function readPackageJson(folder: string): PackageJson | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return typeof parsed === "object" && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}
