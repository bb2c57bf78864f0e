import { type Problem, UserError } from "../../../core/errors";
import type { Gap } from "../../../core/gap";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { isPropertyMap, type Value } from "../../../core/value";
import type { CostLine } from "../../../cost/model";
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
  /** Every line of the bill. */
  lines: readonly CostLine[];
  /** To what the stack costs now. */
  delta: Amounts;
  /** What the stack asks for and the vendor does not do. */
  gaps: readonly string[];
  /** What has no price with this vendor, and has one with another or is not there. */
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
  const { settings } = now.input;
  const compared: Comparison[] = [];
  for (const { axis, vendors } of choices) {
    const runs: Run[] = [];
    for (const vendor of vendors) {
      const isNow = nowOf(axis, settings).every((one) => one === vendor);
      const changes = [...set, ...changesFor(axis, vendor, settings)].map(changesOf);
      runs.push({ vendor, ran: isNow ? now : await tried(compiled, stack, changes) });
    }
    const shared = unpricedWithAll(runs);
    const options = runs.map((run) => optionOf(run, now, shared));
    compared.push({ stack, axis, now: nowOf(axis, settings), total: now.estimate.total, options });
  }
  return compared;
}

interface Run {
  vendor: string;
  ran: EstimatedStack | readonly Problem[];
}

async function tried(
  compiled: Compiled,
  stack: string,
  changes: Parameters<typeof estimatedStack>[2],
): Promise<Run["ran"]> {
  try {
    return await estimatedStack(compiled, stack, changes);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems;
  }
}

function optionOf({ vendor, ran }: Run, now: EstimatedStack, shared: Reasons): VendorOption {
  if (!("estimate" in ran)) return { vendor, problems: ran };
  const { total, lines } = ran.estimate;
  const own = [...reasonsOf(ran)].filter(([key]) => !shared.has(key));
  return {
    vendor,
    isNow: ran === now,
    ...{ total, lines },
    delta: minus(total, now.estimate.total),
    gaps: gapsIn(ran.costed.resources),
    notPriced: [...new Set(own.map(([, words]) => words))],
  };
}

/** What has no price, by the resource and the reason. */
type Reasons = ReadonlyMap<string, string>;

function reasonsOf({ estimate }: EstimatedStack): Reasons {
  return new Map(
    estimate.notPriced.map(({ resource, component, notPriced }) => [
      `${withoutStack(resource)} ${notPriced}`,
      `${component}: ${notPriced}`,
    ]),
  );
}

/** What no vendor changes says nothing about any. */
function unpricedWithAll(runs: readonly Run[]): Reasons {
  const [first, ...others] = runs.flatMap(({ ran }) => ("estimate" in ran ? [reasonsOf(ran)] : []));
  return new Map([...(first ?? [])].filter(([key]) => others.every((reasons) => reasons.has(key))));
}

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
