import { groupBy } from "../../../core/group";
import type { DeclaredResource } from "../../../core/resource";
import type { PricingContext } from "../../context";
import type { Pricing } from "../../model";
import type { Pricer } from "../../pricer";
import { remembered } from "../../remembered";
import { firstByUrn } from "../first";
import { organizationOf, plansOf, projectType } from "./organizations";

/** The project that a resource belongs to: the one that its reference comes from, one of the same component, or the only one. */
export function projectOf(
  resource: DeclaredResource,
  context: PricingContext,
): DeclaredResource | undefined {
  if (resource.type === projectType) return resource;
  const { propertyDependencies: from, parent } = resource;
  const sources = [...(from.projectRef ?? []), ...(from.parentProjectRef ?? [])];
  const projects = context.ofType(projectType);
  return (
    sources.map(context.get).find((one) => one?.type === projectType) ??
    projectsByParent(context).get(parent ?? "") ??
    (projects.length === 1 ? projects[0] : undefined)
  );
}

/** The first by URN where one component has several. */
const projectsByParent = remembered(
  (context: PricingContext): ReadonlyMap<string, DeclaredResource | undefined> =>
    new Map(
      [...groupBy(context.ofType(projectType), ({ parent }) => parent ?? "")]
        .filter(([parent]) => parent !== "")
        .map(([parent, projects]) => [parent, firstByUrn(projects)]),
    ),
);

const free: readonly Pricing[] = [
  {
    free: "the Free plan bills nothing: what goes beyond its limits is refused",
    source: "https://supabase.com/pricing",
  },
];
const contract: readonly Pricing[] = [
  { notPriced: "an Enterprise contract has prices of its own, which are not published" },
];

/** Prices what Pro and Team have the same list prices for. A project that is declared elsewhere counts as one of theirs. */
export function onPaidPlans(pricer: Pricer): Pricer {
  return (resource, context) => {
    const project = projectOf(resource, context);
    const plan = project && plansOf(context).get(organizationOf(project));
    if (plan === "free") return free;
    return plan === "enterprise" ? contract : pricer(resource, context);
  };
}
