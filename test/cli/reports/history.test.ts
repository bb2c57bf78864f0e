import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../../../cli/context";
import { type ReportFlags, report } from "../../../cli/commands/report";
import { deliver } from "../../../cli/reports/deliver";
import { sparkline } from "../../../cli/reports/history-text";
import { buildReport } from "../../../report/build";
import type { Report } from "../../../report/model";
import { situations } from "../../report/situations";
import { type SpokenContext, packageRoot, spokenContext } from "../support";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "history-"));
  writeFileSync(path.join(root, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  writeFileSync(path.join(root, "Pulumi.prod.yaml"), "config: {}\n");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const at = (...names: string[]) => path.join(root, ...names);
const spoken = (over: Partial<Context> = {}) => spokenContext({ cwd: root, ...over });

function made(name: string, day: number): Report {
  const given = situations[name];
  if (!given) throw new Error(`no situation ${name}`);
  const time = `2026-11-${String(day).padStart(2, "0")}T10:00:00.000Z`;
  return buildReport({ ...given, run: { ...given.run, at: time } });
}

const options = () => ({ out: at("out"), root, formats: ["json" as const] });

async function show(flags: Partial<ReportFlags> = {}, using: SpokenContext = spoken()) {
  const exitCode = await report(using.context, "prod", { formats: [], history: true, ...flags });
  return { exitCode, text: using.out.join("\n"), notes: using.notes };
}

const kept = (...names: string[]) =>
  readdirSync(at(...(names.length > 0 ? names : [".groundwork", "reports", "history"]), "prod"));

describe("the history of reports", () => {
  it("gets a record with each report, and the report the trend that it belongs to", async () => {
    await deliver(spoken().context, made("clean", 1), options());
    await deliver(spoken().context, made("failures", 2), options());
    expect(kept()).toHaveLength(2);
    const { trend } = JSON.parse(readFileSync(at("out", "prod", "report.json"), "utf8")) as Report;
    expect(trend?.runs.map(({ verdict }) => verdict)).toEqual(["clean", "refused"]);
    expect(trend?.since?.opened).toHaveLength(2);
  });

  it("is drawn with what changed since the run before", async () => {
    for (const [day, name] of ["clean", "warnings", "failures"].entries()) {
      await deliver(spoken().context, made(name, day + 1), options());
    }
    const { exitCode, text } = await show();
    expect(exitCode).toBe(0);
    expect(text).toContain("prod  3 runs on record");
    expect(text).toMatch(/score +█▃▁ +33 %/);
    expect(text).toMatch(/^3 +2026-11-03 10:00 +[a-z]+ +refused/m);
    expect(text).toContain("from #2 (2026-11-02 10:00) to #3 (2026-11-03 10:00):");
    expect(text).toMatch(/new: 1\n +hsts-present +r-[0-9a-f]{16}\n {2}fixed: 0\n {2}still open: 1/);
  });

  it("compares two runs that are named by number, time or commit, and refuses what names none or many", async () => {
    for (const [day, name] of ["failures", "waivers", "clean"].entries()) {
      await deliver(spoken().context, made(name, day + 1), options());
    }
    const one = (await show({ between: ["1", "2"] })).text;
    expect(one).toMatch(/fixed: 1\n +csp-no-unsafe .*\n {2}still open: 0\n {2}waived: 1/);
    expect((await show({ between: ["2026-11-01", "2026-11-02"] })).text).toBe(one);
    await expect(show({ between: ["2026-11", "2"] })).rejects.toThrow(/which 3 runs could be/);
    await expect(show({ between: ["1", "9"] })).rejects.toThrow(/9, which is no run on record/);
    await expect(show({ between: ["1"] })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining("expected two runs") as string,
    });
  });

  it("costs nobody the report where a file stands in its place", async () => {
    writeFileSync(at("taken"), "");
    const work = deliver(spoken().context, made("clean", 1), {
      ...options(),
      history: at("taken"),
    });
    await expect(work).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining("a file stands where a folder is to be") as string,
    });
    expect(readdirSync(at("out", "prod"))).toContain("report.json");
  });

  it("is told to programs as JSON", async () => {
    await deliver(spoken().context, made("clean", 1), options());
    await deliver(spoken().context, made("warnings", 2), options());
    const { text } = await show({}, spoken({ format: "json" }));
    expect(JSON.parse(text)).toMatchObject({
      stacks: [
        {
          stack: "prod",
          runs: [{ verdict: "clean" }, { verdict: "advice", open: 1 }],
          between: { at: "2026-11-01T10:00:00.000Z", opened: [{ rule: "csp-no-unsafe" }] },
          warnings: [],
        },
      ],
    });
  });

  it("says so while there is none", async () => {
    expect((await show()).text).toContain("prod  no run on record yet");
  });

  it("loses no record of runs that end at once", async () => {
    const days = Array.from({ length: 24 }, (_, nth) => nth + 1);
    await Promise.all(
      days.map((day) =>
        deliver(spoken().context, made("clean", day), { ...options(), out: at("out", `${day}`) }),
      ),
    );
    expect(kept()).toHaveLength(24);
    expect((await show()).text).toContain("24 runs on record");
  });

  it("keeps one record of one run, however often it is reported", async () => {
    await deliver(spoken().context, made("clean", 1), options());
    await deliver(spoken().context, made("clean", 1), options());
    expect(kept()).toHaveLength(1);
  });

  it("warns of what is cut, foreign or of another stack, and shows the rest", async () => {
    for (const day of [1, 2, 3]) await deliver(spoken().context, made("clean", day), options());
    const [first = ""] = kept();
    const folder = at(".groundwork", "reports", "history", "prod");
    const whole = readFileSync(path.join(folder, first), "utf8");
    writeFileSync(path.join(folder, first), whole.slice(0, 200));
    writeFileSync(path.join(folder, "notes.txt"), "mine");
    mkdirSync(path.join(folder, "more"));
    writeFileSync(path.join(folder, ".half.json"), "being written");
    const { exitCode, text, notes } = await show();
    expect(exitCode).toBe(0);
    expect(text).toContain("2 runs on record");
    expect(notes).toEqual([
      expect.stringContaining(`${first}: cut short, or changed since it was written; left out`),
      expect.stringContaining("more: no record of a report; left out"),
      expect.stringContaining("notes.txt: no record of a report; left out"),
    ]);
  });

  it("counts no record of another project in a trend", async () => {
    await deliver(spoken().context, { ...made("clean", 1) }, options());
    const other = made("clean", 2);
    const theirs = { ...other, run: { ...other.run, project: "theirs" } };
    const using = spoken();
    const { report: written } = await deliver(using.context, theirs, options());
    expect(written.trend?.runs).toHaveLength(1);
    expect(using.notes).toEqual([expect.stringContaining("a record of shop/prod; left out")]);
  });
});

describe("the place of the history", () => {
  it("is named by the flag, else by the environment, and is nowhere where nobody wants one", async () => {
    const env = { GROUNDWORK_HISTORY: "by-environment" };
    const { context } = spoken({ env });
    await deliver(context, made("clean", 1), options());
    await deliver(context, made("clean", 1), { ...options(), history: "by-flag" });
    const { report: without } = await deliver(context, made("clean", 1), {
      ...options(),
      history: false,
    });
    expect(without.trend).toBeUndefined();
    expect([kept("by-environment"), kept("by-flag")].map(({ length }) => length)).toEqual([1, 1]);
    expect(readdirSync(root)).not.toContain(".groundwork");
  });

  it("is refused where it is neither a folder nor a bucket", async () => {
    await expect(
      deliver(spoken().context, made("clean", 1), { ...options(), history: "gs://bucket/x" }),
    ).rejects.toThrow(/gs:\/\/bucket\/x; expected a folder, or s3:\/\/BUCKET\/PREFIX/);
  });

  it("asks for one thing at a time", async () => {
    await expect(show({ history: undefined })).rejects.toThrow(/neither --out nor --history/);
    await expect(show({ out: at("out"), between: ["1", "2"] })).rejects.toThrow(/--between with/);
  });
});

/** Plays the `aws` command line on a folder: what it is asked for is held to what the real one takes. */
const playedAws = `#!${process.execPath}
const { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const [, , s3, verb, from, to, quiet, ...more] = process.argv;
const place = (url) => path.join(${JSON.stringify("BUCKET")}, url.replace(/^s3:\\/\\//, ""));
if (s3 !== "s3" || quiet !== "--only-show-errors" || more.length > 0) process.exit(252);
if (from.startsWith("s3://denied") || to.startsWith("s3://denied")) {
  console.error("fatal error: An error occurred (AccessDenied)");
  process.exit(1);
}
if (verb === "cp" && from === "-") {
  mkdirSync(path.dirname(place(to)), { recursive: true });
  writeFileSync(place(to), readFileSync(0));
} else if (verb === "sync") {
  if (existsSync(place(from))) cpSync(place(from), to, { recursive: true });
} else process.exit(252);
`;

describe("a history in a bucket", () => {
  function withAws() {
    mkdirSync(at("bin"));
    const file = at("bin", "aws");
    writeFileSync(file, playedAws.replace('"BUCKET"', JSON.stringify(at("s3"))));
    chmodSync(file, 0o755);
    return { PATH: at("bin") };
  }

  it("is written and read through the aws command line", async () => {
    const env = withAws();
    const history = "s3://evidence/reports/";
    for (const [day, name] of ["clean", "warnings"].entries()) {
      await deliver(spoken({ env }).context, made(name, day + 1), { ...options(), history });
    }
    expect(kept("s3", "evidence", "reports")).toHaveLength(2);
    expect((await show({ history }, spoken({ env }))).text).toContain("2 runs on record");
    expect(readdirSync(root)).not.toContain(".groundwork");
  });

  it("that cannot be reached is told, and costs nobody the report", async () => {
    const env = withAws();
    const denied = { ...options(), history: "s3://denied/x" };
    const told = deliver(spoken({ env }).context, made("clean", 1), denied);
    await expect(told).rejects.toThrow(/the aws command line says: fatal error: .*AccessDenied/);
    expect(readdirSync(at("out", "prod"))).toContain("report.json");
  });

  it("needs that command line, and says so where there is none", async () => {
    const { context } = spoken({ env: { PATH: at("nowhere") } });
    await expect(
      deliver(context, made("clean", 1), { ...options(), history: "s3://evidence/x" }),
    ).rejects.toThrow(/needs the aws command line, and there is none/);
  });
});

describe("a line of blocks", () => {
  it("spans from the least to the most, with a gap where nothing is known", () => {
    expect(sparkline([0, 50, 100])).toBe("▁▅█");
    expect(sparkline([7, undefined, 7])).toBe("▅ ▅");
    expect(sparkline([])).toBe("");
  });
});

describe("groundwork report --events", () => {
  const log = (name: string) =>
    path.join(packageRoot, "test", "report", "fixtures", `events-${name}.jsonl`);

  async function ofEvents(file: string, named = "prod") {
    const using = spoken();
    const flags = { out: at("out"), formats: ["json", "html", "sarif", "junit", "csv"] as const };
    const exitCode = await report(using.context, named, { ...flags, events: file });
    const text = readFileSync(at("out", "prod", "report.json"), "utf8");
    return { exitCode, text: using.out.join("\n"), told: JSON.parse(text) as Report };
  }

  it("reports what packs of anybody said of any program", async () => {
    const { exitCode, told } = await ofEvents(log("refused"));
    expect(exitCode).toBe(1);
    expect(told.run).toMatchObject({ project: "shop", stack: "prod", origin: "events" });
    expect(told.verdict).toBe("refused");
    expect(told.families.map(({ family }) => family)).toEqual(["house-rules"]);
    expect((await ofEvents(log("advised"), "all")).exitCode).toBe(0);
  });

  it("is broken, and never clean, of a log that was cut", async () => {
    const file = at("cut.jsonl");
    const whole = readFileSync(log("advised"), "utf8");
    for (const share of [0, 0.01, 0.5, 0.999]) {
      writeFileSync(file, whole.slice(0, Math.floor(whole.length * share)));
      const { exitCode, told, text } = await ofEvents(file);
      expect([exitCode, told.verdict]).toEqual([2, "broken"]);
      expect(text).toContain("it stopped: ");
    }
    await expect(
      report(spoken().context, "all", { formats: [], out: "x", events: at("none") }),
    ).rejects.toThrow(/no such file/);
  });

  it("refuses the log of another stack, and to be made from two things", async () => {
    const flags = { formats: [], out: at("out") };
    const { context } = spoken();
    await expect(report(context, "dev", { ...flags, events: log("advised") })).rejects.toThrow(
      /the events of stack "prod"/,
    );
    for (const more of [
      { events: "a", state: "b" },
      { events: "a", from: "check" as const },
      { state: "b", from: "preview" as const },
      { sandbox: true },
    ]) {
      await expect(report(context, "prod", { ...flags, ...more })).rejects.toThrow(
        /expected one of/,
      );
    }
  });
});
