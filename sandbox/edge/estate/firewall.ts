import { type StoredMap } from "../../ledger/record";
import { isOn, mapIn, mapsIn, numberIn, textIn } from "./fields";

/** What a rule of the firewall looks at: conditions of one group all hold, of several groups one. */
export interface Condition {
  /** `path`, `method`, `host`, `ip_address`, `header` … */
  type: string;
  /** `eq`, `neq`, `pre`, `suf`, `sub`, `re`, `ex`, `nex`, `inc`, `ninc`. */
  op: string;
  key: string | undefined;
  value: string;
}

/** A rule of the firewall that acts on a request, or on too many of them. */
export interface Limit {
  name: string;
  /** `deny`, `challenge`, `log`, `rate_limit` … */
  action: string;
  groups: Condition[][];
  /** Of a rate limit: so many requests in so many seconds, and then what. */
  rate: { limit: number; seconds: number; action: string } | undefined;
}

/** The rules of a project's firewall that are on, in their order. */
export function limitsOf(config: StoredMap): Limit[] {
  if (!isOn(config, "enabled")) return [];
  return mapsIn(mapIn(config, "rules"), "rules")
    .filter((rule) => rule["active"] !== false)
    .map(limitOf);
}

function limitOf(rule: StoredMap): Limit {
  const action = mapIn(rule, "action");
  const rate = mapIn(action, "rateLimit");
  const limit = numberIn(rate, "limit");
  return {
    name: textIn(rule, "name") ?? "",
    action: textIn(action, "action") ?? "log",
    groups: mapsIn(rule, "conditionGroups").map((group) =>
      mapsIn(group, "conditions").map((condition) => ({
        type: textIn(condition, "type") ?? "",
        op: textIn(condition, "op") ?? "eq",
        key: textIn(condition, "key"),
        value: textIn(condition, "value") ?? "",
      })),
    ),
    rate:
      limit === undefined
        ? undefined
        : {
            limit,
            seconds: numberIn(rate, "window") ?? 60,
            action: textIn(rate, "action") ?? "rate_limit",
          },
  };
}
