import { groupBy } from "../core/group";
import { renderFly } from "./fly";
import { renderRailway } from "./hosts/railway";
import { renderBlueprint } from "./hosts/render/blueprint";
import { blueprintServices } from "./hosts/render/services";
import { renderPreviews } from "./preview-pool";
import type {
  NamedServices,
  Renderer,
  ServiceFile,
  ServiceSpec,
  StackTarget,
  Vendor,
} from "./service";

/** A further vendor is one more line here and one more file: in `hosts`, or beside `fly.ts`. */
const renderers: Readonly<Record<Vendor, Renderer>> = {
  fly: (services, target) =>
    services.map(([service, spec]) => ({
      ...renderFly(spec, { service, ...target }),
      services: [service],
    })),
  render: (services, { stack }) => [
    {
      ...renderBlueprint({ stack, services: blueprintServices(services, stack) }),
      services: services.map(([name]) => name),
    },
  ],
  railway: renderRailway,
  // Declared, so that no tool reads a file.
  digitalocean: () => [],
};

// Requirement: CONF-02, HOST-15, HOST-16
/**
 * The files of a stack's services, each vendor's own. Pure: the same services give the same texts. Those of previews stand
 * apart, since their pool is on Fly whoever runs the service.
 */
export function renderServices(
  services: Readonly<Record<string, ServiceSpec>>,
  target: StackTarget,
): ServiceFile[] {
  // By name: an engine that keeps inputs may have changed their order, and one file holds several.
  const sorted = Object.entries(services).sort(([a], [b]) => (a < b ? -1 : 1));
  const byVendor = groupBy(sorted, ([, { vendor }]) => vendor);
  return [...byVendor].flatMap(([vendor, some]) => renderers[vendor](some, target));
}

/** What the previews of all services need beside the files of the services themselves. */
export function renderAllPreviews(services: NamedServices, target: StackTarget) {
  return services.flatMap(([service, spec]) => renderPreviews(spec, { service, ...target }));
}
