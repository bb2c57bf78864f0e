import { serviceHostOf } from "../../hosts/services";
import type { ProductService } from "../../core/service";
import type { HostingSection } from "../sections/hosting";
import type { ServicesSection } from "../sections/services";

interface Declared {
  hosting: Pick<HostingSection, "domains">;
  services?: ServicesSection | undefined;
}

/**
 * The services that a stack's file declares, in its order. What watches a service follows from this list, so that one more
 * entry under `services` brings its checks, alarms, logs and dashboard row with it.
 */
export function productServices({ hosting, services = {} }: Declared): ProductService[] {
  return [
    { name: "web", kind: "hosting", host: ownHost(hosting.domains), healthPath: "/api/health" },
    { name: "database", kind: "database" },
    ...Object.entries(services).map(([name, service]): ProductService => {
      if (service.kind === "worker") return { name, kind: "worker" };
      const healthPath = service.checks.http?.path;
      return { name, kind: "container", host: serviceHostOf(service), healthPath };
    }),
  ];
}

/** The first domain that serves the app itself; one that redirects answers for another. */
function ownHost(domains: HostingSection["domains"] = {}): string | undefined {
  return Object.entries(domains).find(([, { redirect }]) => redirect === undefined)?.[0];
}
