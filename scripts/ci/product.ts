import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { parseJson } from "../../core/json";

/** One command of a check: in a folder of the repository, in words that no shell reads. */
export interface CheckCommand {
  folder: string;
  command: readonly string[];
  /** Where its results for code scanning go, from the repository. */
  results?: string;
}

/** A part of the product, told by the file that makes it one. */
interface Part {
  folder: string;
  is: RegExp;
}

const parts = {
  frontend: { folder: ".", is: /^next\.config\.(js|mjs|ts)$/ },
  orchestrator: { folder: "orchestrator", is: /^package\.json$/ },
  "orchestrator image": { folder: "orchestrator", is: /^Dockerfile$/ },
  "preview image": { folder: "orchestrator/preview-container", is: /^Dockerfile$/ },
} as const satisfies Readonly<Record<string, Part>>;

type PartName = keyof typeof parts;

interface Task {
  part: PartName | "repository";
  /** Names of npm scripts of the part. */
  scripts?: readonly string[];
  commands?: readonly (readonly string[])[];
  results?: string;
}

/**
 * Versions of scanners that run from their images. They get the code read-only and no token.
 * Sources: hub.docker.com/r/semgrep/semgrep, hub.docker.com/r/aquasec/trivy
 */
const images = {
  semgrep: "semgrep/semgrep:1.140.0",
  trivy:
    "aquasec/trivy:0.67.2@sha256:e2b22eac59c02003d8749f5b8d9bd073b62e30fefaef5b7c8371204e0a4b0c08",
} as const;
const names = { orchestrator: "local/orchestrator", preview: "local/preview-container" } as const;
const ruleSets = ["p/security-audit", "p/secrets", "p/owasp-top-ten"];

const build = (name: string) => ["docker", "build", "--tag", name, "."];
const inside = (name: string, script: string) => [
  "docker",
  "run",
  "--rm",
  name,
  "npm",
  "run",
  script,
];
const scan = (name: string) => [
  ...["docker", "run", "--rm", "--volume", "/var/run/docker.sock:/var/run/docker.sock:ro"],
  ...["--volume", "{results}:/results", images.trivy, "image", "--exit-code", "1"],
  ...["--severity", "HIGH,CRITICAL", "--format", "sarif"],
  ...["--output", `/results/${path.basename(name)}.sarif`, name],
];

// Requirement: REPO-06, REPO-07, REPO-08, REPO-09, REPO-12, REPO-13, REPO-14, REPO-15, REPO-22
/** What each required check runs of the product. Images are built and scanned where the job runs; none is pushed. */
const checks: Readonly<Record<string, readonly Task[]>> = {
  test: [
    {
      part: "frontend",
      scripts: ["lint", "type-check", "test:unit", "test:integration", "test:ci"],
    },
  ],
  "build-frontend": [{ part: "frontend", scripts: ["build", "bundle:analyze"] }],
  "build-orchestrator": [
    { part: "orchestrator", scripts: ["build", "test:unit", "test:integration", "security:audit"] },
    {
      part: "orchestrator image",
      commands: [build(names.orchestrator), inside(names.orchestrator, "test:unit")],
    },
  ],
  "build-preview-container": [{ part: "preview image", commands: [build(names.preview)] }],
  "security-scan": [
    {
      part: "repository",
      results: ".groundwork/scans/security",
      commands: [
        ["npm", "audit", "--audit-level=high"],
        [
          ...[
            "docker",
            "run",
            "--rm",
            "--volume",
            "{root}:/src:ro",
            "--volume",
            "{results}:/results",
          ],
          ...["--workdir", "/src", images.semgrep, "semgrep", "scan", "--error", "--metrics=off"],
          ...ruleSets.map((rules) => `--config=${rules}`),
          ...["--sarif", "--output", "/results/semgrep.sarif"],
        ],
      ],
    },
    { part: "frontend", scripts: ["security:scan"] },
  ],
  "container-scan": [
    {
      part: "orchestrator image",
      results: ".groundwork/scans/container",
      commands: [build(names.orchestrator), scan(names.orchestrator)],
    },
    {
      part: "preview image",
      results: ".groundwork/scans/container",
      commands: [build(names.preview), scan(names.preview)],
    },
  ],
  "smoke-e2e": [{ part: "frontend", scripts: ["test:smoke"] }],
  "performance-budget": [{ part: "frontend", scripts: ["lighthouse:ci", "performance:audit"] }],
};

export const productChecks: readonly string[] = Object.keys(checks);

export interface Planned {
  run: CheckCommand[];
  /** Parts that this repository does not have. */
  absent: string[];
  /** Scripts that a part must have by name and has not. */
  missing: string[];
}

/** What a check comes to in this repository: a part that is there has every script, or the check fails. */
export function planCheck(root: string, check: string): Planned {
  const planned: Planned = { run: [], absent: [], missing: [] };
  for (const { part, scripts = [], commands = [], results } of checks[check] ?? []) {
    const folder = part === "repository" ? "." : folderOf(root, parts[part]);
    if (folder === undefined) {
      planned.absent.push(part);
      continue;
    }
    const has = scriptsIn(path.join(root, folder, "package.json"));
    planned.missing.push(
      ...scripts.filter((name) => !has.includes(name)).map((name) => `${folder}: ${name}`),
    );
    const all = [...scripts.map((name) => ["npm", "run", name]), ...commands];
    planned.run.push(
      ...all.map((words) => {
        const command = words.map((word) => placed(word, root, results));
        return { folder, command, ...(results !== undefined && { results }) };
      }),
    );
  }
  return planned;
}

function folderOf(root: string, { folder, is }: Part): string | undefined {
  const at = path.join(root, folder);
  return existsSync(at) && readdirSync(at).some((name) => is.test(name)) ? folder : undefined;
}

function placed(word: string, root: string, results = ""): string {
  return word.replace("{root}", root).replace("{results}", path.join(root, results));
}

const manifest = z.object({ scripts: z.record(z.string(), z.string()).default({}) });

function scriptsIn(file: string): string[] {
  const read = manifest.safeParse(existsSync(file) ? parseJson(readFileSync(file, "utf8")) : {});
  return read.success ? Object.keys(read.data.scripts) : [];
}
