import { stringify } from "smol-toml";
import { previewHeader } from "./header";
import { previewDockerfile, previewFolder, renderPreviewImage } from "./preview-image";
import type {
  NamedServices,
  RenderTarget,
  RenderedFile,
  ServiceSpec,
  StackTarget,
} from "./service";

/** What a service needs beside its own file to run previews; nothing where it declares no image of theirs. */
export function renderPreviews(spec: ServiceSpec, target: RenderTarget): RenderedFile[] {
  const { previews } = spec;
  if (!previews?.image) return [];
  return [
    renderPreviewImage(previews.image, target),
    renderPool(spec, { ...previews, image: previews.image }, target),
  ];
}

/** What the previews of all services need beside the files of the services themselves. */
export function renderAllPreviews(services: NamedServices, target: StackTarget): RenderedFile[] {
  return services.flatMap(([service, spec]) => renderPreviews(spec, { service, ...target }));
}

type Pool = Required<NonNullable<ServiceSpec["previews"]>>;

// Requirement: HOST-18
/**
 * `fly.toml` of the pool: an app of its own without any address from outside. The service starts and stops its machines by
 * Fly's Machines API and reaches them over the private network; one that ends by itself is started again by Fly.
 */
function renderPool(spec: ServiceSpec, pool: Pool, target: RenderTarget): RenderedFile {
  const file = target.tier === "prod" ? "fly.toml" : `fly.${target.tier}.toml`;
  const { app, poolSize } = pool;
  const notes = [
    `# Create once: fly apps create ${app} --org ${spec.org}`,
    `# The pool: fly scale count ${poolSize} --region ${spec.primaryRegion} --app ${app}`,
  ];
  return {
    file: `${target.service}/${previewFolder}/${file}`,
    text: `${[previewHeader(target), ...notes].join("\n")}\n\n${stringify(document(spec, pool, target))}`,
  };
}

/** In the order in which it is written. */
function document({ primaryRegion, limits }: ServiceSpec, pool: Pool, target: RenderTarget) {
  const { app, restart, image } = pool;
  const { path, interval, timeout } = image.healthCheck;
  return {
    app,
    primary_region: primaryRegion,
    build: { dockerfile: previewDockerfile(target) },
    restart: [{ policy: restart }],
    checks: {
      health: {
        type: "http",
        port: image.port,
        method: "get",
        path,
        interval: `${interval}s`,
        timeout: `${timeout}s`,
      },
    },
    vm: [{ cpu_kind: limits.cpuKind, cpus: limits.cpus, memory: `${limits.memoryMb}mb` }],
  };
}
