import type { ResolvedServices } from "./service-defaults";

// Requirement: ENV-10, CONF-13
/** The tier's pool for each service that runs previews and does not say how many. */
export function withPreviewPools(services: ResolvedServices, poolSize: number): ResolvedServices {
  const filled = Object.entries(services).map(([name, service]) => {
    const { previews } = service;
    return [name, previews ? { ...service, previews: { poolSize, ...previews } } : service];
  });
  return Object.fromEntries(filled) as ResolvedServices;
}
