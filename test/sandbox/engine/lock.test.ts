import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withLock } from "../../../sandbox/engine/lock.mjs";

function lockFile(): string {
  return join(mkdtempSync(join(tmpdir(), "groundwork-lock-")), "deep", "x.lock");
}

function heldBy(...holders: { pid: number; start?: string }[]): string {
  const file = join(mkdtempSync(join(tmpdir(), "groundwork-lock-")), "x.lock");
  writeFileSync(file, JSON.stringify({ host: hostname(), holders }));
  return file;
}

/** A process id that was in use and is no more. */
function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

describe("the lock", () => {
  test("is there during the action and gone after it", async () => {
    const file = lockFile();
    const during = await withLock(file, async () => Promise.resolve(existsSync(file)));
    expect([during, existsSync(file)]).toEqual([true, false]);
  });

  test("is gone after an action that failed, and the failure is told", async () => {
    const file = lockFile();
    const failing = withLock(file, () => Promise.reject(new Error("no disk")));
    await expect(failing).rejects.toThrow("no disk");
    expect(existsSync(file)).toBe(false);
  });

  test("lets one in at a time, in whatever order they come", async () => {
    const file = lockFile();
    let inside = 0;
    const most: number[] = [];
    const visit = () =>
      withLock(file, async () => {
        most.push(++inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside--;
      });
    await Promise.all([visit(), visit(), visit(), visit()]);
    expect(most).toEqual([1, 1, 1, 1]);
  });

  test("tells who is waited for, once", async () => {
    const file = lockFile();
    const waits: number[] = [];
    let leave = () => undefined as void;
    const first = withLock(file, () => new Promise<void>((resolve) => (leave = resolve)));
    const second = withLock(file, () => Promise.resolve(), {
      onWait: (pid) => {
        waits.push(pid);
        leave();
      },
    });
    await Promise.all([first, second]);
    expect(waits).toEqual([process.pid]);
  });

  test("of a process that is gone is taken over", async () => {
    const file = heldBy({ pid: deadPid() });
    expect(await withLock(file, () => Promise.resolve("mine"))).toBe("mine");
  });

  test.runIf(process.platform === "linux")(
    "of an earlier process with an id that is in use again is taken over",
    async () => {
      const file = heldBy({ pid: process.pid, start: "1" });
      expect(await withLock(file, () => Promise.resolve("mine"))).toBe("mine");
    },
  );

  test("of a killed parent holds while its child works", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    const pid = child.pid ?? 0;
    const file = lockFile();
    await withLock(file, (share) => {
      share(pid);
      const { holders } = JSON.parse(readFileSync(file, "utf8")) as { holders: { pid: number }[] };
      expect(holders.map((holder) => holder.pid)).toEqual([process.pid, pid]);
      writeFileSync(
        file,
        JSON.stringify({ host: hostname(), holders: [{ pid: deadPid() }, holders[1]] }),
      );
      const second = withLock(file, () => Promise.resolve(child.exitCode ?? child.signalCode), {
        onWait: (holder) => {
          expect(holder).toBe(pid);
          child.kill();
        },
      });
      return expect(second).resolves.toBe("SIGTERM");
    });
  });

  test("of another machine is never broken", async () => {
    const file = lockFile();
    await withLock(file, async () => {
      const foreign = { host: "elsewhere", holders: [{ pid: deadPid() }] };
      writeFileSync(file, JSON.stringify(foreign));
      const waited = await new Promise<number>((resolve, reject) => {
        const never = withLock(file, () => Promise.resolve(), { onWait: resolve });
        never.catch(reject);
      });
      expect(waited).toBe(foreign.holders[0]?.pid);
    });
  });
});
