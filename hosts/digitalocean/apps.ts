/** Day on which the facts of this file were last compared with their sources. */
export const digitaloceanCheckedOn = "2026-11-22";

/** A size of App Platform's containers. */
export interface AppSize {
  slug: string;
  cpus: number;
  memoryMb: number;
  kind: "shared" | "dedicated";
  /** GiB a month that the team may send for each container of it, in one pool for all its apps. */
  transferGib: number;
  /** Whether there may be more than one container of it. */
  scales: boolean;
  /** Its price in the catalogue, for a container and month. */
  sku: string;
}

/**
 * Sizes on sale, by kind, smallest first. Only dedicated ones scale by themselves.
 * Source: https://docs.digitalocean.com/products/app-platform/details/pricing/, section "Current plans"
 */
export const appSizes: readonly AppSize[] = [
  size("apps-s-1vcpu-0.5gb", { transferGib: 50, scales: false }),
  size("apps-s-1vcpu-1gb-fixed", { transferGib: 100, scales: false }),
  size("apps-s-1vcpu-1gb", { transferGib: 150 }),
  size("apps-s-1vcpu-2gb", { transferGib: 200 }),
  size("apps-s-2vcpu-4gb", { transferGib: 250 }),
  size("apps-d-1vcpu-0.5gb", { transferGib: 100 }),
  size("apps-d-1vcpu-1gb", { transferGib: 200 }),
  size("apps-d-1vcpu-2gb", { transferGib: 300 }),
  size("apps-d-1vcpu-4gb", { transferGib: 400 }),
  size("apps-d-2vcpu-4gb", { transferGib: 500 }),
  size("apps-d-2vcpu-8gb", { transferGib: 600 }),
  size("apps-d-4vcpu-8gb", { transferGib: 700 }),
  size("apps-d-4vcpu-16gb", { transferGib: 800 }),
  size("apps-d-8vcpu-32gb", { transferGib: 900 }),
];

/** What App Platform takes where a component names no size. Source: digitalocean/openapi, app_component_instance_base.yml */
export const defaultAppSize = "apps-s-1vcpu-0.5gb";

/** GiB a month that an app of static sites alone may send. Source: the page of prices, section "Free tier" */
export const staticAppTransferGib = 1;

/** Reads CPUs and memory from the slug: `apps-d-1vcpu-0.5gb`. */
function size(
  slug: string,
  { transferGib, scales = true }: { transferGib: number; scales?: boolean },
) {
  const [, kind, cpus, memory] = /^apps-([sd])-(\d+)vcpu-([\d.]+)gb/.exec(slug) ?? [];
  return {
    slug,
    cpus: Number(cpus),
    memoryMb: Number(memory) * 1024,
    kind: kind === "d" ? "dedicated" : "shared",
    transferGib,
    scales,
    sku: `do-${slug.replace(".", "-")}`,
  } satisfies AppSize;
}

/** Names of an app and of what it runs. Source: digitalocean/openapi, app_component_base.yml */
export const appNamePattern = /^[a-z][a-z0-9-]{0,30}[a-z0-9]$/;
export const appNameWords =
  "2 to 32 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen";

/**
 * Registries that App Platform pulls from, by the host that an image's name begins with.
 * Source: digitalocean/openapi, apps_image_source_spec.yml
 */
export const appRegistries: Readonly<Record<string, string>> = {
  "ghcr.io": "GHCR",
  "docker.io": "DOCKER_HUB",
  "registry.digitalocean.com": "DOCR",
};

/** Port on which an app listens where nobody says another; it reads it from PORT. Source: app-spec reference, http_port */
export const appPort = 8080;

/** Name of the one part of an app that we declare. */
export const appComponent = "web";

/** Name of the one part of an app that answers no requests. */
export const workerComponent = "worker";

/** Size of the one server of a site: the smallest of which there may be more, which is one line of a transform. */
export const siteSize = "apps-s-1vcpu-1gb";
