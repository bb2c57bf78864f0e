import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { audit } from "../../cli/commands/audit";
import type { Format } from "../../cli/context";
import { judgeResults } from "../../cli/verdict";
import type { RuleResult } from "../../core/finding";
import type { Tier } from "../../core/profile";
import type { DeclaredResource } from "../../core/resource";
import { run } from "../../policies/run";
import { writeWire } from "../../offline/values";
import { stacks } from "../config/support";
import { type Declared, declaredStacks } from "../repo/support/stacks";
import { spokenContext } from "./support";

let folder: string;
let declared: Declared;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "audit-"));
  declared = await declaredStacks();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The export of a stack that is exactly as the program declares it: unknowns and secrets as the engine writes them. */
function exportOf(resources: readonly DeclaredResource[], more: object = {}): string {
  const stored = resources.map(({ inputs, secrets = [], name: _name, place: _place, ...rest }) => ({
    ...rest,
    inputs: writeWire(inputs, secrets),
  }));
  return JSON.stringify({ version: 3, deployment: { resources: stored, ...more } });
}

async function audited(text: string, format: Format = "json") {
  const { context, out, notes } = spokenContext({ format, cwd: folder });
  writeFileSync(path.join(folder, "state.json"), text);
  const exitCode = await audit(context, { state: "state.json" });
  return { exitCode, out: out.join("\n"), notes };
}
/** What the offline check says of the stack. */
function checkOf(stack: Tier): RuleResult[] {
  const { clock } = spokenContext().context;
  return run({ resources: declared[stack], stack, clock: clock() });
}

const keyOf = ({ rule, urn }: RuleResult) => `${rule} ${urn}`;

interface Report {
  stack: string;
  project: string;
  resources: number;
  results: RuleResult[];
}
const reportOf = ({ out }: { out: string }) => JSON.parse(out) as Report;

const changed = (stack: keyof Declared, type: string, inputs: object) =>
  declared[stack].map((one) =>
    one.type === type ? { ...one, inputs: { ...one.inputs, ...inputs } } : one,
  );
const vercelProject = "vercel:index/project:Project";
const foreignRegion = { resourceConfig: { functionDefaultRegions: ["hkg1"] } };

describe("groundwork audit", () => {
  it.each(stacks)("answers for %s as the program's own check does", async (stack) => {
    const checked = checkOf(stack);
    const answer = await audited(exportOf(declared[stack]));
    const report = reportOf(answer);
    expect(answer.exitCode).toBe(judgeResults(checked).exitCode);
    expect(report).toMatchObject({
      project: "groundwork",
      stack,
      resources: declared[stack].length,
    });
    // The program may know what it makes a secret of; a state keeps it hidden.
    const secrets = new Map(declared[stack].map((one) => [one.urn, new Set(one.secrets)]));
    const hidden = new Set(
      checked.filter((one) => secrets.get(one.urn)?.has(one.property ?? "")).map(keyOf),
    );
    const told = (results: readonly RuleResult[]) =>
      results
        .filter((one) => !hidden.has(keyOf(one)))
        .map(({ rule, urn, state, level, property }) => ({ rule, urn, state, level, property }));
    expect(told(report.results)).toEqual(told(checked));
    expect(hidden.size).toBeLessThan(checked.length / 100);
  });

  it("tells what is wrong, how to mend it, and comes to exit code 1", async () => {
    const { exitCode, out } = await audited(
      exportOf(changed("prod", vercelProject, foreignRegion)),
      "text",
    );
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^groundwork\/prod {2}\d+ resources; rules: \d+ hold, \d+ fail/);
    expect(out).toMatch(/✗ function-regions-allowed on vercel Project web \(mandatory, medium\)\n/);
    expect(out).toMatch("fix    List only allowed regions");
    expect(out).toMatch("of     HostingProject web\n");
    expect(out).toMatch("at     groundwork:hosting.resourceConfig.functionDefaultRegions\n");
  });

  const withoutLines =
    "a state keeps no lines of the program or of the stack file: findings name the component and the setting; check shows the lines";

  it("says once that it knows no lines, and what it names instead", async () => {
    const { notes } = await audited(exportOf(changed("prod", vercelProject, foreignRegion)));
    expect(notes).toEqual([withoutLines]);
  });

  it("never shows a secret, also when the state was exported in clear", async () => {
    const secret = "sk_live_51Habcdefghijklmnop";
    const inClear = {
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      plaintext: JSON.stringify(secret),
    };
    const resources = changed("prod", vercelProject, { ...foreignRegion, buildCommand: inClear });
    for (const format of ["text", "json"] as const) {
      const { out, exitCode } = await audited(exportOf(resources), format);
      expect(exitCode).toBe(1);
      expect(out).not.toContain(secret);
    }
  });

  it("reads standard input as it reads a file", async () => {
    const { context, out } = spokenContext({ format: "json" });
    const input = Readable.from([Buffer.from(exportOf(declared.dev))]);
    expect(await audit(context, { state: "-" }, input)).toBe(judgeResults(checkOf("dev")).exitCode);
    expect(out.join("\n")).toBe((await audited(exportOf(declared.dev))).out);
  });

  it("says that the state is incomplete when an update was cut short", async () => {
    const pending = { pending_operations: [{ type: "creating", resource: {} }] };
    const { notes } = await audited(exportOf(declared.dev, pending));
    expect(notes).toEqual([
      "1 operations were cut short: what they made is not judged",
      withoutLines,
    ]);
    expect((await audited(exportOf(declared.dev))).notes).toEqual([withoutLines]);
  });

  it("judges a state without a profile as prod", async () => {
    const bare = declared.dev.filter(({ type }) => type !== "groundwork:stack:StackProfile");
    const { results } = reportOf(await audited(exportOf(bare)));
    const profile = results.find(({ rule }) => rule === "stack-profile-once");
    expect(profile).toMatchObject({ state: "fail", level: "mandatory" });
  });

  it.each([
    [
      "UTF-16, as PowerShell redirects it",
      (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le"),
    ],
    ["UTF-8 with a mark before it", (text: string) => Buffer.from(`\uFEFF${text}`)],
  ])("reads a file in %s", async (_, encoded) => {
    const { context, out } = spokenContext({ cwd: folder, format: "json" });
    writeFileSync(path.join(folder, "encoded.json"), encoded(exportOf(declared.dev)));
    expect(await audit(context, { state: "encoded.json" })).toBe(0);
    expect(JSON.parse(out.join(""))).toMatchObject({ stack: "dev" });
  });

  it("refuses what it cannot read, with exit code 2", async () => {
    await expect(audited("{}")).rejects.toMatchObject({ exitCode: 2 });
    const { context } = spokenContext({ cwd: folder });
    const fix = "name a file that pulumi stack export wrote, or - for standard input";
    await expect(audit(context, { state: "missing.json" })).rejects.toMatchObject({
      exitCode: 2,
      problems: [
        { where: { file: path.join(folder, "missing.json") }, found: "no such file", fix },
      ],
    });
    await expect(audit(context, { state: "." })).rejects.toThrow(/cannot be read \(EISDIR\)/);
    const nothing = Readable.from([Buffer.from("")]);
    await expect(audit(context, { state: "-" }, nothing)).rejects.toThrow(
      /^standard input: not JSON/,
    );
  });
});
