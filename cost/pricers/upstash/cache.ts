import { tokens } from "../../../core/tokens";
import type { PricingContext } from "../../context";
import type { Charge } from "../../model";
import type { Pricer, Pricers } from "../../pricer";
import { mapAmounts } from "../../scenarios";
import { knowing, textAt } from "../inputs";

/** KB of a GB, as commands of 1 KB are sent. */
const kbPerGb = 1_000_000;

// Requirement: CAP-06
/** A cache that somebody else runs, by what its provider publishes; that of AWS is paid by its own resources. */
const cache: Pricer = (resource, context) => {
  if (textAt(resource, "vendor") !== "external") return [];
  if (textAt(resource, "external.provider") === "upstash") return upstash(context);
  const host = textAt(resource, "external.host") ?? "its host";
  return [{ notPriced: `who runs ${host} is not said: name it as external.provider` }];
};

function upstash(context: PricingContext): Charge[] {
  const commands = context.total("cache.commands");
  const plan = "the database is on the plan Pay as you go, in one region";
  return [
    {
      sku: "upstash-redis-payg",
      quantity: mapAmounts(commands, (count) => count.div(100_000)),
      rests: ["cache.commands", plan],
    },
    {
      sku: "upstash-redis-storage",
      quantity: context.total("cache.dataGb"),
      rests: ["cache.dataGb", plan],
    },
    {
      sku: "upstash-redis-bandwidth",
      quantity: mapAmounts(commands, (count) => count.div(kbPerGb)),
      rests: ["cache.commands", "a command sends 1 KB"],
    },
  ];
}

export const upstashPricers: Pricers = {
  [tokens.cache]: knowing(["vendor", "external.provider"], cache),
};
