import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

/** In TypeScript, as programs are: the SDK's loader for it makes each stack trace dearer. */
export const emptyProgram = "export = async () => {};\n";

/** Resources of one provider on the sandbox, with the handful of inputs that resources have; config says how many. */
export const flatProgram = `import * as pulumi from "@pulumi/pulumi";
import * as vercel from "@pulumiverse/vercel";

export = async () => {
  const count = new pulumi.Config("bench").requireNumber("count");
  for (let i = 0; i < count; i++) {
    new vercel.Project(\`project-\${i}\`, { name: \`project-\${i}\`, framework: "nextjs" });
  }
};
`;

/** What thousand.ts declares beside our program, so that prod comes to about 1,000. */
const grownBy = 700;

/** The text of prod's stack file with that in it. */
export const grownFile = (text: string) =>
  text.replace(/^config:\n/m, `$&  bench:count: ${grownBy}\n`);

/** Loaded before a process of Node's, it leaves behind the most memory that the process held, in KB. */
export const peakHook = (file: string) => `process.on("exit", () => {
  const { maxRSS } = process.resourceUsage();
  require("node:fs").writeFileSync(${JSON.stringify(file)}, String(maxRSS));
});
`;

export interface ProjectOptions {
  folder: string;
  name: string;
  program: string;
  /** Whether the engine loads our preload before the program. */
  preload: boolean;
  /** Root of this repository: packages and preload come from there. */
  repository: string;
}

const compilerOptions = {
  target: "es2022",
  module: "commonjs",
  moduleResolution: "bundler",
  rootDir: ".",
  types: ["node"],
  strict: true,
  skipLibCheck: true,
};

/** A project of one program, ready for the engine. */
export function writeProject({ folder, name, program, preload, repository }: ProjectOptions): void {
  mkdirSync(folder, { recursive: true });
  symlinkSync(path.join(repository, "node_modules"), path.join(folder, "node_modules"));
  const nodeargs = `--require ${path.join(repository, "runtime", "preload.cjs")}`;
  const runtime = { name: "nodejs", ...(preload && { options: { nodeargs } }) };
  write(folder, "Pulumi.yaml", { name, runtime });
  write(folder, "package.json", { name, main: "index.ts" });
  write(folder, "tsconfig.json", { compilerOptions });
  writeFileSync(path.join(folder, "index.ts"), program);
}

/** A policy pack with a name and no rule. */
export function writeEmptyPack(folder: string, repository: string): void {
  mkdirSync(folder, { recursive: true });
  symlinkSync(path.join(repository, "node_modules"), path.join(folder, "node_modules"));
  write(folder, "PulumiPolicy.yaml", { runtime: "nodejs", main: "index.js" });
  write(folder, "package.json", { name: "empty", version: "1.0.0", main: "index.js" });
  writeFileSync(
    path.join(folder, "index.js"),
    'const { PolicyPack } = require("@pulumi/policy");\nnew PolicyPack("empty", { policies: [] });\n',
  );
}

/** JSON is YAML. */
function write(folder: string, name: string, content: object): void {
  writeFileSync(path.join(folder, name), JSON.stringify(content));
}
