import { execFile } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { buildSync } from "esbuild";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { actorOf, appendRecord, historyFile, readHistory } from "../../../cli/operations/history";
import { history } from "../../../cli/operations/history-command";
import type { OperationRecord } from "../../../operations/record";
import { spokenContext } from "../support";

const run = promisify(execFile);

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "history-"));
  writeFileSync(path.join(root, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  writeFileSync(path.join(root, "Pulumi.prod.yaml"), "config: {}\n");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const record = (over: Partial<OperationRecord> = {}): OperationRecord => ({
  ...{ at: "2026-11-21T12:00:00.000Z", operation: "drift", stack: "prod", by: "ada" },
  ...{ dryRun: false, result: "done", seconds: 1.25, steps: [] },
  ...over,
});

describe("the audit history", () => {
  it("is read back as it was written, for its owner alone", () => {
    const second = record({ operation: "smoke", sandbox: true, commit: "abc" });
    appendRecord({ root }, record());
    appendRecord({ root }, second);
    expect(readHistory({ root }, "prod")).toEqual({ records: [record(), second], unreadable: [] });
    expect(statSync(historyFile({ root }, "prod")).mode & 0o777).toBe(0o600);
    expect(readHistory({ root }, "dev").records).toEqual([]);
  });

  it("loses no line of several who write at once", async () => {
    const bundle = path.join(root, "writer.cjs");
    const entryPoints = [path.join(__dirname, "history-writer.program.ts")];
    buildSync({ entryPoints, outfile: bundle, bundle: true, platform: "node", format: "cjs" });
    const writers = ["a", "b", "c"].map((by) => run(process.execPath, [bundle, root, by, "40"]));
    await Promise.all(writers);
    const { records, unreadable } = readHistory({ root }, "prod");
    expect(unreadable).toEqual([]);
    for (const by of ["a", "b", "c"]) {
      const own = records.filter((one) => one.by === by).map(({ operation }) => operation);
      expect(own).toEqual(Array.from({ length: 40 }, (_, nth) => `write ${nth}`));
    }
  });

  it("begins a new line behind one that a killed writer cut, and reads past it", () => {
    appendRecord({ root }, record());
    appendFileSync(historyFile({ root }, "prod"), '{"at":"2026-11-21T12:00');
    appendRecord({ root }, record({ operation: "smoke" }));
    const { records, unreadable } = readHistory({ root }, "prod");
    expect(records.map(({ operation }) => operation)).toEqual(["drift", "smoke"]);
    expect(unreadable).toEqual([2]);
  });

  it("refuses a record that no reader would know", () => {
    expect(() => appendRecord({ root }, record({ at: "yesterday" }))).toThrow(/ISO/);
    expect(readHistory({ root }, "prod").records).toEqual([]);
  });

  it("names who ran an operation: in a pipeline whom it acts for", () => {
    expect(actorOf({ GITHUB_ACTOR: "ada", USER: "runner" })).toBe("ada");
    expect(actorOf({ USER: "bob" })).toBe("bob");
    expect(actorOf({})).toBe(os.userInfo().username);
  });
});

describe("groundwork history", () => {
  it("lists the last operations, and says which lines cannot be read", async () => {
    appendRecord({ root }, record());
    appendRecord({ root }, record({ operation: "ops daily", dryRun: true, sandbox: true }));
    const { context, out } = spokenContext({ cwd: root });
    expect(await history(context, "prod", { last: 1 })).toBe(0);
    expect(out).toEqual([
      "2026-11-21T12:00:00.000Z  ops daily  done  1.3 s  ada  dry run, sandbox",
    ]);
    appendFileSync(historyFile({ root }, "prod"), "{");
    expect(await history(context, "prod", { last: 5 })).toBe(1);
    expect(out[1]).toContain("line 3 of ");
  });

  it("says so where nothing was run, and refuses a stack that is not there", async () => {
    const { context, out } = spokenContext({ cwd: root });
    expect(await history(context, "prod", { last: 5 })).toBe(0);
    expect(out).toEqual(["no operation of prod is recorded"]);
    await expect(async () => history(context, "prd", { last: 5 })).rejects.toThrow(
      /no stack named/,
    );
  });
});
