import { groupBy } from "../core/group";
import type { DeclaredResource } from "../core/resource";
import type { Estimate } from "../cost/model";
import { countsOf, scoreOf } from "./counts";
import {
  type Report,
  type ReportVerdict,
  type ReportedFamily,
  type ReportedResult,
  type ReportedRule,
  type ReportedRun,
  reportVersion,
} from "./model";
import { byText } from "../core/order";
import type { PlacedResult } from "../core/placed-result";
import { type ReadRole, reportedAccess } from "./sections/access";
import { type ToldChange, reportedChanges } from "./sections/changes";
import { reportedControls } from "./sections/controls";
import { reportedCosts } from "./sections/costs";
import { reportedCoverage } from "./sections/coverage";
import { declared } from "./sections/declared";
import { type ReadRoute, reportedHeaders } from "./sections/headers";
import { reportedResidency } from "./sections/residency";
import { reportedResources } from "./sections/resources";
import { reportedResults } from "./sections/results";
import { type ListedWaiver, reportedWaivers } from "./sections/waivers";

// Requirement: COMP-02
/** What a run left, however it was made. */
export interface ReportInput {
  run: ReportedRun;
  resources: readonly DeclaredResource[];
  results: readonly PlacedResult[];
  /** Every rule that was judged. An answer of another one counts to the family `other`. */
  rules: readonly ReportedRule[];
  /** Those that can be read: what is wrong with others is a result. */
  waivers: readonly ListedWaiver[];
  costs?: Estimate;
  limitUsd?: number;
  /** What the engine changes, or changed. */
  changes?: readonly ToldChange[];
  /** Response headers by route, read from the resources as the rules read them. */
  headers?: readonly ReadRoute[];
  /** Rights of roles, read in the same way. */
  roles?: readonly ReadRole[];
}

/** The one report of a run, that every writer writes. Pure: the order of what it is given does not matter. */
export function buildReport(input: ReportInput): Report {
  const { run, resources, waivers, costs, limitUsd, changes, headers = [], roles = [] } = input;
  const stack = declared(resources);
  const families = new Map(input.rules.map(({ id, family }) => [id, family]));
  const results = reportedResults(input.results, (rule) => families.get(rule) ?? "other");
  const rules = input.rules.toSorted(
    byText(
      ({ family }) => family,
      ({ id }) => id,
    ),
  );
  return {
    version: reportVersion,
    run,
    verdict: verdictOf(run, results),
    counts: countsOf(results),
    families: reportedFamilies(results),
    rules,
    results,
    controls: reportedControls(rules, results),
    waivers: reportedWaivers(waivers, results, new Date(run.at)),
    resources: reportedResources(resources, results, costs),
    ...(costs && { costs: reportedCosts(costs, limitUsd) }),
    ...(changes && { changes: reportedChanges(changes) }),
    headers: reportedHeaders(headers),
    coverage: reportedCoverage(stack),
    residency: reportedResidency(stack),
    access: reportedAccess(stack, roles),
  };
}

function reportedFamilies(results: readonly ReportedResult[]): ReportedFamily[] {
  return [...groupBy(results, ({ family }) => family)]
    .map(([family, all]) => {
      const counts = countsOf(all);
      return { family, counts, score: scoreOf(counts) };
    })
    .sort(byText(({ family }) => family));
}

function verdictOf({ stopped }: ReportedRun, results: readonly ReportedResult[]): ReportVerdict {
  const open = results.filter(isOpen);
  if (open.some(({ level }) => level === "mandatory")) return "refused";
  if (stopped !== undefined) return "broken";
  return open.length > 0 ? "advice" : "clean";
}

/** What somebody has to do something about: failed, undecided or broken, and neither waived nor allowed. */
export function isOpen({
  state,
  waiver,
  allowed,
}: Pick<ReportedResult, "state" | "waiver" | "allowed">): boolean {
  return (state === "fail" || state === "unknown" || state === "error") && !waiver && !allowed;
}
