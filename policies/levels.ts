import type { Level } from "../core/finding";
import { type Tier, tiers } from "../core/profile";
import { changeRules } from "./change-rules";

interface AdvisoryRow {
  rule: string;
  tiers: readonly Tier[];
  why: string;
}

/** Every rule is mandatory on every tier, but for these rows. */
export const advisoryRows: readonly AdvisoryRow[] = [
  ...[
    "aws-estimate-within-share",
    "estimate-priced",
    "estimate-within-budget",
    "high-estimate-bounded",
  ].map((rule) => ({
    rule,
    tiers: ["dev"] as const,
    why: "what dev costs is small, and whoever tries something out shall see its price, not be stopped by it",
  })),
  {
    rule: "csp-no-unsafe",
    tiers: ["dev"],
    why: "the host's toolbar and the overlays of development builds run inline and evaluated code",
  },
  ...changeRules.map(({ id }) => ({
    rule: id,
    tiers: ["dev"] as const,
    why: "a dev stack is there to be changed, and holds nobody's data",
  })),
  {
    rule: "estimate-warns",
    tiers,
    why: "the limit still holds, and is told of while there is time",
  },
  {
    rule: "failover-pair-complete",
    tiers: ["dev", "staging"],
    why: "a host that no user visits may be down until somebody mends it",
  },
  {
    rule: "host-gaps-accepted",
    tiers: ["dev"],
    why: "a host is tried out in dev first, and what it cannot do shall be seen there, not stop it",
  },
  {
    rule: "prices-fresh",
    tiers,
    why: "an old price is most often still right, and no stack can mend it by itself",
  },
  {
    rule: "public-host-checked",
    tiers: ["dev"],
    why: "nobody is called at night for a dev host",
  },
  {
    rule: "readiness-fresh",
    tiers,
    why: "a date that passes by itself stops no update, which may be an urgent one",
  },
  {
    rule: "state-export-scheduled",
    tiers: ["dev"],
    why: "what dev's state knows can be made again from the program",
  },
  {
    rule: "types-judged",
    tiers,
    why: "what no rule knows is no mistake: it is for people to look at",
  },
  {
    rule: "waiver-not-ending",
    tiers,
    why: "the waiver still holds, and its last day shall surprise nobody",
  },
  {
    rule: "web-vitals-measured",
    tiers,
    why: "pages may be measured by a tool that no stack declares",
  },
];

const advisory = new Set(
  advisoryRows.flatMap(({ rule, tiers }) => tiers.map((t) => `${t} ${rule}`)),
);

/** What a rule does to a run on a tier. */
export function levelOf(rule: string, tier: Tier): Level {
  return advisory.has(`${tier} ${rule}`) ? "advisory" : "mandatory";
}
