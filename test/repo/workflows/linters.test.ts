import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installPython } from "../../support/python-tools";
import { repository, workflowFolder } from "./support";

const execute = promisify(execFile);
const proves = "workflows are not linted here";

let executables: string;
let actionlint: string;
let copy: string;
beforeAll(async () => {
  const requirements = path.join(__dirname, "linters-requirements.txt");
  [executables, actionlint] = await Promise.all([
    installPython({ name: "workflow-linters", requirements, proves }),
    installActionlint(),
  ]);
  copy = mkdtempSync(path.join(os.tmpdir(), "workflows-"));
}, 300_000);
afterAll(() => {
  if (copy) rmSync(copy, { recursive: true, force: true });
});

/** What a linter that found something, or did not run, says; empty when it is content. */
async function said(command: string, args: readonly string[], cwd = repository): Promise<string> {
  try {
    await execute(command, args, { cwd, env: { ...process.env, NO_COLOR: "1" } });
    return "";
  } catch (error) {
    const { stdout = "", stderr = "", message } = error as Error & Record<string, string>;
    return stdout + stderr || message;
  }
}

const version = "1.7.12";

/** From its own Go module, checked by Go's checksum database: its package for Python fetches a program from elsewhere. */
async function installActionlint(): Promise<string> {
  const folder = path.join(repository, ".groundwork", "actionlint", version);
  const program = path.join(folder, "actionlint");
  if (existsSync(program)) return program;
  const target = `github.com/rhysd/actionlint/cmd/actionlint@v${version}`;
  try {
    const env = { ...process.env, GOBIN: folder, GOFLAGS: "", GOWORK: "off", CGO_ENABLED: "0" };
    await execute("go", ["install", target], { env });
  } catch (error) {
    throw new Error(
      `actionlint cannot be installed, so that ${proves}. It needs Go and a module proxy.`,
      {
        cause: error,
      },
    );
  }
  return program;
}

const workflows = readdirSync(workflowFolder).map((file) => path.join(workflowFolder, file));

// Requirement: REPO-08, REPO-21
describe("workflows", () => {
  it("are content with actionlint", async () => {
    expect(await said(actionlint, ["-no-color", "-shellcheck=", "-pyflakes="])).toBe("");
  });

  it("call each other with the inputs and secrets that are asked for", async () => {
    cpSync(workflowFolder, path.join(copy, ".github/workflows"), { recursive: true });
    const [up = "", images = ""] = ["up.yml", "images.yml"].map((file) =>
      path.join(copy, ".github/workflows", file),
    );
    for (const file of [up, images]) {
      const text = readFileSync(file, "utf8");
      writeFileSync(file, text.replaceAll("uses: $/.github", "uses: ./.github"));
    }
    await execute("git", ["init", "--quiet"], { cwd: copy });
    const args = ["-no-color", "-shellcheck=", "-pyflakes="];
    expect(await said(actionlint, args, copy)).toBe("");
    writeFileSync(up, readFileSync(up, "utf8").replace("      stack: dev\n", ""));
    expect(await said(actionlint, args, copy)).toContain('input "stack" is required');
  });

  it("are content with zizmor", async () => {
    const zizmor = path.join(executables, "zizmor");
    const args = ["--offline", "--strict-collection", "--no-progress", "--color=never", ".github"];
    expect(await said(zizmor, args)).toBe("");
    expect(readFileSync(path.join(workflowFolder, "up.yml"), "utf8")).not.toContain("zizmor:");
  });

  it("hold GitHub's published schema", async () => {
    const check = path.join(executables, "check-jsonschema");
    const args = ["--builtin-schema", "vendor.github-workflows", ...workflows];
    expect(await said(check, args)).toBe("");
  });

  // Requirement: REL-15
  it.each([
    ["release.yml", "vendor.github-issue-forms"],
    ["config.yml", "vendor.github-issue-config"],
  ])("are started by people with %s, which holds its published schema", async (file, schema) => {
    const check = path.join(executables, "check-jsonschema");
    const form = path.join(repository, ".github/ISSUE_TEMPLATE", file);
    expect(await said(check, ["--builtin-schema", schema, form])).toBe("");
  });
});
