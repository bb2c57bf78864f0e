import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import {
  type GetRequiredPackagesRequest,
  GetRequiredPackagesResponse,
} from "@pulumi/pulumi/proto/language_pb";
import { PackageDependency, PackageParameterization } from "@pulumi/pulumi/proto/plugin_pb";
import { type PulumiSection, readPackageJson } from "./package-json";
import { programInfo } from "./program-info";

/** Provider packages that a program may use: each package below a node_modules whose package.json says so. */
export function requiredPackages(request: GetRequiredPackagesRequest): GetRequiredPackagesResponse {
  const { programDirectory } = programInfo(request.getInfo());
  const response = new GetRequiredPackagesResponse();
  response.setPackagesList(new Search().in(programDirectory));
  return response;
}

const PACK_FILES = ["PulumiPolicy.yaml", "PulumiPolicy.yml", "PulumiPolicy.json"];

class Search {
  private readonly seen = new Set<string>();
  private readonly found: PackageDependency[] = [];

  in(folder: string): PackageDependency[] {
    this.walk(folder);
    return this.found;
  }

  /** Source folders are searched for a node_modules; a policy pack's providers are not the program's. */
  private walk(folder: string): void {
    if (!this.first(folder)) return;
    for (const entry of subfolders(folder)) {
      const path = join(folder, entry);
      if (entry === "node_modules") this.modules(path);
      else if (!entry.startsWith(".") && !PACK_FILES.some((file) => existsSync(join(path, file))))
        this.walk(path);
    }
  }

  private modules(folder: string): void {
    for (const entry of subfolders(folder)) {
      const path = join(folder, entry);
      if (entry.startsWith("@")) this.modules(path);
      else if (!entry.startsWith(".")) this.package(path);
    }
  }

  private package(folder: string): void {
    if (!this.first(folder)) return;
    const manifest = readPackageJson(folder);
    const dependency = manifest?.pulumi?.resource && providerPackage(manifest, manifest.pulumi);
    if (dependency) this.found.push(dependency);
    const nested = join(folder, "node_modules");
    if (existsSync(nested)) this.modules(nested);
  }

  private first(folder: string): boolean {
    const real = realpathSync(folder);
    if (this.seen.has(real)) return false;
    this.seen.add(real);
    return true;
  }
}

function subfolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => isFolder(folder, entry))
    .map((entry) => entry.name);
}

function isFolder(folder: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return statSync(join(folder, entry.name), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Undefined for a package without a name or version that the engine could ask for. */
function providerPackage(
  manifest: { name?: string; version?: string },
  section: PulumiSection,
): PackageDependency | undefined {
  const name = section.name || pulumiName(manifest.name);
  const version = section.version || manifest.version;
  if (!name || !version) return undefined;
  const dependency = new PackageDependency();
  dependency.setName(name);
  dependency.setKind("resource");
  dependency.setVersion(version.startsWith("v") ? version : `v${version}`);
  dependency.setServer(section.server ?? "");
  if (section.parameterization)
    dependency.setParameterization(parameters(section.parameterization));
  return dependency;
}

/** Only packages of the scope `@pulumi` may leave their provider's name out. */
function pulumiName(name: string | undefined): string | undefined {
  return name?.startsWith("@pulumi/") ? basename(name) : undefined;
}

function parameters({ name = "", version = "", value = "" }): PackageParameterization {
  const parameterization = new PackageParameterization();
  parameterization.setName(name);
  parameterization.setVersion(version);
  parameterization.setValue(value);
  return parameterization;
}
