import type { Decimal } from "decimal.js";
import type { CostInputs } from "../../../core/costs";
import type { Tier } from "../../../core/profile";
import type { DeclaredResource } from "../../../core/resource";
import type { PropertyMap, Value } from "../../../core/value";
import { costedStack } from "../../../cost/costed-stack";
import { estimate } from "../../../cost/estimate";
import type { Estimate } from "../../../cost/model";
import { providerTypes } from "../../../policies/lib/provider-types";
import { profile, resource } from "./stack";

/** Costs of a stack that counts nothing of what accounts are billed once, so that each resource costs what it costs. */
const inputs: CostInputs = {
  awsRegion: "us-east-1",
  share: 0,
  countedBy: "other",
  usage: {},
  resources: {},
};

/** A profile with this limit, the costs as above, and what else is said. */
export const limited = (
  monthlyUsd: Decimal | number,
  budget: PropertyMap = {},
  more: PropertyMap = {},
): DeclaredResource =>
  profile({
    budget: { monthlyUsd: Number(monthlyUsd), awsUsd: 60, owner: "finance", ...budget },
    costs: { ...inputs },
    ...more,
  });

/** The database, which costs by its size. */
export const sized = (instanceSize: Value): DeclaredResource =>
  resource(providerTypes.supabaseProject, "db", { region: "ca-central-1", instanceSize });

/** One that costs something on AWS: a key, by the month. */
export const awsKey = resource("aws:kms/key:Key", "key", { enableKeyRotation: false });

/** What these resources cost beside a profile that limits nothing. */
export const billOf = (...resources: DeclaredResource[]): Estimate => billIn("prod", ...resources);

export const billIn = (tier: Tier, ...resources: DeclaredResource[]): Estimate =>
  estimate(costedStack(tier, [limited(1e9, {}, { tier }), ...resources]));

export const cents = (usd: Decimal): Decimal => usd.toDecimalPlaces(2, 4);

export const waived = (rule: string): PropertyMap => ({
  waivers: [
    {
      rule,
      target: "profile",
      reason: "the launch month is paid by marketing",
      owner: "finance",
      expires: "2026-06-30",
    },
  ],
});
