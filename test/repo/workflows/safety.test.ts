import { describe, expect, it } from "vitest";
import { jobsOf, readWorkflows, stepsOf } from "./support";

const workflows = readWorkflows();
const jobs = jobsOf(workflows);
const steps = stepsOf(workflows);

/** Lines that break a rule, with their place. */
function offenders(what: readonly [name: string, text: string][], allowed: RegExp): string[] {
  return what.filter(([, text]) => !allowed.test(text)).map(([name, text]) => `${name}: ${text}`);
}

// Requirement: CONF-41, CONF-48, REPO-08, REPO-21
// Requirement: CONF-27
describe("workflows", () => {
  it("are these", () => {
    expect(Object.keys(workflows).sort()).toEqual([
      "audit",
      "check",
      "drift",
      "image",
      "images",
      "preview",
      "restore-drill",
      "rotate",
      "stack",
      "up",
    ]);
    for (const [name, workflow] of Object.entries(workflows)) {
      expect(workflow.text).toContain(`\nname: ${name}\n`);
    }
  });

  it("name every action by a whole commit, with its version beside it", () => {
    const lines = Object.values(workflows).flatMap(({ file, text }) =>
      text
        .split("\n")
        .filter((line) => /^\s*(- )?uses:/.test(line))
        .map((line): [string, string] => [file, line.trim().replace(/^- /, "")]),
    );
    expect(lines.length).toBeGreaterThan(30);
    const pinned =
      /^uses: (\$\/\.github\/workflows\/[\w-]+\.yml|[\w-]+(\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/;
    expect(offenders(lines, pinned)).toEqual([]);
    const versions = lines.map(([, line]) => line.split("#")).map(([action, v]) => [action, v]);
    const byAction = new Map(
      versions.map(([action = "", v]) => [action.split("@")[0], action + v]),
    );
    expect(byAction.size).toBe(new Set(versions.map(([action, v]) => `${action}${v}`)).size);
  });

  it("use GitHub's own actions and that of AWS, and no others", () => {
    const owners = new Set(steps.flatMap(([, { uses }]) => uses?.split("/")[0] ?? []));
    expect([...owners].sort()).toEqual(["actions", "aws-actions", "github"]);
  });

  it("have no right unless a job says so, and these jobs alone may write", () => {
    for (const { file, permissions } of Object.values(workflows)) {
      expect({ file, permissions }).toEqual({ file, permissions: {} });
    }
    const writes = jobs.flatMap(([name, { permissions = {} }]) =>
      Object.entries(permissions).flatMap(([right, level]) =>
        level === "read" ? [] : [`${name} ${right}: ${level}`],
      ),
    );
    expect(writes.sort()).toEqual([
      "audit/audit id-token: write",
      "check/container-scan security-events: write",
      "check/policy security-events: write",
      "check/security-scan security-events: write",
      "drift/drift id-token: write",
      "drift/drift issues: write",
      "image/push packages: write",
      "images/orchestrator packages: write",
      "images/preview-container packages: write",
      "preview/comment pull-requests: write",
      "preview/live id-token: write",
      "restore-drill/review id-token: write",
      "stack/update id-token: write",
      "up/dev id-token: write",
      "up/prod id-token: write",
      "up/staging id-token: write",
    ]);
    expect(jobs.filter(([, { permissions }]) => !permissions).map(([name]) => name)).toEqual([]);
  });

  it("run nothing of a stranger with a secret: no trigger hands a fork the rights of the repository", () => {
    const triggers = new Set(Object.values(workflows).flatMap(({ on }) => Object.keys(on)));
    expect([...triggers].sort()).toEqual([
      "pull_request",
      "push",
      "schedule",
      "workflow_call",
      "workflow_dispatch",
    ]);
    const open = Object.values(workflows).filter(({ on }) => "pull_request" in on);
    const own = "github.event.pull_request.head.repo.full_name == github.repository";
    const strangers = open.flatMap(({ file, jobs: all }) =>
      Object.entries(all).flatMap(([id, job]) =>
        JSON.stringify(job).includes("secrets.") && !JSON.stringify(job).includes(own)
          ? [`${file}: ${id}`]
          : [],
      ),
    );
    expect(open.map(({ file }) => file)).toEqual(["check.yml", "images.yml", "preview.yml"]);
    expect(strangers).toEqual([]);
  });

  it("check out without leaving a credential behind", () => {
    const left = steps.filter(
      ([, { uses, with: given }]) =>
        uses?.startsWith("actions/checkout@") && given?.["persist-credentials"] !== false,
    );
    expect(left).toEqual([]);
  });

  it("end: every job that runs has a limit of time", () => {
    const endless = jobs.filter(([, job]) => !job.uses && !((job["timeout-minutes"] ?? 0) > 0));
    expect(endless.map(([name]) => name)).toEqual([]);
  });

  it("update a stack one at a time, and never stop an update", () => {
    expect(workflows.stack?.jobs.update?.concurrency).toEqual({
      group: "stack-${{ inputs.stack }}",
      "cancel-in-progress": false,
    });
    expect(workflows.up?.concurrency).toBeUndefined();
  });

  // Requirement: SECR-07
  it("store no key of a cloud, and hand a secret to a step by its environment alone", () => {
    const text = Object.values(workflows)
      .map((workflow) => workflow.text)
      .join("\n");
    expect(text).not.toMatch(/AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY)|aws-access-key-id/);
    expect(text).not.toContain("secrets: inherit");
    const runs = steps.flatMap(([name, { run }]) => (run ? [[name, run] as [string, string]] : []));
    // No expression at all: what GitHub puts into a script is code there, whoever wrote it.
    expect(offenders(runs, /^(?!.*\$\{\{)/s)).toEqual([]);
    expect(offenders(runs, /^(?!.*\b(echo|printf|cat|env|printenv|set -x)\b)/s)).toEqual([]);
    // Docker has no other way in than its standard input, which is on no command line.
    const login =
      'docker login ghcr.io --username "$GITHUB_ACTOR" --password-stdin <<< "$GHCR_TOKEN"';
    const others = runs.filter(([, run]) => run !== login);
    expect(offenders(others, /^(?!.*\$\{?\w*(TOKEN|SECRET|PASSWORD|KEY))/s)).toEqual([]);
  });

  it("stay thin: every command is an npm script, a command of groundwork or Docker, or one line around them", () => {
    const word = String.raw`(?:"[^"]*"|[\w./:$@=-]+)`;
    const rest = `(?: ${word})*`;
    const thin = new RegExp(
      `^(?:npm ci|npm audit --audit-level=high|npm run${rest}|npx (?:groundwork|pulumi)${rest}(?: > ${word})?` +
        `(?: \\|\\| test \\$\\? -eq 1)?|aws s3 cp${rest}|docker${rest}(?: (?:>>|<<<) ${word})?|(?:mv|rm)${rest})$`,
    );
    const runs = steps.flatMap(([name, { run }]) => (run ? [[name, run] as [string, string]] : []));
    expect(offenders(runs, thin)).toEqual([]);
  });
});
