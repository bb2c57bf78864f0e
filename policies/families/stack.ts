import type { Rule } from "../rule";
import { floorsNotLoosened } from "../rules/stack/floors-not-loosened";
import { ruleOptionsKnown } from "../rules/stack/rule-options-known";
import { stackProfileOnce } from "../rules/stack/stack-profile-once";
import { stackProfileReadable } from "../rules/stack/stack-profile-readable";
import { tierHonest } from "../rules/stack/tier-honest";
import { waiverMatches } from "../rules/stack/waiver-matches";
import { waiverNotEnding } from "../rules/stack/waiver-not-ending";
import { waiverNotExpired } from "../rules/stack/waiver-not-expired";
import { waiverOwnerKnown } from "../rules/stack/waiver-owner-known";
import { waiverRuleKnown } from "../rules/stack/waiver-rule-known";
import { waiverRuleWaivable } from "../rules/stack/waiver-rule-waivable";
import { waiverTargetNarrow } from "../rules/stack/waiver-target-narrow";
import { waiverWellFormed } from "../rules/stack/waiver-well-formed";
import { waiverWithinMax } from "../rules/stack/waiver-within-max";

export const stackRules = [
  floorsNotLoosened,
  ruleOptionsKnown,
  stackProfileOnce,
  stackProfileReadable,
  tierHonest,
  waiverMatches,
  waiverNotEnding,
  waiverNotExpired,
  waiverOwnerKnown,
  waiverRuleKnown,
  waiverRuleWaivable,
  waiverTargetNarrow,
  waiverWellFormed,
  waiverWithinMax,
] as const satisfies readonly Rule[];
