import { readFileSync } from "node:fs";
import path from "node:path";
import { UserError } from "../../core/errors";
import { parseUrn } from "../../core/urn";
import { version } from "../../package.json";
import {
  type Manifest,
  listedFile,
  manifestName,
  signatureName,
  writeManifest,
} from "../../report/manifest";
import type { Report } from "../../report/model";
import { type Context, type ExitCode, projectOf } from "../context";
import { installedPack } from "../pack";
import { programBundle } from "../program-bundle";
import { commitOf } from "../reports/commit";
import { type ReportFile, writeFolder } from "../reports/folder";
import { type ReportFormatName, reportFormatNames, reportFormats } from "../reports/formats";
import { reportOfCheck } from "../reports/from-check";
import { sign } from "../reports/signature";
import { judgeResults } from "../verdict";
import { problemsText } from "../view/problems";
import { say } from "../view/say";
import { countsText } from "../view/results";
import { type StackCheck, checkStack, compareChecks, worst } from "./check";

export interface ReportFlags {
  out: string;
  formats: readonly ReportFormatName[];
  /** An earlier `report.json` of the stack, to tell what is new. */
  base?: string;
  /** File of an OpenSSH private key. */
  sign?: string;
}

interface Written {
  stack: string;
  folder: string;
  files: readonly string[];
  report: Report;
}

/** Checks stacks and writes for each a folder with its report. Answers as `check` does. */
export async function report(
  context: Context,
  named: string,
  flags: ReportFlags,
): Promise<ExitCode> {
  const project = projectOf(context);
  const stacks = named === "all" ? project.stacks : [named];
  const progress = context.terminal.progress(`report ${stacks.join(", ")}`);
  const program = await programBundle(context, project);
  const checks: StackCheck[] = [];
  for (const stack of stacks) checks.push(await checkStack(context, { project, program }, stack));
  const between = compareChecks(context, checks);
  const commit = await commitOf(project.root);
  const [at, pack] = [context.clock(), installedPack(context).name];
  const written: Written[] = [];
  for (const check of checks.filter(({ error }) => !error)) {
    const { stack } = check;
    progress.update(`report ${stack}`);
    const theirs = between.filter(({ urn }) => parseUrn(urn).stack === stack);
    const made = reportOfCheck({
      project,
      check,
      pack,
      between: theirs,
      at,
      ...(commit && { commit }),
    });
    const inputs = ["Pulumi.yaml", `Pulumi.${stack}.yaml`, "package-lock.json"];
    const files = await filesOf(made, { ...flags, inputs: inputsOf(project.root, inputs) });
    const folder = path.resolve(context.cwd, flags.out, stack);
    writeFolder(folder, files);
    written.push({ stack, folder, files: files.map(({ name }) => name), report: made });
  }
  const exitCode = worst([...checks, { exitCode: judgeResults(between).exitCode }]);
  progress.done(`report ${stacks.join(", ")}`);
  say(context, wordsOf(written, checks), { stacks: written.map(jsonOf) });
  return exitCode;
}

async function filesOf(
  made: Report,
  { formats, base, sign: key, inputs }: ReportFlags & { inputs: Manifest["inputs"] },
): Promise<ReportFile[]> {
  const before = base === undefined ? undefined : readBase(base);
  const files = await Promise.all(
    reportFormatNames
      .filter((name) => formats.includes(name))
      .map(async (name) => {
        const { file, load } = reportFormats[name];
        return { name: file, content: (await load())(made, before) };
      }),
  );
  const { project, stack, at } = made.run;
  const content = writeManifest({
    version: 1,
    project,
    stack,
    at,
    groundwork: version,
    files: files.map((file) => listedFile(file.name, file.content)),
    inputs,
  });
  const signed =
    key === undefined ? [] : [{ name: signatureName, content: await signedBy(key, content) }];
  return [...files, { name: manifestName, content }, ...signed];
}

async function signedBy(key: string, content: string): Promise<string> {
  try {
    return await sign(content, key);
  } catch (error) {
    const found = `the report cannot be signed: ${(error as Error).message}`;
    const fix = "name an OpenSSH private key with --sign, and have ssh-keygen installed";
    throw new UserError([{ where: { file: key }, found, fix }], 2);
  }
}

function inputsOf(root: string, names: readonly string[]): Manifest["inputs"] {
  return names.flatMap((name) => {
    try {
      return [listedFile(name, readFileSync(path.join(root, name)))];
    } catch {
      return [];
    }
  });
}

function readBase(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch (error) {
    const found = `no report to compare with: ${(error as Error).message}`;
    const fix = "name the report.json of an earlier report with --base";
    throw new UserError([{ where: { file }, found, fix }], 2);
  }
}

function wordsOf(written: readonly Written[], checks: readonly StackCheck[]): string {
  const broken = checks.flatMap(({ stack, error }) =>
    error ? [`${stack}  could not be judged\n${problemsText(error.problems)}`] : [],
  );
  const told = written.map(({ stack, folder, files, report: { results, verdict } }) => {
    const counts = countsText(results.map((one) => ({ ...one, urn: one.target.urn })));
    return `${stack}  ${verdict}: ${counts}\n    ${folder}: ${files.join(", ")}`;
  });
  return [...told, ...broken].join("\n");
}

function jsonOf({ stack, folder, files, report: { verdict, counts } }: Written) {
  return { stack, folder, files, verdict, counts };
}
