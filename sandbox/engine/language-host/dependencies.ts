import { dirname, join } from "node:path";
import {
  DependencyInfo,
  type GetProgramDependenciesRequest,
  GetProgramDependenciesResponse,
} from "@pulumi/pulumi/proto/language_pb";
import { type PackageJson, readPackageJson } from "./package-json";
import { programInfo } from "./program-info";

/** Packages that a program uses, as installed: what its package.json names, or also all that those need. */
export function programDependencies(
  request: GetProgramDependenciesRequest,
): GetProgramDependenciesResponse {
  const { programDirectory } = programInfo(request.getInfo());
  const found = request.getTransitivedependencies()
    ? transitive(programDirectory)
    : direct(programDirectory).map(({ manifest }) => manifest);
  const response = new GetProgramDependenciesResponse();
  response.setDependenciesList(found.sort(byName).map(dependencyInfo));
  return response;
}

interface Installed {
  folder: string;
  manifest: PackageJson;
}

function direct(folder: string, withDev = true): Installed[] {
  const manifest = readPackageJson(folder);
  const names = Object.keys({
    ...manifest?.dependencies,
    ...(withDev ? manifest?.devDependencies : {}),
  });
  return names.flatMap((name) => installed(name, folder) ?? []);
}

function transitive(program: string): PackageJson[] {
  const seen = new Map<string, PackageJson>();
  const open = direct(program);
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next.folder)) continue;
    seen.set(next.folder, next.manifest);
    open.push(...direct(next.folder, false));
  }
  return [...seen.values()];
}

/** Node's own search: the nearest node_modules upwards that holds the package. */
function installed(name: string, from: string): Installed | undefined {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, "node_modules", name);
    const manifest = readPackageJson(folder);
    if (manifest) return { folder, manifest };
    if (dirname(at) === at) return undefined;
  }
}

function dependencyInfo({ name = "", version = "" }: PackageJson): DependencyInfo {
  const info = new DependencyInfo();
  info.setName(name);
  info.setVersion(version);
  return info;
}

function byName(a: PackageJson, b: PackageJson): number {
  return (a.name ?? "").localeCompare(b.name ?? "");
}
