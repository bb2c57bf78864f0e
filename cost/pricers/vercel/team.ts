import { Decimal } from "decimal.js";
import { defaultPlan, type VercelPlan, vercelPlans } from "../../../catalogue/vercel-limits";
import { tokens } from "../../../core/tokens";
import type { PricingContext } from "../../context";
import type { Charge } from "../../model";
import type { AccountPricer } from "../../pricer";
import { remembered } from "../../remembered";
import { always, mapAmounts, zero } from "../../scenarios";
import { textAt, valueAt } from "../inputs";

export const projectType = "vercel:index/project:Project";
export const memberType = "vercel:index/teamMember:TeamMember";
export const teamConfigType = "vercel:index/teamConfig:TeamConfig";

interface Team {
  plan: VercelPlan;
  /** False where no project says it. */
  said: boolean;
}

/** The team that all projects of the stack belong to: the highest plan that one of them says. */
export const teamOf = remembered((context: PricingContext): Team => {
  const plans = context.ofType(tokens.hostingProject).map((project) => textAt(project, "plan"));
  const plan = vercelPlans.findLast((known) => plans.includes(known));
  return { plan: plan ?? defaultPlan, said: plan !== undefined };
});

/** Roles that deploy and pay for a seat; all others read and pay none. */
const seatedRoles: readonly unknown[] = ["OWNER", "MEMBER", "DEVELOPER"];

/** Seats beyond the one that comes with the plan: as many as are said or assumed, and no fewer than are declared. */
function furtherSeats(context: PricingContext) {
  const declared = context
    .ofType(memberType)
    .filter((member) => seatedRoles.includes(valueAt(member, "role") ?? "MEMBER")).length;
  return mapAmounts(context.total("seats.vercel"), (seats) =>
    Decimal.max(Decimal.max(seats, declared).minus(1), zero),
  );
}

function proCharges(context: PricingContext): readonly Charge[] {
  const { plan, said } = teamOf(context);
  const suffixed = [...context.ofType(projectType), ...context.ofType(teamConfigType)].some(
    (one) => valueAt(one, "previewDeploymentSuffix") !== undefined,
  );
  return [
    {
      sku: "vercel-pro-base",
      quantity: always(1),
      ...(!said && { rests: [`the team is on the plan ${plan}, as no project says another`] }),
    },
    { sku: "vercel-pro-seat", quantity: furtherSeats(context), rests: ["seats.vercel"] },
    ...(suffixed ? [{ sku: "vercel-preview-suffix", quantity: always(1) }] : []),
  ];
}

const charges: Readonly<Record<VercelPlan, (context: PricingContext) => readonly Charge[]>> = {
  hobby: () => [{ sku: "vercel-hobby-base", quantity: always(1) }],
  pro: proCharges,
  enterprise: () => [{ sku: "vercel-enterprise-base", quantity: always(1) }],
};

/** Nothing without a project: a domain or a webhook alone says nothing of a plan. */
export const vercelAccount: AccountPricer = {
  vendor: "vercel",
  what: "plan and seats of Vercel",
  charges: (context) =>
    context.ofType(projectType).length > 0 ? charges[teamOf(context).plan](context) : [],
};
