import { Decimal } from "decimal.js";
import { type ChecklyPlan, checklyPlans, defaultChecklyPlan } from "../../../catalogue/checkly";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import type { PricingContext } from "../../context";
import type { Charge } from "../../model";
import { type AccountPricer, freeOf, type Pricer, type Pricers } from "../../pricer";
import { remembered } from "../../remembered";
import { always } from "../../scenarios";
import { itemsAt, knowing, numberAt, textAt } from "../inputs";

const source = "https://www.checklyhq.com/docs/admin/usage/";
export const checkType = "checkly:index/check:Check";

/** Plan of the account, as the stack says it. */
const planOf = remembered((context: PricingContext): { plan: ChecklyPlan } => {
  const [said] = context.ofType(tokens.uptimeChecks).map((one) => textAt(one, "checkly.plan"));
  return { plan: checklyPlans.find((plan) => plan === said) ?? defaultChecklyPlan };
});

/** The plan, once for the account. */
export const checklyAccount: AccountPricer = {
  vendor: "checkly",
  what: "plan of Checkly",
  charges: (context): Charge[] => {
    if (context.ofType(checkType).length === 0) return [];
    return [{ sku: `checkly-detect-${planOf(context).plan}`, quantity: always(1) }];
  },
};

/** Of a month of 730 hours. */
const minutesAMonth = new Decimal(730 * 60);

/** Runs by the schedule, from each location; without a schedule in minutes, by the seconds of its offset. */
function runsOf(check: DeclaredResource): Decimal {
  const minutes = numberAt(check, "frequency") ?? 0;
  const seconds = numberAt(check, "frequencyOffset") ?? 60;
  const every = minutes === 0 ? new Decimal(seconds).div(60) : minutes;
  return minutesAMonth.div(every).times(Math.max(itemsAt(check, "locations").length, 1));
}

const units = { API: 10_000, BROWSER: 1_000 } as const;

/** Runs beyond those of the plan; Hobby stops. */
const check: Pricer = (resource, context) => {
  const { plan } = planOf(context);
  if (plan === "hobby") return [{ free: "Hobby stops when its runs are used up", source }];
  const kind = textAt(resource, "type") === "BROWSER" ? "BROWSER" : "API";
  const runs = runsOf(resource);
  const counted = `runs ${runs.toDecimalPlaces(0).toString()} times a month, retries left out`;
  return [
    {
      sku: `checkly-${kind.toLowerCase()}-overage${plan === "team" ? "" : `-${plan}`}`,
      quantity: always(runs.div(units[kind])),
      rests: [counted],
    },
  ];
};

export const checklyPricers: Pricers = {
  [checkType]: knowing(["type", "frequency", "frequencyOffset", "locations"], check),
  ...freeOf(
    ["checkly:index/checkGroup:CheckGroup", "checkly:index/alertChannel:AlertChannel"],
    "a setting of checks, in every plan; none sends SMS or calls",
    source,
  ),
};
