import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ReportFlags, report } from "../../../cli/commands/report";
import { verify } from "../../../cli/commands/verify";
import { reportFormatNames } from "../../../cli/reports/formats";
import type { Manifest } from "../../../report/manifest";
import type { Report } from "../../../report/model";
import { spokenContext } from "../support";

let out: string;
let history: string;
beforeEach(() => {
  out = mkdtempSync(path.join(tmpdir(), "report-"));
  history = mkdtempSync(path.join(tmpdir(), "history-"));
});
afterEach(() => {
  for (const folder of [out, history]) rmSync(folder, { recursive: true, force: true });
});

const dev = (name = "") => path.join(out, "dev", name);
const read = <T>(name: string) => JSON.parse(readFileSync(dev(name), "utf8")) as T;

async function write(flags: Partial<ReportFlags> = {}) {
  const spoken = spokenContext();
  const exitCode = await report(spoken.context, "dev", {
    out,
    history,
    formats: reportFormatNames,
    ...flags,
  });
  return { exitCode, ...spoken };
}

async function verified(folder = dev(), signers?: string) {
  const spoken = spokenContext();
  const exitCode = await verify(spoken.context, folder, signers === undefined ? {} : { signers });
  return { exitCode, text: spoken.out.join("\n") };
}

describe("groundwork report", () => {
  it("writes a file for each format and a manifest of them", async () => {
    const { exitCode, out: said } = await write();
    expect(exitCode).toBe(0);
    expect(readdirSync(dev()).sort()).toEqual([
      "controls.csv",
      "junit.xml",
      "manifest.json",
      "report.html",
      "report.json",
      "results.sarif",
      "summary.md",
    ]);
    expect(said[0]).toContain(`${dev()}: report.html, report.json, results.sarif`);
    const { files, inputs } = read<Manifest>("manifest.json");
    expect(files.map(({ name }) => name)).not.toContain("manifest.json");
    expect(inputs.map(({ name }) => name)).toContain("Pulumi.dev.yaml");
  });

  it("tells of the run, its rules and its costs, with places below the project", async () => {
    await write({ formats: ["json"] });
    const { run, results, costs, rules } = read<Report>("report.json");
    expect(run).toMatchObject({ stack: "dev", tier: "dev", origin: "check" });
    expect(run.at).toBe("2026-11-21T12:00:00.000Z");
    expect(Number(costs?.total.expected)).toBeGreaterThan(0);
    const families = new Map(rules.map(({ id, family }) => [id, family]));
    expect(results.filter(({ rule }) => !families.has(rule))).toEqual([]);
    const files = results.flatMap(({ place }) => (place?.file ? [place.file] : []));
    expect(new Set(files)).toEqual(new Set(["Pulumi.dev.yaml"]));
  });

  it("is the same, byte for byte, when nothing has changed", async () => {
    await write();
    const first = readFileSync(dev("manifest.json"), "utf8");
    await write();
    expect(readFileSync(dev("manifest.json"), "utf8")).toBe(first);
  });

  it("replaces an earlier report as a whole, and leaves nothing beside it", async () => {
    await write();
    await write({ formats: ["csv"] });
    expect(readdirSync(dev()).sort()).toEqual(["controls.csv", "manifest.json"]);
    expect(readdirSync(out)).toEqual(["dev"]);
  });

  it("never takes the place of a folder that holds anything else", async () => {
    await write({ formats: ["csv"] });
    rmSync(dev("manifest.json"));
    writeFileSync(dev("notes.txt"), "mine");
    await expect(write()).rejects.toThrow(/a folder with files that are no report: controls.csv/);
    expect(existsSync(dev("notes.txt"))).toBe(true);
  });

  it("compares with an earlier report that is named", async () => {
    await write({ formats: ["json"] });
    const base = path.join(out, "base.json");
    writeFileSync(base, readFileSync(dev("report.json")));
    await write({ formats: ["markdown"], base });
    expect(readFileSync(dev("summary.md"), "utf8")).toContain("Against the base: 0 new, 0 mended");
    await expect(write({ base: path.join(out, "none.json") })).rejects.toThrow(
      /no report to compare/,
    );
  });

  it.each(["{}", "[]", "null", '{"version":2,"results":[]}', '{"version":1}'])(
    "refuses to compare with what is no report: %s",
    async (text) => {
      const base = path.join(out, "base.json");
      writeFileSync(base, text);
      await expect(write({ formats: ["markdown"], base })).rejects.toMatchObject({
        exitCode: 2,
        message: `${base}: no report to compare with: it holds no results of a report of version 1; name the report.json of an earlier report with --base`,
      });
    },
  );
});

describe("groundwork report --state", () => {
  const state = () => path.join(out, "state.json");
  const stackUrn = "urn:pulumi:dev::groundwork::pulumi:pulumi:Stack::groundwork-dev";

  function exported(over: object = {}) {
    const resources = [{ urn: stackUrn, type: "pulumi:pulumi:Stack", custom: false }];
    writeFileSync(state(), JSON.stringify({ version: 3, deployment: { resources, ...over } }));
  }

  it("judges what is deployed, and says that it comes of a state", async () => {
    exported();
    const { exitCode } = await write({ formats: ["json"], state: state() });
    expect(exitCode).toBe(1);
    const { run, results } = read<Report>("report.json");
    expect(run).toMatchObject({ origin: "state", stack: "dev" });
    expect(results.find(({ rule }) => rule === "stack-profile-once")).toMatchObject({
      state: "fail",
    });
  });

  it("says so where the last update did not come to its end", async () => {
    exported({ pending_operations: [{ type: "creating", resource: { urn: stackUrn } }] });
    await write({ formats: ["json"], state: state() });
    expect(read<Report>("report.json").run.stopped).toBe(
      "1 operations were cut short: what they made is not judged",
    );
  });

  it("refuses the state of another stack", async () => {
    exported();
    const { context } = spokenContext();
    const flags = { out, formats: ["json" as const], state: state() };
    await expect(report(context, "prod", flags)).rejects.toThrow(/the state of stack "dev"/);
  });
});

describe("groundwork verify", () => {
  it("finds a fresh report to be as it was listed, and says that nobody signed it", async () => {
    await write({ formats: ["csv", "json"] });
    const { exitCode, text } = await verified();
    expect(exitCode).toBe(0);
    expect(text).toContain("✓ controls.csv: as listed\n✓ report.json: as listed\n! not signed");
  });

  it.each([
    ["changed", () => writeFileSync(dev("controls.csv"), "x"), "✗ controls.csv: changed"],
    ["missing", () => rmSync(dev("controls.csv")), "✗ controls.csv: missing"],
    ["not listed", () => writeFileSync(dev("more.txt"), ""), "✗ more.txt: not listed"],
  ])("refuses a file that is %s", async (_, change, told) => {
    await write({ formats: ["csv", "json"] });
    change();
    const { exitCode, text } = await verified();
    expect(exitCode).toBe(1);
    expect(text).toContain(told);
  });

  it("says who signed it, and refuses a manifest that was changed since or a signer who may not", async () => {
    const key = path.join(out, "key");
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "auditor", "-f", key]);
    const signers = path.join(out, "signers");
    writeFileSync(signers, `auditor@example.com ${readFileSync(`${key}.pub`, "utf8")}`);
    await write({ formats: ["csv"], sign: key });

    const good = await verified(dev(), signers);
    expect([good.exitCode, good.text.split("\n").at(-1)]).toEqual([
      0,
      "✓ signed by auditor@example.com",
    ]);

    const other = path.join(out, "other");
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "other", "-f", other]);
    const others = path.join(out, "others");
    writeFileSync(others, `other@example.com ${readFileSync(`${other}.pub`, "utf8")}`);
    expect(await verified(dev(), others)).toMatchObject({ exitCode: 1 });

    const manifest = readFileSync(dev("manifest.json"), "utf8");
    writeFileSync(dev("manifest.json"), manifest.replace('"stack": "dev"', '"stack": "prod"'));
    expect((await verified(dev(), signers)).exitCode).toBe(1);
    expect((await verified()).text).toContain("✗ the signature does not hold");
  });

  it("demands a signature where signers are named", async () => {
    await write({ formats: ["csv"] });
    const signers = path.join(out, "signers");
    writeFileSync(signers, "");
    expect((await verified(dev(), signers)).exitCode).toBe(1);
  });

  it("says so where there is no report", async () => {
    await expect(verified(out)).rejects.toThrow(/no manifest/);
  });
});
