import { inCents, sumInCents } from "../../core/money";
import type { ProductService } from "../../core/service";

/**
 * Each service's part of the stack's monthly limit, in US dollars: what the file says, and an equal part of the rest for
 * every service that it does not name. Cents that cannot be shared stay over.
 */
export function budgetShares(
  services: readonly Pick<ProductService, "name">[],
  monthlyUsd: number,
  declared: Readonly<Record<string, number>> = {},
): Record<string, number> {
  const open = services.filter(({ name }) => !Object.hasOwn(declared, name));
  const spoken = sumInCents(Object.values(declared));
  const left = Math.max(0, inCents(monthlyUsd) - spoken);
  const each = open.length === 0 ? 0 : Math.floor(left / open.length);
  return Object.fromEntries(
    services.map(({ name }) => [name, declared[name] ?? each / 100] as const),
  );
}
