import { roomForPool } from "../../catalogue/supabase-compute";
import type { ProductService, ServiceKind, WatchedKind } from "../../core/service";
import type { DatabaseSection } from "../sections/database";
import { type CacheSettings, watchedCache } from "./cache";
import type { ResolvedServices } from "./service-defaults";
import { watchedVitals, type WebVitalsSettings } from "./web-vitals";

/** A service, and the limits that its alarms follow from. */
export interface WatchedService {
  kind: WatchedKind;
  app?: string;
  cpu?: { above: number; after: number };
  connections?: number;
  previewPoolSize?: number;
  cache?: { name: string; dataGb: number };
  appMonitor?: string;
}

interface Limits {
  database: DatabaseSection;
  services: ResolvedServices;
  cache: CacheSettings | undefined;
  webVitals: WebVitalsSettings | undefined;
}

/** One more entry under `services` is one more that is watched. */
export function watchedServices(
  product: readonly ProductService[],
  limits: Limits,
): Record<string, WatchedService> {
  const watched = product.map(({ name, kind }) => [
    name,
    { kind, ...limitsOf(name, kind, limits) },
  ]);
  const services = Object.fromEntries(watched) as Record<string, WatchedService>;
  return { ...services, ...watchedCache(limits.cache) };
}

function limitsOf(name: string, kind: ServiceKind, { database, services, webVitals }: Limits) {
  if (kind === "hosting") return watchedVitals(webVitals);
  if (kind === "database") return databaseLimits(database);
  const service = Object.hasOwn(services, name) ? services[name] : undefined;
  return (kind === "container" || kind === "worker") && service ? machineLimits(service) : {};
}

/** The pool where there is one, else what the server has for others than Supabase itself. */
function databaseLimits(database: DatabaseSection) {
  const pool = database.pooler ? database.pooler.poolSize : undefined;
  const connections = pool ?? roomForPool(database);
  return connections === undefined ? {} : { connections };
}

function machineLimits({ app, limits, scale: { cpu }, previews }: ResolvedServices[string]) {
  const poolSize = previews?.poolSize;
  const soft = limits.connections?.soft;
  return {
    app,
    ...(cpu && { cpu: { above: cpu.scaleUpAbove, after: cpu.scaleUpAfter } }),
    ...(soft !== undefined && { connections: soft }),
    ...(poolSize !== undefined && { previewPoolSize: poolSize }),
  };
}
