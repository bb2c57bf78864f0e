import { type InstanceSize, connectionsOf, instanceSizes, isAtLeast } from "../../catalogue/sizes";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import type { CostedStack } from "../estimate";
import { numberAt, textAt } from "../pricers/inputs";
import { smaller } from "../variants";
import type { Advice } from "./advice";
import { ofType } from "./change";

/** Part of the connections that a pool may take. */
const poolShare = 0.8;

/** The smallest size that recovery to a point in time and replicas run on. Source: Supabase, Point-in-Time Recovery. */
const leastForCopies: InstanceSize = "small";
/** Paid plans have no smaller one that they are billed for. */
const leastPaid: InstanceSize = "micro";
const copies = [
  "supabase-admin:index/pitrAddon:PitrAddon",
  "supabase-admin:index/readReplica:ReadReplica",
];

export const computeSize: Advice = {
  id: "compute-size",
  title: "Larger compute than the pool and the connections need",
  lost: "memory and processor time for queries; look at their use in a busy week first",
  choices: (stack) => {
    const needed = connectionsNeeded(stack);
    if (needed === undefined) return [];
    return ofType(stack, "supabase:index/project:Project").map((project) =>
      smaller(stack.resources, project)
        .toReversed()
        .flatMap(({ resources }) => {
          const size = sizeIn(resources, project);
          if (size === undefined || !isEnough(size, needed, stack)) return [];
          const to = { ...stack, resources };
          return [{ setting: `database.instanceSize: ${size}`, of: [project.name], to }];
        }),
    );
  },
};

/** What the settings ask the server for; undefined where they say nothing that a size follows from. */
function connectionsNeeded(stack: CostedStack): number | undefined {
  const said = ofType(stack, tokens.database).flatMap(
    (one) => numberAt(one, "database.max_connections") ?? [],
  );
  const pools = ofType(stack, "supabase-admin:index/pooler:Pooler").flatMap((one) => {
    const size = numberAt(one, "defaultPoolSize");
    return size === undefined ? [] : [Math.ceil(size / poolShare)];
  });
  const all = [...said, ...pools];
  return all.length === 0 ? undefined : Math.max(...all);
}

function isEnough(size: InstanceSize, needed: number, stack: CostedStack): boolean {
  const isCopied = copies.some((type) => ofType(stack, type).length > 0);
  const least = isCopied ? leastForCopies : leastPaid;
  return (connectionsOf(size) ?? 0) >= needed && isAtLeast(size, least);
}

function sizeIn(
  resources: readonly DeclaredResource[],
  { urn }: DeclaredResource,
): InstanceSize | undefined {
  const found = resources.find((one) => one.urn === urn);
  const size = found && textAt(found, "instanceSize");
  return instanceSizes.find((one) => one === size);
}
