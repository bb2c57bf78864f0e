import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

const run = (command: string) => project.run([command, stack, "--sandbox"]);

async function clean(command: string): Promise<string> {
  const { code, stdout, stderr } = await run(command);
  expect({ code, said: code === 0 ? "" : stderr + stdout }).toEqual({ code: 0, said: "" });
  return stdout + stderr;
}

async function refused(command: string): Promise<string> {
  const { code, stdout, stderr } = await run(command);
  expect({ code, said: stderr + stdout }).toMatchObject({ code: 1 });
  return stdout + stderr;
}

async function cloud(): Promise<unknown> {
  const { stdout } = await project.run(["sandbox", "ledger", "--log", "--format", "json"]);
  return JSON.parse(stdout);
}

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

  it("stops what costs too much, with one sum to the cent in the pack and in the gate", async () => {
    const before = await cloud();
    edited([["instanceSize: small", "instanceSize: xlarge"]]);
    const said = await refused("up");
    const [, sum] = /(\d+\.\d\d) USD a month is expected, /.exec(said) ?? [];
    expect(Number(sum)).toBeGreaterThan(800);
    expect(said).toContain(`→ ${sum} USD a month expected: `);
    expect(await cloud()).toEqual(before);
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
