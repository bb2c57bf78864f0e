import { describe, expect, it } from "vitest";
import { programBundle } from "../../../cli/program-bundle";
import { findProject } from "../../../cli/project";
import { reportOf } from "../../../cli/reports/report-of";
import { reportFormatNames, reportFormats } from "../../../cli/reports/formats";
import { readStackInput } from "../../../cli/stack-input";
import { runProgram } from "../../../offline/program";
import { run as runRules } from "../../../policies/run";
import type { Report } from "../../../report/model";
import { reportSchema } from "../../../report/schema";
import { leaksIn } from "../../support/secret-scan";
import { packageRoot, spokenContext } from "../support";

const project = findProject(packageRoot);
const { context } = spokenContext();
const registry = "groundwork:secrets";

/** What every encoding has to escape, behind the name, so that each is unlike the others. */
const valueOf = (name: string) => `${name}"c\\d e&f=g?h/ü~~~>>>???9`;

/** A stack, run with secrets that can be recognised in place of the texts that stand for them. */
async function reported(stack: string) {
  const { file } = readStackInput(project, stack);
  const names = Object.keys(JSON.parse(file.config[registry] ?? "{}") as object);
  const secrets = Object.fromEntries(names.map((name) => [name, valueOf(name)]));
  const resources = await runProgram({
    project: project.name,
    stack,
    config: { ...file.config, [registry]: JSON.stringify(secrets) },
    secretKeys: file.secretKeys,
    projectDir: project.root,
    program: await programBundle(context, project),
  });
  const report = reportOf({
    project,
    stack,
    resources,
    results: runRules({ resources, stack, clock: context.clock() }),
    pack: "groundwork",
    at: context.clock(),
    run: { origin: "check" },
  });
  return { report, secrets, resources };
}

async function written(report: Report): Promise<Record<string, string>> {
  const files = reportFormatNames.map(async (name) => {
    const { file, load } = reportFormats[name];
    return [file, (await load())(report, report)] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

// Requirement: SECR-07
describe("a report of a stack whose secrets are set", () => {
  it.each(project.stacks)(
    "shows none of them in any file, and is as its schema says: %s",
    async (stack) => {
      const { report, secrets, resources } = await reported(stack);
      // They are there to be found: the program hands them to its resources.
      expect(leaksIn({ declared: JSON.stringify(resources) }, secrets)).not.toEqual([]);
      const files = await written(report);
      expect(Object.keys(files)).toHaveLength(reportFormatNames.length);
      expect(leaksIn(files, secrets)).toEqual([]);
      const json = JSON.parse(files["report.json"] ?? "") as unknown;
      expect(reportSchema.parse(json)).toEqual(json);
    },
  );
});
