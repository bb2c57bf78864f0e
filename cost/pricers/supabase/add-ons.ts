import type { PricingContext } from "../../context";
import type { Pricer, Pricers } from "../../pricer";
import { remembered } from "../../remembered";
import { always, mapAmounts } from "../../scenarios";
import { firstByUrn } from "../first";
import { knowing, textAt } from "../inputs";
import { phoneFactor } from "./phone-factor";
import { computeOf, diskOf, hours, metered } from "./project";
import { onPaidPlans, projectOf } from "./projects";

const settingsType = "supabase:index/settings:Settings";

const variants: Readonly<Record<string, string>> = {
  pitr_7: "supabase-pitr-7",
  pitr_14: "supabase-pitr-14",
  pitr_28: "supabase-pitr-28",
};

const recovery: Pricer = (resource) => {
  const variant = textAt(resource, "variant") ?? "";
  const sku = Object.hasOwn(variants, variant) ? variants[variant] : undefined;
  if (sku === undefined) return [{ notPriced: `recovery ${variant}: no list price is published` }];
  return [{ sku, quantity: always(hours) }];
};

/** Compute of the primary's size, and 1.25 times its disk, none of it free. */
const readReplica: Pricer = (resource, context) => {
  const primary = projectOf(resource, context);
  if (!primary) return [{ notPriced: "the project that it copies is declared elsewhere" }];
  return [
    computeOf(primary, "supabase-replica-compute"),
    {
      sku: "supabase-replica-disk-gp3",
      quantity: mapAmounts(diskOf(primary, context), (gb) => gb.times("1.25")),
      rests: ["database.diskGb"],
    },
  ];
};

const customHostname: Pricer = () => [{ sku: "supabase-custom-domain", quantity: always(1) }];

/** Micro compute, for as long as it is declared. */
const branch: Pricer = () => [{ sku: "supabase-branch-hour", quantity: always(hours) }];

const edgeFunction: Pricer = (resource, context) => [
  metered(
    {
      sku: "supabase-edge-functions",
      meter: "database.functionInvocations",
      per: 1_000_000,
    },
    resource,
    context,
  ),
];

const thirdPartyAuth: Pricer = (resource, context) => [
  metered(
    { sku: "supabase-mau-third-party", meter: "database.thirdPartyUsers" },
    resource,
    context,
  ),
];

/** Of the settings that turn on the second factor by phone: the first costs more than the others. */
const firstWithPhoneFactor = remembered((context: PricingContext) => ({
  settings: firstByUrn(
    context.ofType(settingsType).filter((one) => phoneFactor(one, context) === "on"),
  ),
}));

const settings: Pricer = (resource, context) => {
  switch (phoneFactor(resource, context)) {
    case "unknown":
      return [{ notPriced: "auth is not known before the update: a second factor by phone costs" }];
    case "off":
      return [
        {
          free: "settings of a project; no second factor by phone, which would cost",
          source: "https://supabase.com/docs/guides/platform/manage-your-usage/advanced-mfa-phone",
        },
      ];
    case "on": {
      const isFirst = firstWithPhoneFactor(context).settings === resource;
      const sku = isFirst ? "supabase-mfa-phone-first" : "supabase-mfa-phone-additional";
      return [{ sku, quantity: always(1) }];
    }
  }
};

export const supabaseAddOns: Pricers = {
  "supabase-admin:index/pitrAddon:PitrAddon": onPaidPlans(knowing(["variant"], recovery)),
  "supabase-admin:index/readReplica:ReadReplica": onPaidPlans(readReplica),
  "supabase-admin:index/customHostname:CustomHostname": onPaidPlans(customHostname),
  "supabase:index/branch:Branch": onPaidPlans(branch),
  "supabase:index/edgeFunction:EdgeFunction": onPaidPlans(edgeFunction),
  "supabase:index/thirdPartyAuth:ThirdPartyAuth": onPaidPlans(thirdPartyAuth),
  [settingsType]: onPaidPlans(settings),
};
