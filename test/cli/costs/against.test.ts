import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseAgainst } from "../../../cli/costs/against";
import type { EstimateJson } from "../../../cli/costs/schema";
import { sandboxPlace } from "../../../cli/folders";
import { stateFileIn } from "../../../state/file-backend";
import { alarmProject, alarms, alarmType, type CostProject } from "./support";

let project: CostProject;
beforeEach(() => void (project = alarmProject(["a", "b"])));
afterEach(() => project.remove());

async function changed(against: string, over: { sandbox?: boolean } = {}) {
  const { out, notes } = await project.estimate(["dev"], { against, ...over }, "json");
  const change = (JSON.parse(out) as EstimateJson).stacks[0]?.change;
  // What the account has of alarms for nothing follows from them.
  const names = change?.lines
    .filter(({ resource }) => resource.startsWith("urn:"))
    .map(({ sign, resource }) => `${sign} ${resource.split("::").at(-1)}`);
  return { against: change?.against, lines: names, notes };
}

/** A state that holds alarms of these names. */
const deployment = (names: readonly string[]) => ({
  resources: names.map((name) => ({
    urn: `urn:pulumi:dev::shop::${alarmType}::${name}`,
    type: alarmType,
    custom: true,
    id: name,
    inputs: { metricName: "m", namespace: "n", period: 60 },
  })),
});

function git(...args: string[]) {
  const named = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
  execFileSync("git", [...named, ...args], { cwd: project.folder, stdio: "pipe" });
}

function commit(message: string) {
  writeFileSync(path.join(project.folder, ".gitignore"), "node_modules\nruntime\n.groundwork\n");
  git("add", "--all");
  git("commit", "--quiet", "--message", message);
}

describe("what an estimate is compared with", () => {
  it("is nothing by itself, and the file where settings are given", () => {
    expect(parseAgainst(undefined, [])).toEqual({ kind: "nothing" });
    expect(parseAgainst(undefined, ["a.b=1"])).toEqual({ kind: "file" });
  });

  it("is read from one word", () => {
    const all = ["state", "state:a:b.json", "stack:prod", "git:feature/x", "file"];
    expect(all.map((one) => parseAgainst(one, []))).toEqual([
      { kind: "state" },
      { kind: "state", file: "a:b.json" },
      { kind: "stack", name: "prod" },
      { kind: "git", rev: "feature/x" },
      { kind: "file" },
    ]);
  });

  it.each(["prod", "stack", "stack:", "git", "git:", "file:x", ""])("is refused: %j", (given) => {
    expect(() => parseAgainst(given, [])).toThrow(/state, state:FILE, stack:NAME, git:REV or file/);
  });
});

describe("an estimate against a revision of git", () => {
  beforeEach(() => {
    git("init", "--quiet", "--initial-branch=main");
    commit("two alarms");
  });

  it("is against the program and the stack file of then", async () => {
    project.write("index.ts", alarms(["b", "c"]));
    const { against, lines } = await changed("git:main");
    expect(against).toBe("main");
    expect(lines).toEqual(["- a", "+ c"]);
  });

  it("leaves nothing behind: no files, no worktree, no changed index", async () => {
    project.write("index.ts", alarms(["b", "c"]));
    await changed("git:HEAD");
    const runs = path.join(project.folder, ".groundwork", "runs");
    expect(readdirSync(runs)).toEqual([]);
    expect(existsSync(path.join(project.folder, ".git", "worktrees"))).toBe(false);
    const status = execFileSync("git", ["status", "--short"], { cwd: project.folder });
    expect(status.toString()).toBe(" M index.ts\n");
  });

  it("finds the project where it is a folder of the repository", async () => {
    const inner = path.join(project.folder, "infra");
    mkdirSync(inner);
    for (const file of ["Pulumi.yaml", "Pulumi.dev.yaml", "index.ts"])
      renameSync(path.join(project.folder, file), path.join(inner, file));
    commit("moved");
    project.write("infra/index.ts", alarms(["b"]));
    expect((await changed("git:HEAD")).lines).toEqual(["- a"]);
    await expect(project.estimate(["dev"], { against: "git:HEAD~1" })).rejects.toThrow(
      /no Pulumi.yaml in infra\/ at that revision/,
    );
  });

  it("compares with nothing where the stack was not there then", async () => {
    git("rm", "--quiet", "--cached", "Pulumi.dev.yaml");
    git("commit", "--quiet", "--message", "no stack");
    const { lines, notes } = await changed("git:HEAD");
    expect(lines).toEqual(["+ a", "+ b"]);
    expect(notes).toContain("HEAD has no stack dev");
  });

  it.each(["nowhere", "--all", "-h"])("is refused for what is no revision: %s", async (rev) => {
    await expect(project.estimate(["dev"], { against: `git:${rev}` })).rejects.toMatchObject({
      exitCode: 2,
      problems: [{ where: { path: `--against git:${rev}` }, found: "no such revision" }],
    });
  });
});

describe("an estimate against a state", () => {
  it("is against the sandbox's, without a server or an engine", async () => {
    const home = { root: project.folder, name: "shop", stacks: ["dev"] };
    const file = stateFileIn(sandboxPlace(home, "dev"));
    mkdirSync(path.dirname(file), { recursive: true });
    const checkpoint = { latest: deployment(["b", "c"]) };
    writeFileSync(file, JSON.stringify({ version: 3, checkpoint }));
    const { against, lines } = await changed("state", { sandbox: true });
    expect(against).toBe("what is deployed");
    expect(lines).toEqual(["+ a", "- c"]);
  });

  it("is against nothing where the stack was never up, and says so", async () => {
    const { lines, notes } = await changed("state", { sandbox: true });
    expect(lines).toEqual(["+ a", "+ b"]);
    expect(notes).toEqual(["dev: nothing is deployed"]);
  });

  it("is against an exported one", async () => {
    const text = JSON.stringify({ version: 3, deployment: deployment(["a", "b", "c"]) });
    project.write("state.json", text);
    const { against, lines } = await changed("state:state.json");
    expect([against, lines]).toEqual(["state.json", ["- c"]]);
    await expect(project.estimate(["dev"], { against: "state:none.json" })).rejects.toThrow(
      /no such file/,
    );
  });
});
