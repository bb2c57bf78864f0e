import { type SupabasePlan, supabasePlans } from "../../../catalogue/supabase-limits";
import { groupBy } from "../../../core/group";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import type { PricingContext } from "../../context";
import type { Charge } from "../../model";
import type { AccountPricer } from "../../pricer";
import { remembered } from "../../remembered";
import { always } from "../../scenarios";
import { textAt } from "../inputs";

export const projectType = "supabase:index/project:Project";

/** What is assumed where no database says the plan: the smallest that bills anything. */
const defaultPlan: SupabasePlan = "pro";

/** Plans of the organizations of the stack's projects, by their ids: the highest that one of an organization's databases says. */
export const plansOf = remembered((context: PricingContext): ReadonlyMap<string, SupabasePlan> => {
  const byOrganization = groupBy(context.ofType(projectType), organizationOf);
  return new Map(
    [...byOrganization].map(([id, projects]) => {
      const said = projects.map((project) => planSaid(project, context));
      return [id, supabasePlans.findLast((plan) => said.includes(plan)) ?? defaultPlan];
    }),
  );
});

/** One that is not known yet counts as an organization of its own. */
export function organizationOf(project: DeclaredResource): string {
  return textAt(project, "organizationId") ?? "";
}

function planSaid({ parent }: DeclaredResource, context: PricingContext): string | undefined {
  const around = parent === undefined ? undefined : context.get(parent);
  return around?.type === tokens.database ? textAt(around, "plan") : undefined;
}

/** How many organizations have a compute credit of their own. */
export function paidOrganizations(context: PricingContext): number {
  return [...plansOf(context).values()].filter((plan) => plan === "pro" || plan === "team").length;
}

/** Free amounts of use are counted once, however many there are: those of a second one are then paid too much. */
const once = "free amounts are counted for one organization";

export const supabaseAccount: AccountPricer = {
  vendor: "supabase",
  what: "plan of Supabase",
  charges: (context) => {
    const byPlan = groupBy([...plansOf(context).values()], (plan) => plan);
    return [...byPlan].map(([plan, organizations]): Charge => {
      const quantity = always(organizations.length);
      const sku = `supabase-${plan}-base`;
      return organizations.length > 1 ? { sku, quantity, rests: [once] } : { sku, quantity };
    });
  },
};
