import type { CostInputs, UsageFigure } from "../../core/costs";
import type { CostsSection } from "../sections/costs";
import type { SharedSection } from "../sections/shared";
import type { StackSection } from "../sections/stack";

/** The sections that say it. */
interface CostSections {
  stack: StackSection;
  shared?: SharedSection | undefined;
  costs?: CostsSection | undefined;
}

/** What a stack's settings rest on besides its own sections. */
export interface Surroundings {
  /** The stack's name; that of its tier where nobody says it. */
  stack?: string | undefined;
  /** `aws:region` of its configuration. */
  awsRegion?: string | undefined;
}

/** AWS's oldest region, and the one whose prices are known best: what is estimated where no region is set. */
const assumedRegion = "us-east-1";

/**
 * By what the stack's costs are estimated. Of several stacks exactly one counts what accounts are billed once: the one
 * that declares what they share, and where none is named, the one of tier prod.
 */
export function costInputs(
  { stack: { tier }, shared, costs = {} }: CostSections,
  { stack = tier, awsRegion }: Surroundings,
): CostInputs {
  const counts = shared?.owner === undefined ? tier === "prod" : stack === shared.owner;
  const share = costs.share ?? (counts ? 1 : 0);
  return {
    awsRegion: awsRegion || assumedRegion,
    share,
    countedBy: share === 1 ? stack : (shared?.owner ?? "prod"),
    usage: byMeter(costs.usage ?? {}),
    resources: costs.resources ?? {},
  };
}

/** `{ hosting: { requests: 1 } }` → `{ "hosting.requests": 1 }` */
function byMeter(
  rooms: Readonly<Record<string, Readonly<Record<string, UsageFigure | undefined>> | undefined>>,
): Record<string, UsageFigure> {
  const figures = Object.entries(rooms).flatMap(([room, named = {}]) =>
    Object.entries(named).flatMap(([name, figure]) =>
      figure === undefined ? [] : [[`${room}.${name}`, figure] as const],
    ),
  );
  return Object.fromEntries(figures);
}
