import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changelog } from "../../../cli/operations/changelog";
import { appendRecord, historyFile } from "../../../cli/operations/history";
import { calendarDay } from "../../../cli/option-readers";
import { spokenContext } from "../support";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "changelog-"));
  writeFileSync(path.join(root, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  for (const stack of ["dev", "prod"]) {
    writeFileSync(path.join(root, `Pulumi.${stack}.yaml`), "config: {}\n");
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const deployed = (by = "ada", stack = "prod") =>
  appendRecord(
    { root },
    {
      ...{ at: "2026-11-20T10:00:00Z", operation: "up", stack, by, dryRun: false, result: "done" },
      ...{ seconds: 60, steps: [], commit: "a".repeat(40), digest: "d1" },
      changes: [
        {
          ...{ name: "web", type: "vercel:index/project:Project", operation: "update" },
          ...{ properties: ["nodeVersion"], meaning: [] },
        },
      ],
    },
  );
const flags = { all: false, sandbox: false };
const asked = (format: "text" | "markdown" | "json") => spokenContext({ cwd: root, format });

// Requirement: REL-17
describe("groundwork changelog", () => {
  it("tells a stack's changes on a terminal", async () => {
    deployed();
    const { context, out } = asked("text");
    expect(await changelog(context, "prod", flags)).toBe(0);
    expect(out[0]).toBe(
      [
        "prod:",
        "2026-11-20T10:00:00Z  deployments  deployed, by ada, commit aaaaaaaaaaaa, digest d1",
        "2026-11-20T10:00:00Z  configuration  with up, by ada, commit aaaaaaaaaaaa, digest d1",
        "    changed: web (vercel Project): nodeVersion",
      ].join("\n"),
    );
  });

  it("writes Markdown by day and kind, in which nothing of a record is markup", async () => {
    deployed("eve](http://x)<b>@all");
    const { context, out } = asked("markdown");
    const since = calendarDay("2026-11-01");
    await changelog(context, "prod", { ...flags, since });
    expect(out[0]).toContain(
      "# Changelog of prod since 2026-11-01\n\n## 2026-11-20\n\n### Deployments",
    );
    expect(out[0]).toContain("commit `aaaaaaaaaaaa`, digest `d1`");
    expect(out[0]).not.toMatch(/<b>|@all|[^\\]\]\(/);
  });

  it("tells every stack as JSON, and that nothing is recorded", async () => {
    deployed("ada", "dev");
    const { context, out } = asked("json");
    expect(await changelog(context, undefined, { ...flags, all: true })).toBe(0);
    const { stacks } = JSON.parse(out[0]!) as { stacks: { stack: string; entries: object[] }[] };
    expect(stacks.map(({ stack, entries }) => `${stack} ${entries.length}`)).toEqual([
      ...["dev 2", "prod 0"],
    ]);
    const { context: it, out: said } = asked("text");
    await changelog(it, "prod", flags);
    expect(said).toEqual(["prod: nothing is recorded"]);
  });

  it("says which lines nobody can read, and comes to 1", async () => {
    deployed();
    writeFileSync(historyFile({ root }, "prod"), "{ cut\n", { flag: "a" });
    const { context, out } = asked("text");
    expect(await changelog(context, "prod", flags)).toBe(1);
    expect(out[0]).toContain("line 2 of ");
  });

  it("reads the history of a pipeline, and leaves out other stacks in it", async () => {
    deployed("ada", "dev");
    const { context, out } = asked("text");
    await changelog(context, "prod", { ...flags, history: historyFile({ root }, "dev") });
    expect(out).toEqual(["prod: nothing is recorded"]);
  });

  it("wants a stack or all of them, and a day that the calendar has", () => {
    expect(() => changelog(asked("text").context, undefined, flags)).toThrow(
      /neither a stack nor --all/,
    );
    expect(() => changelog(asked("text").context, "prod", { ...flags, all: true })).toThrow(
      /a stack and --all/,
    );
    expect(() => calendarDay("2026-02-30")).toThrow(/a day such as/);
  });
});
