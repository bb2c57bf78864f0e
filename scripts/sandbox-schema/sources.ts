import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import type { SdkPackage } from "./packages";

/** A module of an SDK: its declarations, and the code in which secrets and tokens stand. */
export interface SdkModule {
  /** Folder inside the SDK (`s3`), empty for its root. */
  folder: string;
  /** Parsed anew at each call: the trees of a large SDK would fill the memory. */
  declarations: () => ts.SourceFile;
  code: () => ts.SourceFile;
}

/** An SDK as it is installed: sources (`.ts`) where it ships them, else declarations beside compiled code. */
export interface Sdk {
  root: string;
  packageJson: Record<string, unknown>;
  modules: SdkModule[];
  /** `types/input`, and `types/enums` by module (empty for the root), where the SDK has them. */
  inputTypes?: ts.SourceFile;
  enums: Map<string, ts.SourceFile>;
}

/** Reads an SDK from the project's node_modules. Throws when it is not installed. */
export function readSdk(projectDir: string, sdk: SdkPackage): Sdk {
  const installed = join(projectDir, "node_modules", sdk.npm);
  if (!existsSync(installed)) throw new Error(`${sdk.npm} is not installed: run npm ci`);
  const packageDir = realpathSync(installed);
  const root = codeRoot(packageDir);
  return {
    root,
    packageJson: JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8")) as Record<
      string,
      unknown
    >,
    modules: ["", ...folders(root, sdk)].flatMap((folder) => readModules(root, folder)),
    inputTypes: parseIfThere(root, "types/input"),
    enums: readEnums(root),
  };
}

/** A package whose root holds sources ships those; one that was only compiled has its code in `bin`. */
function codeRoot(packageDir: string): string {
  const hasCode = ["index.ts", "index.d.ts"].some((name) => existsSync(join(packageDir, name)));
  return hasCode ? packageDir : join(packageDir, "bin");
}

function folders(root: string, sdk: SdkPackage): readonly string[] {
  const all = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !skipped.has(entry.name))
    .map((entry) => entry.name)
    .sort();
  const missing = sdk.modules?.filter((name) => !all.includes(name)) ?? [];
  if (missing.length > 0) throw new Error(`${sdk.npm} has no module ${missing.join(", ")}`);
  return sdk.modules ?? all;
}

const skipped = new Set(["bin", "config", "node_modules", "scripts", "types"]);

function readModules(root: string, folder: string): SdkModule[] {
  const names = readdirSync(join(root, folder))
    .filter((name) => /\.ts$/.test(name) && !/^(index|utilities|utils)\./.test(name))
    .map((name) => name.replace(/(\.d)?\.ts$/, ""));
  return [...new Set(names)].sort().flatMap((name) => {
    const file = findTypes(root, join(folder, name));
    const code = join(root, folder, `${name}.js`);
    if (!file) return [];
    const declarations = () => parse(file);
    return { folder, declarations, code: existsSync(code) ? () => parse(code) : declarations };
  });
}

function readEnums(root: string): Map<string, ts.SourceFile> {
  const dir = join(root, "types/enums");
  if (!existsSync(dir)) return new Map();
  const folders = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(
    ["", ...folders.map(({ name }) => name)].flatMap((name) => {
      const file = parseIfThere(root, join("types/enums", name, "index"));
      return file ? [[name, file] as const] : [];
    }),
  );
}

/** Sources win over declarations: they are there before anything was compiled. */
function findTypes(root: string, path: string): string | undefined {
  return [".ts", ".d.ts"].map((ending) => join(root, path + ending)).find(existsSync);
}

function parseIfThere(root: string, path: string): ts.SourceFile | undefined {
  const file = findTypes(root, path);
  return file === undefined ? undefined : parse(file);
}

/** Types are read from the syntax alone: no checker, so that the largest SDK takes seconds, not minutes. */
function parse(file: string): ts.SourceFile {
  const options: ts.CreateSourceFileOptions = {
    languageVersion: ts.ScriptTarget.Latest,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  };
  return ts.createSourceFile(file, readFileSync(file, "utf8"), options);
}

/** `…/s3/bucket.d.ts` for messages: the last two parts of the path. */
export function shortName(file: ts.SourceFile): string {
  const dir = dirname(file.fileName);
  return join(dir.slice(dir.lastIndexOf("/") + 1), file.fileName.slice(dir.length + 1));
}
