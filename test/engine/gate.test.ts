import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Decimal } from "decimal.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EstimateJson } from "../../cli/costs/schema";
import { revokeApproval } from "../../gate/write";
import type { Report } from "../../report/model";
import { type ScratchProject, scratchProject } from "./support/scratch-project";

const stack = "prod";
const file = `Pulumi.${stack}.yaml`;
const region = /( {4}region: )ca-central-1(\n {4}plan)/;
const looser: [RegExp, string] = [
  /strictTransportSecurity: \{ maxAge: \d+/,
  "strictTransportSecurity: { maxAge: 31536000",
];

let project: ScratchProject;
let original: string;
beforeAll(async () => {
  project = scratchProject();
  original = project.read(file).replace(/\n {2}groundwork:policy:\n[\s\S]*$/, "\n");
  write(original);
  await clean("up");
});
afterAll(() => project.remove());

const run = (command: string, ...more: string[]) =>
  project.run([command, stack, "--sandbox", ...more]);

async function clean(command: string): Promise<string> {
  const { code, stdout, stderr } = await run(command);
  expect({ code, said: code === 0 ? "" : stderr + stdout }).toEqual({ code: 0, said: "" });
  return stdout + stderr;
}

async function refused(command: string, ...more: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(command, ...more);
  expect({ code, said: stderr + stdout }).toMatchObject({ code: 1 });
  return stdout + stderr;
}

async function cloud(): Promise<unknown> {
  const { stdout } = await project.run(["sandbox", "ledger", "--log", "--format", "json"]);
  return JSON.parse(stdout);
}

/** Elsewhere it would count as part of the program. */
const reports = path.join(".groundwork", "reports");
const reportFile = (name: string) => path.join(project.root, reports, stack, name);
const report = () => JSON.parse(readFileSync(reportFile("report.json"), "utf8")) as Report;
const dollars = (sum: string | undefined) => new Decimal(sum ?? 0).toFixed(2);

const approval = () => path.join(project.root, ".groundwork", "approvals", `${stack}.json`);

/** The file as it was, with these edits and this way of judging. */
function edited(edits: readonly [from: string | RegExp, to: string][], policy = "") {
  write(original + policy);
  for (const [from, to] of edits) project.edit(file, from, to);
}

const write = (text: string) => writeFileSync(path.join(project.root, file), text);

const noDelete = `
  groundwork:policy:
    rules: { deletes-limited: { max: 0 } }
`;

const waived = `
  groundwork:policy:
    waivers:
      - rule: headers-not-loosened
        target: web-headers
        reason: the old app on a subdomain moves away
        owner: platform-team
        expires: "2099-12-31"
`;

const larger: [string, string] = ["instanceSize: small", "instanceSize: xlarge"];
/** What the rule says as far as the five largest lines. */
const overspent =
  /(\d+\.\d\d) USD a month is expected, \d+\.\d\d USD more than the limit of 800\.00 USD/;
const costly = ["cost-increase-bounded", "estimate-within-budget", "high-estimate-bounded"];
const targets = ["groundwork-prod", "profile", "profile"];
const paidFor = `
  groundwork:policy:
    waivers:${costly
      .map(
        (rule, at) => `
      - rule: ${rule}
        target: ${targets[at]}
        reason: a fair in December doubles the use
        owner: platform-team
        expires: "2099-12-31"`,
      )
      .join("")}
`;

describe("the gate of a stack that runs", () => {
  it("refuses to move a database to another region, and nothing is changed", async () => {
    const before = await cloud();
    edited([[region, "$1us-east-1$2"]]);
    const said = await refused("up");
    expect(said).toContain("stateful-kept on supabase Project db (mandatory, critical)");
    expect(said).toContain("region ca-central-1 → us-east-1");
    expect(said).toMatch(/at +\S+Pulumi\.prod\.yaml:\d+ groundwork:database\.region/);
    expect(await cloud()).toEqual(before);
    expect(existsSync(approval())).toBe(false);
  });

  it("refuses a looser header and too many deletes, each as a change of meaning", async () => {
    edited([looser, [/\n {6}LOG_LEVEL: /, "\n      LOG_LEVEL_OF_APP: "]], noDelete);
    const said = await refused("preview");
    expect(said).toContain("headers-not-loosened on vercel ProjectRoute web-headers");
    expect(said).toContain("HSTS max-age 63072000 → 31536000");
    expect(said).toContain(
      "resources deleted or replaced: 2, allowed 0: web-LOG_LEVEL, uptime-canary-script",
    );
    expect(existsSync(approval())).toBe(false);
  });

  it("stops what costs too much: one sum to the cent offline, in the pack, in the gate and in the report", async () => {
    const before = await cloud();
    edited([larger]);
    const said = await refused("up", "--report", reports);
    const [, sum = ""] = overspent.exec(said) ?? [];
    expect(Number(sum)).toBeGreaterThan(800);
    expect(said).toContain(`→ ${sum} USD a month expected: `);
    expect(await cloud()).toEqual(before);
    expect(dollars(report().costs?.total.expected)).toBe(sum);

    const offline = await project.run(["check", stack]);
    expect(offline.code).toBe(1);
    const [found, offlineSum] = overspent.exec(offline.stdout) ?? [];
    expect(offlineSum).toBe(sum);
    expect(said).toContain(found);
    expect(offline.stdout).toContain("the largest lines: db: Compute of a ");

    const estimated = await project.run(["estimate", stack, "--format", "json"]);
    expect(estimated.code).toBe(1);
    const [bill] = (JSON.parse(estimated.stdout) as EstimateJson).stacks;
    expect(dollars(bill?.total.expected)).toBe(sum);
    expect(new Decimal(bill?.total.expected ?? 0)).toEqual(
      Decimal.sum(...(bill?.lines.map(({ monthlyUsd }) => monthlyUsd.expected) ?? [])),
    );
  });

  it("lets a month through that costs too much, while somebody answers for it, and tells so in the report", async () => {
    edited([larger], paidFor);
    const { code, stdout, stderr } = await run("preview", "--report", reports);
    expect({ code, said: code === 0 ? "" : stderr + stdout }).toEqual({ code: 0, said: "" });
    expect(stdout + stderr).toContain("waived until 2099-12-31 by platform-team");
    const { verdict, results } = report();
    expect(verdict).not.toMatch(/refused|broken/);
    const waived = results.filter(({ waiver }) => waiver).map(({ rule }) => rule);
    expect(waived.sort()).toEqual(costly);
    for (const form of ["report.html", "results.sarif", "junit.xml", "summary.md"]) {
      expect(readFileSync(reportFile(form), "utf8")).toContain("a fair in December");
    }
    revokeApproval(project.root, stack);
  });

  it("lets a waived change through, shown, and runs exactly what was previewed", async () => {
    edited([looser], waived);
    const said = await clean("preview");
    expect(said).toContain("waived until 2099-12-31 by platform-team");
    expect(said).toMatch(/approved as [0-9a-f]{12} at /);
    const { digest } = JSON.parse(readFileSync(approval(), "utf8")) as { digest: string };
    expect(said).toContain(digest.slice(0, 12));

    const before = await cloud();
    const approvedFile = project.read(file);
    project.edit(file, "reason: the old app", "reason: an old app");
    const other = await refused("up");
    expect(other).toContain(`this is not what was approved: ${file} changed`);
    expect(await cloud()).toEqual(before);

    write(approvedFile);
    const done = await clean("up");
    expect(done).not.toContain("preview prod");
    expect(done).toContain(`approved as ${digest.slice(0, 12)}`);
    expect(existsSync(approval())).toBe(false);
  });
});
