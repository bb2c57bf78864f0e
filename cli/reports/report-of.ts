import path from "node:path";
import { withoutSecrets } from "../../core/open-inputs";
import type { DeclaredResource } from "../../core/resource";
import { costedStack } from "../../cost/costed-stack";
import { estimate } from "../../cost/estimate";
import { version } from "../../package.json";
import { readProfile } from "../../policies/profile";
import { stackView } from "../../policies/stack-view";
import { type ReportInput, buildReport } from "../../report/build";
import type { Report, ReportedRun } from "../../report/model";
import type { Project } from "../project";
import type { PlacedResult } from "../../core/placed-result";
import { roleRights } from "./role-rights";
import { routeHeaders } from "./route-headers";
import { reportedRules } from "./rules";
import { readableWaivers } from "./waivers";

/** What a run left, whoever ran it. */
export interface JudgedStack extends Pick<ReportInput, "changes"> {
  project: Pick<Project, "name" | "root">;
  stack: string;
  resources: readonly DeclaredResource[];
  results: readonly PlacedResult[];
  /** Name of the policy pack. */
  pack: string;
  at: Date;
  run: Pick<ReportedRun, "origin" | "commit" | "engine" | "digest" | "stopped">;
}

/** The report of a stack, with what it costs and by what it was judged as its own profile says. */
export function reportOf(judged: JudgedStack): Report {
  const { project, stack, resources, results, pack, at, run, changes } = judged;
  const view = stackView(resources.map(withoutSecrets), stack);
  const { settings } = readProfile(view, stack);
  const { tier, owner, waivers, budget } = settings;
  return buildReport({
    run: {
      project: project.name,
      stack,
      tier,
      owner,
      ...run,
      at: at.toISOString(),
      pack: { name: pack, version },
    },
    resources,
    results: results.map((result) => besideProject(result, project.root)),
    rules: reportedRules(),
    waivers: readableWaivers(waivers),
    costs: estimate(costedStack(stack, resources)),
    ...(budget && { limitUsd: budget.monthlyUsd }),
    ...(changes && { changes }),
    headers: routeHeaders(view),
    roles: roleRights(view),
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
