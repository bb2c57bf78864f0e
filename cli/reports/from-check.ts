import path from "node:path";
import { costedStack } from "../../cost/costed-stack";
import { estimate } from "../../cost/estimate";
import { version } from "../../package.json";
import { readProfile } from "../../policies/profile";
import { stackView } from "../../policies/stack-view";
import { buildReport } from "../../report/build";
import type { Report } from "../../report/model";
import type { StackCheck } from "../commands/check";
import type { Project } from "../project";
import type { PlacedResult } from "../view/results";
import { reportedRules } from "./rules";
import { readableWaivers } from "./waivers";

export interface CheckedStack {
  project: Project;
  check: StackCheck;
  /** Name of the policy pack. */
  pack: string;
  /** What is wrong between this stack and others. */
  between: readonly PlacedResult[];
  at: Date;
  commit?: string;
}

/** The report of a stack that was checked, with its costs. */
export function reportOfCheck({ project, check, pack, between, at, commit }: CheckedStack): Report {
  const { stack, resources, results } = check;
  const { settings } = readProfile(stackView(resources, stack), stack);
  const { tier, owner, waivers, budget } = settings;
  return buildReport({
    run: {
      project: project.name,
      stack,
      tier,
      owner,
      origin: "check",
      at: at.toISOString(),
      ...(commit !== undefined && { commit }),
      pack: { name: pack, version },
    },
    resources,
    results: [...results, ...between].map((result) => besideProject(result, project.root)),
    rules: reportedRules(),
    waivers: readableWaivers(waivers),
    costs: estimate(costedStack(stack, resources)),
    ...(budget && { limitUsd: budget.monthlyUsd }),
  });
}

/** Places relative to the project, in the spelling of URLs: the same on every machine. */
function besideProject(result: PlacedResult, root: string): PlacedResult {
  const { place, source } = result;
  return {
    ...result,
    ...(place?.file && { place: { ...place, file: relative(place.file, root) } }),
    ...(source && { source: { ...source, file: relative(source.file, root) } }),
  };
}

function relative(file: string, root: string): string {
  return path.relative(root, path.resolve(root, file)).split(path.sep).join("/");
}
