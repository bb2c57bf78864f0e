import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { takeLock } from "../../../sandbox/client/lock";
import { isRunning, thisProcess } from "../../../sandbox/client/process-identity";
import { newHome } from "../server/harness";
import { Programs } from "./support";

const programs = new Programs();
afterAll(() => programs.remove());

/** A process that was there and is no more. */
const dead = () => ({ pid: spawnSync(process.execPath, ["-e", ""]).pid, startTime: "" });

const locks = (home: string) => readdirSync(home).filter((name) => name.startsWith("lock."));

describe("the lock of a cloud's folder", () => {
  test("is had by one at a time, and again after it was given back", () => {
    const home = newHome();
    const lock = takeLock(home);
    expect(lock).toBeDefined();
    expect(takeLock(home)).toBeUndefined();
    lock?.release();
    expect(takeLock(home)).toBeDefined();
  });

  test.each([
    ["a process that is gone", dead],
    ["a process whose number another has now", () => ({ ...thisProcess(), startTime: "long ago" })],
  ])("of %s is no lock", (_what, owner) => {
    const home = newHome();
    writeFileSync(join(home, "lock.7"), JSON.stringify(owner()));
    expect(takeLock(home)).toBeDefined();
    expect(locks(home)).toEqual(["lock.8"]);
    expect(JSON.parse(readFileSync(join(home, "lock.8"), "utf8"))).toEqual(thisProcess());
  });

  test("counts by its number, not by its name's letters", () => {
    const home = newHome();
    writeFileSync(join(home, "lock.9"), JSON.stringify(dead()));
    writeFileSync(join(home, "lock.10"), JSON.stringify(thisProcess()));
    expect(takeLock(home)).toBeUndefined();
  });

  test("left by a dead process goes to one of many that want it at once", async () => {
    const home = newHome();
    writeFileSync(join(home, "lock.1"), JSON.stringify(dead()));
    const taker = programs.build("test/sandbox/daemon/taker.program.ts", "taker.cjs");
    const takers = Array.from({ length: 6 }, () =>
      spawn(process.execPath, [taker, home], { stdio: ["pipe", "pipe", "inherit"] }),
    );
    const answers = await Promise.all(
      takers.map(
        (child) =>
          new Promise<string>((resolve) =>
            child.stdout.setEncoding("utf8").once("data", (text: string) => resolve(text.trim())),
          ),
      ),
    );
    for (const child of takers) child.stdin.end();
    expect(answers.filter((answer) => answer === "taken")).toHaveLength(1);
  });
});

describe("a process", () => {
  test("is known by its number and its start", () => {
    const me = thisProcess();
    expect(me.startTime).not.toBe("");
    expect(isRunning(me)).toBe(true);
    expect(isRunning({ ...me, startTime: "" })).toBe(true);
    expect(isRunning({ ...me, startTime: "long ago" })).toBe(false);
  });

  test("that ended does not run", () => {
    expect(isRunning(dead())).toBe(false);
  });
});
