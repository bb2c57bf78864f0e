import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dora } from "../../../cli/operations/dora";
import { appendRecord, historyFile } from "../../../cli/operations/history";
import { spokenContext } from "../support";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "dora-"));
  writeFileSync(path.join(root, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  writeFileSync(path.join(root, "Pulumi.prod.yaml"), "config: {}\n");
  git("init", "--quiet");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function git(...args: string[]): string {
  const who = ["-c", "user.name=ada", "-c", "user.email=ada@example.com"];
  return execFileSync("git", ["-C", root, ...who, ...args], { encoding: "utf8" }).trim();
}
function commitAt(time: string): string {
  const message = ["commit", "--quiet", "--allow-empty", "--no-gpg-sign", "-m", "change"];
  execFileSync("git", ["-C", root, "-c", "user.name=a", "-c", "user.email=a@b.c", ...message], {
    env: { ...process.env, GIT_COMMITTER_DATE: time, GIT_AUTHOR_DATE: time },
  });
  return git("rev-parse", "HEAD");
}
const deployed = (at: string, commit: string) =>
  appendRecord(
    { root },
    {
      ...{ at, operation: "up", stack: "prod", by: "ada", dryRun: false, result: "done" },
      ...{ seconds: 60, steps: [], commit },
    },
  );

interface Told {
  figures: { name: string; value?: number; from: string }[];
}

// Requirement: REL-11, REL-12
describe("groundwork dora", () => {
  it("takes lead times from git: every commit since the deployment before", async () => {
    const first = commitAt("2026-11-20T10:00:00Z");
    deployed("2026-11-20T11:00:00.000Z", first);
    commitAt("2026-11-21T08:00:00Z");
    const last = commitAt("2026-11-21T10:00:00Z");
    deployed("2026-11-21T11:00:00.000Z", last);
    deployed("2026-11-21T11:30:00.000Z", last);
    const { context, out } = spokenContext({ cwd: root, format: "json" });
    await dora(context, "prod", { days: 2 });
    const { figures } = JSON.parse(out.join("")) as Told;
    const lead = figures.find(({ name }) => name.startsWith("lead"));
    expect(lead).toMatchObject({ value: 1, from: "median of 3 commits" });
  });

  it("says what is not known, and reads the history of a pipeline", async () => {
    const { context, out } = spokenContext({ cwd: root });
    expect(await dora(context, "prod", { days: 30 })).toBe(1);
    expect(out.join("")).toContain("not known");
    deployed("2026-11-21T11:00:00.000Z", "0".repeat(40));
    const given = { days: 1, history: historyFile({ root }, "prod") };
    await dora(context, "prod", given);
    expect(out[1]).toContain("1 of 1");
    expect(out[1]).toContain("median of 0 commits");
  });
});
