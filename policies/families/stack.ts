import type { Rule } from "../rule";
import { floorsNotLoosened } from "../rules/stack/floors-not-loosened";
import { ruleOptionsKnown } from "../rules/stack/rule-options-known";
import { stackProfileOnce } from "../rules/stack/stack-profile-once";
import { stackProfileReadable } from "../rules/stack/stack-profile-readable";
import { tierHonest } from "../rules/stack/tier-honest";
import { waiverMatches } from "../rules/stack/waiver-matches";
import { waiverNotExpired } from "../rules/stack/waiver-not-expired";
import { waiverRuleKnown } from "../rules/stack/waiver-rule-known";
import { waiverWellFormed } from "../rules/stack/waiver-well-formed";

export const stackRules = [
  floorsNotLoosened,
  ruleOptionsKnown,
  stackProfileOnce,
  stackProfileReadable,
  tierHonest,
  waiverMatches,
  waiverNotExpired,
  waiverRuleKnown,
  waiverWellFormed,
] as const satisfies readonly Rule[];
