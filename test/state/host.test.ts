import { spawn } from "node:child_process";
import { once } from "node:events";
import { hostname } from "node:os";
import { describe, expect, it } from "vitest";
import { procStart, psStart, thisHost } from "../../state/host";

describe("this machine", () => {
  const host = thisHost();

  it("has its own name", () => {
    expect(host.name).toBe(hostname());
  });

  it("says of this process that it is alive and started before now and after the machine", () => {
    expect(host.isAlive(process.pid)).toBe(true);
    const started = host.startedAt(process.pid)?.getTime() ?? NaN;
    const expected = Date.now() - process.uptime() * 1000;
    expect(Math.abs(started - expected)).toBeLessThan(5_000);
  });

  it("says of a process that ended that it is gone", async () => {
    const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
    await once(child, "exit");
    expect(host.isAlive(child.pid ?? 0)).toBe(false);
    expect(host.startedAt(child.pid ?? 0)).toBeUndefined();
  });

  it("can be told that its process ids are nobody else's", () => {
    expect(thisHost(true).ownsPids).toBe(true);
    expect(thisHost(false).ownsPids).toBe(false);
  });
});

describe("a start time of Linux", () => {
  const machine = "cpu  1 2 3\nbtime 1000\nprocesses 5\n";
  const stat = (command: string, ticks: string) =>
    `42 (${command}) S ${Array.from({ length: 18 }, (_, i) => i).join(" ")} ${ticks} 99 98`;

  it("is the boot time and the ticks since", () => {
    expect(procStart(stat("node", "250"), machine)).toEqual(new Date(1_002_500));
  });

  it("is read behind the command, whatever that holds", () => {
    expect(procStart(stat("a) S 1 (b c", "250"), machine)).toEqual(new Date(1_002_500));
  });

  it.each([
    ["no ticks", "42 (node) S 1", machine],
    ["no boot time", stat("node", "250"), "cpu 1\n"],
    ["nothing", "", ""],
  ])("is unknown with %s", (_what, process, kernel) => {
    expect(procStart(process, kernel)).toBeUndefined();
  });
});

describe("a start time by ps", () => {
  it("is local time", () => {
    expect(psStart("Sat Nov 21 09:12:00 2026\n")).toEqual(new Date(2026, 10, 21, 9, 12));
  });

  it("is unknown when ps knows no such process", () => {
    expect(psStart("")).toBeUndefined();
  });
});
