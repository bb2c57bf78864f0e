import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UserError } from "../../core/errors";
import { lockFolder } from "../../state/file-backend";
import type { Host } from "../../state/host";
import { judgeLock, parseLock, removeDeadLocks } from "../../state/lock";

const locked = new Date("2026-03-01T10:00:00Z");
const now = new Date("2026-03-01T10:05:30Z");
const holder = { pid: 4711, username: "ana", hostname: "desk", timestamp: locked };
const text = JSON.stringify(holder);

/** A machine on which the holder's process is gone, unless the test says otherwise. */
function machine(facts: Partial<Host> = {}): Host {
  return {
    name: "desk",
    ownsPids: true,
    isAlive: () => false,
    startedAt: () => undefined,
    ...facts,
  };
}

describe("a lock file", () => {
  it("is read as the engine writes it, nanoseconds and zone included", () => {
    const written =
      '{"pid":4711,"username":"ana","hostname":"desk","timestamp":"2026-03-01T11:00:00.123456789+01:00"}';
    expect(parseLock(written)).toEqual({
      ...holder,
      timestamp: new Date("2026-03-01T10:00:00.123Z"),
    });
  });

  it.each([
    ["empty", ""],
    ["cut", text.slice(0, 30)],
    ["null", "null"],
    ["a list", "[]"],
    ["without a pid", JSON.stringify({ ...holder, pid: undefined })],
    ["with a pid that is no number", JSON.stringify({ ...holder, pid: "4711" })],
    ["without a host", JSON.stringify({ ...holder, hostname: undefined })],
    ["without a time", JSON.stringify({ ...holder, timestamp: undefined })],
    ["with a time that is none", JSON.stringify({ ...holder, timestamp: "yesterday" })],
  ])("that is %s tells nobody", (_what, broken) => {
    expect(parseLock(broken)).toBeUndefined();
  });
});

describe("the holder of a lock", () => {
  it("is gone when this machine has no such process", () => {
    expect(judgeLock(holder, machine(), now)).toEqual({
      gone: true,
      why: "its holder ana@desk (pid 4711) since 5 min is gone",
    });
  });

  it("is gone when the process of its number started after the lock", () => {
    const startedAt = () => new Date(locked.getTime() + 60_000);
    expect(judgeLock(holder, machine({ isAlive: () => true, startedAt }), now).gone).toBe(true);
  });

  it.each([
    ["before the lock", -60_000],
    ["with the lock", 0],
    ["within the clocks' slack", 1_500],
  ])("is alive when its process started %s", (_when, offset) => {
    const startedAt = () => new Date(locked.getTime() + offset);
    const verdict = judgeLock(holder, machine({ isAlive: () => true, startedAt }), now);
    expect(verdict).toMatchObject({
      gone: false,
      why: expect.stringContaining("which runs") as unknown,
    });
  });

  it("is alive when nobody can tell when its process started", () => {
    expect(judgeLock(holder, machine({ isAlive: () => true }), now).gone).toBe(false);
  });

  it("is never judged from another machine", () => {
    expect(judgeLock(holder, machine({ name: "lap" }), now)).toEqual({
      gone: false,
      why: "held by ana@desk (pid 4711) since 5 min, on another machine",
      fix: "wait for it to end; if it cannot be running any more, run `pulumi cancel`",
    });
  });

  it("is never judged in a container, whose process ids others may have too", () => {
    const verdict = judgeLock(holder, machine({ ownsPids: false }), now);
    expect(verdict).toMatchObject({
      gone: false,
      why: expect.stringContaining("in a container nobody can tell") as unknown,
    });
  });

  it.each([
    [-5, "0 s"],
    [59, "59 s"],
    [60, "1 min"],
    [3_599, "59 min"],
    [3_600, "1 h"],
    [172_800, "2 days"],
  ])("holds it, after %i seconds, since %s", (seconds, age) => {
    const later = new Date(locked.getTime() + seconds * 1000);
    expect(judgeLock(holder, machine(), later).why).toContain(`since ${age} `);
  });
});

describe("locks of a stack", () => {
  let place: { folder: string; project: string; stack: string };
  let notes: string[];
  const remove = (host: Host) =>
    removeDeadLocks(place, host, { now: () => now, note: (line) => notes.push(line) });
  const put = (name: string, content: string, stack = place.stack) => {
    const folder = lockFolder({ ...place, stack });
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  const left = (stack = place.stack) => readdirSync(lockFolder({ ...place, stack }));
  const refusal = (host: Host): UserError => {
    try {
      remove(host);
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
    return expect.unreachable("the locks were removed");
  };

  beforeEach(() => {
    const folder = mkdtempSync(path.join(tmpdir(), "locks-"));
    place = { folder, project: "shop", stack: "prod" };
    notes = [];
  });
  afterEach(() => rmSync(place.folder, { recursive: true }));

  it("that do not exist are nothing to do", () => {
    remove(machine());
    expect(notes).toEqual([]);
  });

  it("are removed with a line each when their holders are gone", () => {
    put("a.json", text);
    put("b.json", JSON.stringify({ ...holder, pid: 4712 }));
    remove(machine());
    expect(left()).toEqual([]);
    expect(notes).toEqual([
      "removed the lock of stack prod: its holder ana@desk (pid 4711) since 5 min is gone",
      "removed the lock of stack prod: its holder ana@desk (pid 4712) since 5 min is gone",
    ]);
  });

  it("all stay when one of them is held, and the refusal names file, holder and age", () => {
    put("a.json", text);
    put("b.json", JSON.stringify({ ...holder, hostname: "ci" }));
    const error = refusal(machine());
    expect(error.exitCode).toBe(2);
    expect(error.problems).toEqual([
      {
        where: { file: path.join(lockFolder(place), "b.json") },
        found: "stack prod is locked: held by ana@ci (pid 4711) since 5 min, on another machine",
        fix: "wait for it to end; if it cannot be running any more, run `pulumi cancel`",
      },
    ]);
    expect(left()).toEqual(["a.json", "b.json"]);
  });

  it.each([
    ["empty", "", "the lock file is empty"],
    ["cut", text.slice(0, 20), "the lock file is cut"],
  ])("that are %s stay, and the refusal says what to make sure of", (_what, content, found) => {
    put("a.json", content);
    const error = refusal(machine());
    expect(error.problems[0]?.found).toContain(`${found}, so nobody can tell who holds it`);
    expect(error.problems[0]?.fix).toBe(
      "make sure that no pulumi runs on this stack, then delete the file",
    );
    expect(left()).toEqual(["a.json"]);
  });

  it("of another stack are none of our business", () => {
    put("a.json", text, "dev");
    remove(machine());
    expect(left("dev")).toEqual(["a.json"]);
  });
});
