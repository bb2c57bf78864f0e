import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { measureAll, timeCommand } from "../../bench/measure";
import { peakHook } from "../../bench/programs";
import type { Command, Row } from "../../bench/row";

const command = (file: string): Command => ({ file, args: [], cwd: "/", env: {} });
const rows: Row[] = [
  { id: "cli", title: "", command: command("a") },
  { id: "prod", title: "", command: command("b") },
  { id: "1000", title: "", command: command("long"), mostRuns: 2 },
];

describe("measuring", () => {
  it("runs the rows in turn, after one run of each that does not count", async () => {
    const made: string[] = [];
    const samples = await measureAll(rows.slice(0, 2), {
      runs: 2,
      run: ({ file }) => {
        made.push(file);
        return Promise.resolve({ milliseconds: made.length });
      },
    });
    expect(made.join(" ")).toBe("a b a b a b");
    expect([...samples]).toEqual([
      ["cli", [{ milliseconds: 3 }, { milliseconds: 5 }]],
      ["prod", [{ milliseconds: 4 }, { milliseconds: 6 }]],
    ]);
  });

  it("gives a long row no more runs than it takes, and none that does not count", async () => {
    const made: string[] = [];
    const run = ({ file }: Command) => {
      made.push(file);
      return Promise.resolve({ milliseconds: 1 });
    };
    const samples = await measureAll(rows, { runs: 3, run });
    expect(made.join(" ")).toBe("a b a b long a b long a b");
    expect(samples.get("1000")).toHaveLength(2);
  });

  it("says which run of which row it makes", async () => {
    const said: string[] = [];
    await measureAll(rows.slice(2), {
      runs: 1,
      run: () => Promise.resolve({ milliseconds: 1 }),
      onRun: ({ id }, round) => said.push(`${id} ${round}`),
    });
    expect(said).toEqual(["1000 1"]);
  });
});

describe("a timed command", () => {
  const node = (script: string): Command => ({
    file: process.execPath,
    args: ["-e", script],
    cwd: "/",
    env: { MARK: "from the row" },
  });

  it("runs in its folder with its environment, and takes as long as the process lives", async () => {
    const script = "if (process.cwd() + process.env.MARK !== '/from the row') process.exit(3)";
    const { milliseconds, failure } = await timeCommand(node(script));
    expect(failure).toBeUndefined();
    expect(milliseconds).toBeGreaterThan(0);
  });

  it("counts where it ends as it should, be that with a refusal", async () => {
    expect(await timeCommand({ ...node("process.exitCode = 1"), exitCode: 1 })).not.toHaveProperty(
      "failure",
    );
    expect(await timeCommand({ ...node(""), exitCode: 1 })).toHaveProperty("failure");
  });

  it("tells the most memory that it held, where it leaves that behind", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "peak-"));
    const peakFile = path.join(folder, "peak");
    const hold = "globalThis.held = Buffer.alloc(100 * 1024 * 1024, 1)";
    const run = (script: string) => timeCommand({ ...node(script), peakFile });
    const { megabytes = 0 } = await run(`${peakHook(peakFile)}${hold}`);
    expect(megabytes).toBeGreaterThan(100);
    expect(megabytes).toBeLessThan(1000);
    expect(await run("")).not.toHaveProperty("megabytes");
    rmSync(folder, { recursive: true });
  });

  it("counts the time that it leaves behind, where it is to leave one", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "time-"));
    const timeFile = path.join(folder, "time");
    const leave = `require("node:fs").writeFileSync(${JSON.stringify(timeFile)}, "0.25")`;
    expect(await timeCommand({ ...node(leave), timeFile })).toEqual({ milliseconds: 0.25 });
    expect(await timeCommand({ ...node(""), timeFile })).toHaveProperty("failure");
    rmSync(folder, { recursive: true });
  });

  it.each([
    ["its first error line", "console.log('one'); console.error('error: two')", "error: two"],
    ["its first line where none is an error", "console.log('\\none\\ntwo')", "one"],
    ["that it said nothing", "", "it said nothing"],
  ])("that fails tells its exit code and %s", async (_what, script, words) => {
    const { failure } = await timeCommand(node(`${script}; process.exitCode = 7`));
    expect(failure).toBe(`exit 7: ${words}`);
  });
});
