import type { DeclaredResource } from "../../../../core/resource";
import { tokens } from "../../../../core/tokens";
import type { PropertyMap } from "../../../../core/value";
import { declared } from "../../stand-ins";

/** A database component on a plan, its project, and what else stands in it. */
export function database(
  plan: string | undefined,
  inputs: PropertyMap = {},
  children: readonly [type: string, inputs?: PropertyMap][] = [],
  name = "db",
): DeclaredResource[] {
  const around = declared(tokens.database, name, plan === undefined ? {} : { plan });
  const project = declared(
    "supabase:index/project:Project",
    name,
    { organizationId: "shop", ...inputs },
    around,
  );
  return [
    around,
    project,
    ...children.map(([type, args], at) => declared(type, `${name}-${at}`, args, around)),
  ];
}
