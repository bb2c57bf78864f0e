import { appSizes, type AppSize, defaultAppSize, staticAppTransferGib } from "./apps";
import { isPropertyMap, type PropertyMap, type Value } from "../../core/value";

/** What an app runs on containers: as many of one size as the spec says, or as its load asks for. */
export interface Containers {
  name: string;
  size: AppSize;
  least: number;
  most: number;
}

/** An app's parts as far as they cost something. */
export interface AppParts {
  containers: Containers[];
  /** Names of parts whose size or number is not known or not on sale. */
  unclear: string[];
  staticSites: number;
  jobs: number;
  functions: number;
  /** Databases for development, which are part of the app. */
  databases: number;
  hasEgressIp: boolean;
}

export function partsOf(spec: PropertyMap): AppParts {
  const running = [...listIn(spec, "services"), ...listIn(spec, "workers")];
  const read = running.map((one) => [one, containersOf(one)] as const);
  return {
    containers: read.flatMap(([, containers]) => containers ?? []),
    unclear: read.flatMap(([one, containers]) => (containers ? [] : [nameOf(one)])),
    staticSites: listIn(spec, "staticSites").length,
    jobs: listIn(spec, "jobs").length,
    functions: listIn(spec, "functions").length,
    databases: listIn(spec, "databases").filter(
      (one) => isPropertyMap(one) && one.production !== true,
    ).length,
    hasEgressIp: listIn(spec, "egresses").some(
      (one) => isPropertyMap(one) && one.type === "DEDICATED_IP",
    ),
  };
}

/** GiB that the parts may send a month, in the worst case: with the least containers. */
export function transferOf({ containers, staticSites }: AppParts): number {
  const own = containers.reduce((sum, { size, least }) => sum + size.transferGib * least, 0);
  return containers.length === 0 && staticSites > 0 ? staticAppTransferGib : own;
}

function containersOf(one: Value): Containers | undefined {
  if (!isPropertyMap(one)) return undefined;
  const { instanceSizeSlug = defaultAppSize, instanceCount = 1, autoscaling } = one;
  const size = appSizes.find(({ slug }) => slug === instanceSizeSlug);
  const scale = isPropertyMap(autoscaling)
    ? [autoscaling.minInstanceCount, autoscaling.maxInstanceCount]
    : [instanceCount, instanceCount];
  const [least, most] = scale;
  if (!size || typeof least !== "number" || typeof most !== "number") return undefined;
  return { name: nameOf(one), size, least, most };
}

function nameOf(one: Value): string {
  return isPropertyMap(one) && typeof one.name === "string" ? one.name : "a part of it";
}

function listIn(spec: PropertyMap, key: string): readonly Value[] {
  const value = spec[key];
  return Array.isArray(value) ? (value as readonly Value[]) : [];
}
