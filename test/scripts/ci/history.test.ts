import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { gatherHistory, type Runs, runsOf } from "../../../scripts/ci/history";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "gathered-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const line = (at: string, operation: string) => JSON.stringify({ at, operation });
const first = line("2026-11-01T00:00:00.000Z", "up");
const second = line("2026-11-02T00:00:00.000Z", "rollback");

/** Runs by id, each with the lines of its artifact; undefined where it is gone. */
const left = (artifacts: Readonly<Record<string, string[] | undefined>>): Runs => ({
  ids: () => Object.keys(artifacts),
  download(run, artifact, folder) {
    const lines = artifacts[run];
    if (!lines) return false;
    mkdirSync(path.join(folder, "audit"));
    writeFileSync(path.join(folder, "audit", `${artifact}.jsonl`), `${lines.join("\n")}\n`);
    return true;
  },
});

// Requirement: REL-17
describe("the history of a pipeline", () => {
  const gathered = (runs: Runs) => {
    const file = path.join(root, "audit", "prod.jsonl");
    const count = gatherHistory(runs, "prod", file);
    return { count, lines: readFileSync(file, "utf8").split("\n").filter(Boolean) };
  };

  it("is that of all its runs, oldest first, each line once", () => {
    expect(gathered(left({ "3": [second], "2": undefined, "1": [first, second] }))).toEqual({
      count: 2,
      lines: [first, second],
    });
  });

  it("keeps a line that was cut, for whoever reads it to tell of", () => {
    expect(gathered(left({ "2": ['{"at": "2026'], "1": [first] })).lines).toEqual([
      first,
      '{"at": "2026',
    ]);
  });

  it("is empty where no run left any", () => {
    expect(gathered(left({ "1": undefined }))).toEqual({ count: 0, lines: [] });
  });
});

describe("runs by GitHub's command line", () => {
  const clock = () => new Date("2026-11-22T10:00:00Z");
  const command = (body: string) => {
    const file = path.join(root, "gh");
    writeFileSync(file, `#!/bin/sh\n${body}\n`);
    chmodSync(file, 0o700);
    return file;
  };

  it("are asked for by workflow, branch and the days for which artifacts are kept", () => {
    const asked = path.join(root, "asked");
    const gh = command(`echo "$@" > '${asked}'; echo '[{"databaseId": 12}, {"databaseId": 7}]'`);
    expect(runsOf("up.yml", clock, { command: gh }).ids()).toEqual(["12", "7"]);
    expect(readFileSync(asked, "utf8")).toContain(
      "run list --workflow up.yml --branch main --created >=2026-08-24 --limit 1000",
    );
    runsOf("up.yml", clock, { command: gh, most: 5 }).ids();
    expect(readFileSync(asked, "utf8")).toContain(" --limit 5 ");
  });

  it.each([
    "no valid artifacts found to download",
    "no artifact matches any of the names or patterns provided",
  ])("have left nothing where it says: %s", (said) => {
    const gh = command(`echo '${said}' >&2; exit 1`);
    expect(runsOf("up.yml", clock, { command: gh }).download("12", "prod", root)).toBe(false);
  });

  it("are an error where it fails otherwise, so that no month looks quiet for want of a right", () => {
    const gh = command("echo 'HTTP 403' >&2; exit 1");
    const runs = runsOf("up.yml", clock, { command: gh });
    expect(() => runs.download("12", "prod", root)).toThrow("gh run download 12: HTTP 403");
    expect(() => runs.ids()).toThrow("gh run list: HTTP 403");
  });
});
