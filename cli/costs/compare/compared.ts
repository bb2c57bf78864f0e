import { type Problem, UserError } from "../../../core/errors";
import type { Gap } from "../../../core/gap";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { isPropertyMap, type Value } from "../../../core/value";
import type { Amounts } from "../../../cost/scenarios";
import { type EstimatedStack, estimatedStack } from "../estimated";
import { withoutStack } from "../difference";
import { minus } from "../money";
import { changesOf } from "../what-if";
import { type AxisName, changesFor, type Choice, nowOf } from "./axes";

/** One stack, with one vendor after the other in one place. */
export interface Comparison {
  stack: string;
  axis: AxisName;
  /** Who does it now, and what the stack costs with them. */
  now: readonly string[];
  total: Amounts;
  options: readonly VendorOption[];
}

/** What the whole stack would come to with a vendor, or why the stack file does not allow it. */
export type VendorOption = PricedOption | RefusedOption;

export interface PricedOption {
  vendor: string;
  /** Whether it is so now. */
  isNow: boolean;
  total: Amounts;
  /** To what the stack costs now. */
  delta: Amounts;
  /** What the stack asks for and the vendor does not do. */
  gaps: readonly string[];
  /** What has no price with this vendor, and has one now or is not there. */
  notPriced: readonly string[];
}

export interface RefusedOption {
  vendor: string;
  problems: readonly Problem[];
}

export function isRefused(option: VendorOption): option is RefusedOption {
  return "problems" in option;
}

export function isPriced(option: VendorOption): option is PricedOption {
  return !isRefused(option);
}

type Compiled = Parameters<typeof estimatedStack>[0];

/** Runs the program once for each vendor, with that one setting changed. `set` are settings that hold for all. */
export async function comparisons(
  compiled: Compiled,
  stack: string,
  { choices, set }: { choices: readonly Choice[]; set: readonly string[] },
): Promise<Comparison[]> {
  const now = await estimatedStack(compiled, stack, set.map(changesOf));
  const compared: Comparison[] = [];
  for (const { axis, vendors } of choices) {
    const { settings } = now.input;
    const options: VendorOption[] = [];
    for (const vendor of vendors) {
      const isNow = nowOf(axis, settings).every((one) => one === vendor);
      const changes = [...set, ...changesFor(axis, vendor, settings)].map(changesOf);
      const run = isNow
        ? () => Promise.resolve(now)
        : () => estimatedStack(compiled, stack, changes);
      options.push(await optionOf(vendor, now, run));
    }
    compared.push({ stack, axis, now: nowOf(axis, settings), total: now.estimate.total, options });
  }
  return compared;
}

async function optionOf(
  vendor: string,
  now: EstimatedStack,
  run: () => Promise<EstimatedStack>,
): Promise<VendorOption> {
  try {
    const then = await run();
    return {
      vendor,
      isNow: then === now,
      total: then.estimate.total,
      delta: minus(then.estimate.total, now.estimate.total),
      gaps: gapsIn(then.costed.resources),
      notPriced: newlyUnpriced(now, then),
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { vendor, problems: error.problems };
  }
}

function newlyUnpriced(now: EstimatedStack, then: EstimatedStack): string[] {
  const known = new Set(
    now === then ? [] : now.estimate.notPriced.map((one) => keyOf(one.resource, one.notPriced)),
  );
  const further = then.estimate.notPriced.filter(
    (one) => !known.has(keyOf(one.resource, one.notPriced)),
  );
  return [...new Set(further.map(({ component, notPriced }) => `${component}: ${notPriced}`))];
}

const keyOf = (resource: string, reason: string) => `${withoutStack(resource)} ${reason}`;

// Requirement: CONF-02
/** Gaps of the site and of all services, by what is missing: `rolling-release`. */
export function gapsIn(resources: readonly DeclaredResource[]): string[] {
  return resources.flatMap(({ type, inputs }) => {
    if (type === tokens.hostedSite) return capabilities(inputs["gaps"]);
    if (type !== tokens.containerService || !isPropertyMap(inputs["services"])) return [];
    return Object.values(inputs["services"]).flatMap((service) =>
      isPropertyMap(service) ? capabilities(service["gaps"]) : [],
    );
  });
}

const capabilityKey = "capability" satisfies keyof Gap;

function capabilities(gaps: Value | undefined): string[] {
  if (!Array.isArray(gaps)) return [];
  return (gaps as readonly Value[]).flatMap((gap) =>
    isPropertyMap(gap) && typeof gap[capabilityKey] === "string" ? [gap[capabilityKey]] : [],
  );
}
