import type { RouteArgs } from "./args";

type Cache = NonNullable<RouteArgs["cache"]>;

// Requirement: CAP-01
/** The text of Cache-Control: `public, max-age=31536000, immutable`. */
export function cacheControl(cache: Cache): string {
  if (cache === "no-store") return cache;
  const { maxAge, sMaxage, staleWhileRevalidate, immutable } = cache;
  return [
    cache.private ? "private" : "public",
    `max-age=${maxAge}`,
    ...(sMaxage === undefined ? [] : [`s-maxage=${sMaxage}`]),
    ...(staleWhileRevalidate === undefined
      ? []
      : [`stale-while-revalidate=${staleWhileRevalidate}`]),
    ...(immutable ? ["immutable"] : []),
  ].join(", ");
}
