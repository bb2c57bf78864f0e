import { z } from "zod";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { readText } from "../lib/text";
import { type Answer, fail, notApplicable, pass } from "../rule";
import type { BetweenRule, Member } from "./rule";

// Requirement: COST-01
export const supabasePlanShared: BetweenRule = {
  id: "supabase-plan-shared",
  title: "Stacks in one organization of Supabase say one plan",
  why: "The plan belongs to the organization: a stack that says another one is billed, and limited, otherwise than it believes.",
  fix: "Say the organization's plan in each stack, or give the stack an organization of its own.",
  severity: "medium",
  topics: ["budget", "database"],
  references: [
    {
      standard: "Supabase documentation",
      clause: "About billing on Supabase",
      url: "https://supabase.com/docs/guides/platform/billing-on-supabase",
    },
  ],
  appliesTo: "stacks",
  options: z.strictObject({}),
  check: (own, others) => {
    const shared = databases(own).flatMap((database) =>
      others.flatMap((other) =>
        databases(other)
          .filter(({ organization }) => organization === database.organization)
          .map((there) => judge(database, there, other.stack)),
      ),
    );
    if (shared.length === 0) return notApplicable("no stack shares an organization with it");
    const differing = shared.filter(({ state }) => state === "fail");
    return differing.length > 0 ? differing : pass();
  },
};

interface Planned {
  component: DeclaredResource;
  organization: string;
  plan: string;
}

/** Databases whose organization and plan are known. */
function databases({ view }: Member): Planned[] {
  return view.ofType(tokens.database).flatMap((component) => {
    const organization = readText(component.inputs, ["organizationId"]);
    const plan = readText(component.inputs, ["plan"]);
    return organization !== undefined && plan !== undefined
      ? [{ component, organization, plan }]
      : [];
  });
}

function judge({ component, organization, plan }: Planned, there: Planned, stack: string): Answer {
  if (plan === there.plan) return pass({ urn: component.urn });
  return fail({
    urn: component.urn,
    property: "plan",
    input: "plan",
    found: plan,
    wanted: there.plan,
    message: `plan: found ${plan} in organization ${organization}, for which the stack ${stack} says ${there.plan}`,
  });
}
