import type { Pricer, Pricers } from "../../pricer";
import { always } from "../../scenarios";
import { isPropertyMap } from "../../../core/value";
import { notKnown, valueAt } from "../inputs";
import { onPro } from "./by-plan";
import { type Metered, meteredCharges } from "./metered";

export const drainTypes = ["vercel:index/logDrain:LogDrain", "vercel:index/traceDrain:TraceDrain"];

export const drainMeter: Metered = { sku: "vercel-drains", meter: "hosting.drainGb" };

/** By what is sent; how much is sampled is part of the meter. */
const drain: Pricer = (resource, context) => [
  {
    sku: drainMeter.sku,
    quantity: context.used(drainMeter.meter, resource, context.ofTypes(drainTypes)),
    rests: [drainMeter.meter],
  },
];

export const edgeConfigMeters: readonly Metered[] = [
  { sku: "vercel-edge-config-reads", meter: "hosting.edgeConfigReads", per: 1_000_000 },
  { sku: "vercel-edge-config-writes", meter: "hosting.edgeConfigWrites", per: 500 },
];

const edgeConfig: Pricer = (resource, context) =>
  meteredCharges(edgeConfigMeters, resource, context);

/** Free but for sign-in by SAML. */
const teamConfig: Pricer = (resource) => {
  const unknown = notKnown(resource, ["saml"]);
  if (unknown) return unknown;
  if (isPropertyMap(valueAt(resource, "saml"))) {
    return [{ sku: "vercel-saml-sso", quantity: always(1) }];
  }
  return [{ free: "settings of the team", source: "https://vercel.com/docs/plans/pro-plan" }];
};

export const vercelAddOns: Pricers = {
  ...Object.fromEntries(drainTypes.map((type) => [type, onPro(drain)])),
  "vercel:index/edgeConfig:EdgeConfig": onPro(edgeConfig),
  "vercel:index/teamConfig:TeamConfig": onPro(teamConfig),
};
