import { readFileSync } from "node:fs";
import path from "node:path";
import { UserError } from "../../core/errors";
import { version } from "../../package.json";
import {
  type Manifest,
  listedFile,
  manifestName,
  signatureName,
  writeManifest,
} from "../../report/manifest";
import { type Report, reportVersion } from "../../report/model";
import { type ReportFile, writeFolder } from "./folder";
import { type ReportFormatName, reportFormatNames, reportFormats } from "./formats";
import { sign } from "./signature";

export interface WriteOptions {
  /** Folder of the project: its files are the inputs that the manifest lists. */
  root: string;
  formats?: readonly ReportFormatName[];
  /** An earlier report of the stack, to tell what is new. */
  base?: Report;
  /** File of an OpenSSH private key. */
  sign?: string;
}

/** Writes a report's files and their manifest into a folder. Answers the names of the files. */
export async function writeReport(
  folder: string,
  report: Report,
  options: WriteOptions,
): Promise<string[]> {
  const { root, formats = reportFormatNames, base, sign: key } = options;
  const files = await Promise.all(
    reportFormatNames
      .filter((name) => formats.includes(name))
      .map(async (name): Promise<ReportFile> => {
        const { file, load } = reportFormats[name];
        return { name: file, content: (await load())(report, base) };
      }),
  );
  const content = manifestOf(report, files, root);
  const manifest: ReportFile = { name: manifestName, content };
  const signatures = key === undefined ? [] : [await signatureOf(content, key)];
  const all = [...files, manifest, ...signatures];
  writeFolder(folder, all);
  return all.map(({ name }) => name);
}

function manifestOf({ run }: Report, files: readonly ReportFile[], root: string): string {
  const { project, stack, at } = run;
  return writeManifest({
    version: 1,
    project,
    stack,
    at,
    groundwork: version,
    files: files.map((file) => listedFile(file.name, file.content)),
    inputs: inputsIn(root, ["Pulumi.yaml", `Pulumi.${stack}.yaml`, "package-lock.json"]),
  });
}

/** Those that are there: the report of a state may be written far from the program. */
function inputsIn(root: string, names: readonly string[]): Manifest["inputs"] {
  return names.flatMap((name) => {
    try {
      return [listedFile(name, readFileSync(path.join(root, name)))];
    } catch {
      return [];
    }
  });
}

async function signatureOf(content: string, key: string): Promise<ReportFile> {
  try {
    return { name: signatureName, content: await sign(content, key) };
  } catch (error) {
    const found = `the report cannot be signed: ${(error as Error).message}`;
    const fix = "name an OpenSSH private key with --sign, and have ssh-keygen installed";
    throw new UserError([{ where: { file: key }, found, fix }], 2);
  }
}

/** Reads an earlier report to compare with. */
export function readReport(file: string): Report {
  const why = (found: string) => {
    const fix = "name the report.json of an earlier report with --base";
    return new UserError(
      [{ where: { file }, found: `no report to compare with: ${found}`, fix }],
      2,
    );
  };
  const read = parsed(file, why);
  if (isReport(read)) return read;
  throw why(`it holds no results of a report of version ${reportVersion}`);
}

function parsed(file: string, why: (found: string) => UserError): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw why((error as Error).message);
  }
}

/** By what a comparison reads of it. */
function isReport(read: unknown): read is Report {
  const { version, results } = (read ?? {}) as Partial<Report>;
  return version === reportVersion && Array.isArray(results);
}
