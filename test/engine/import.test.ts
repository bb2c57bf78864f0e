import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { readLedger } from "../../sandbox/client";
import { Ledger } from "../../sandbox/ledger/ledger";
import { smallStackFile } from "../support/smallest-stack";
import { type Finished, type ScratchProject, scratchProject } from "./support/scratch-project";
import { addSmallStack, smallStack as stack } from "./support/small-stack";

const made = "estate";
const databaseType = "supabase:index/project:Project";
const values = { DB_PASSWORD: "the-password-in-use", JWT: "0f".repeat(32) };
const given = ["--value", "db-password=DB_PASSWORD", "secrets-JWT_SECRET=JWT"];

let project: ScratchProject;
let cloud: string;
const at = (...parts: string[]) => path.join(project.root, ...parts);

/** What somebody else made: the same product under another stack's name, whose state nobody has any more. */
beforeAll(async () => {
  project = scratchProject();
  cloud = at(".groundwork/sandbox");
  const variables = { LEFT_OVER: "from before" };
  const more = { hosting: { variables: { ...hosting().variables, ...variables } } };
  writeFileSync(at(`Pulumi.${made}.yaml`), stringify(smallStackFile(more)));
  const { code, stderr } = await project.run(["up", made, "--sandbox", "--quiet"]);
  if (code !== 0) throw new Error(stderr);
  await project.run(["sandbox", "stop"]);
  for (const gone of [`Pulumi.${made}.yaml`, ".groundwork/state"]) {
    rmSync(at(gone), { recursive: true });
  }
  addAnotherDatabase();
  addSmallStack(project);
});
afterAll(() => project.remove());

function hosting(): { variables: object } {
  return smallStackFile().config["groundwork:hosting"] as { variables: object };
}

/** A project of the same name in the same organization, as a person made one at the dashboard. */
function addAnotherDatabase() {
  const ledger = Ledger.open(path.join(cloud, "ledger.jsonl"));
  const [one] = ledger.objects.all().filter(({ type }) => type === databaseType);
  if (!one) throw new Error("the estate has no database");
  const urn = `urn:pulumi:dashboard::none::${databaseType}::shop`;
  ledger.create({ ...one, urn, id: "aaaaaaaaaaaaaaaaaaaa", claims: [] });
  ledger.close();
}

const databases = () => readLedger(cloud).objects.filter(({ type }) => type === databaseType);
const log = () => JSON.stringify(readLedger(cloud).log);
const adopt = (...more: string[]): Promise<Finished> =>
  project.run(["import", stack, "--sandbox", ...more], values);

interface Told {
  adopt: { name: string; id: string }[];
  create: unknown[];
  anew: unknown[];
  foreign: { name: string; of: string }[];
  findings: unknown[];
  trusted: { input: string }[];
  toMake: unknown[];
}

const timeout = "resourceConfig.functionDefaultTimeout";
let before: string;
let ids: string[];

/** In this order: each begins with what the one before left. */
describe("an estate of more than 40 resources that others made", () => {
  it("is not adopted while one thing may be either of two: both are named", async () => {
    await project.run(["sandbox", "drift", "web", `${timeout}=60`]);
    before = log();
    ids = databases().map(({ id }) => id);
    expect(ids).toHaveLength(2);
    const asked = await adopt("--dry-run", ...given);
    expect(asked.code, asked.stderr).toBe(1);
    expect(asked.stderr).toContain("supabase Project db: several live things may be it");
    for (const id of ids) expect(asked.stderr).toContain(`${id} (shop)`);
  });

  it("is adopted without being changed; what differs is a finding, what nobody declares is left alone", async () => {
    const done = await adopt("--yes", "--choose", `db=${ids[0]}`, ...given, "--format", "json");
    expect(done.code, done.stderr + done.stdout).toBe(1);
    const told = JSON.parse(done.stdout) as Told;
    expect(told.adopt.length).toBeGreaterThanOrEqual(40);
    expect(told).toMatchObject({ create: [], anew: [], toMake: [] });
    expect(told.foreign).toMatchObject([{ name: "LEFT_OVER, production and preview", of: "web" }]);
    const setting = `groundwork:hosting.${timeout}`;
    expect(told.findings).toMatchObject([
      { name: "web", property: timeout, live: 60, declared: 30, replaces: false, setting },
    ]);
    expect(new Set(told.trusted.map(({ input }) => input))).toEqual(
      new Set(["databasePassword", "value", "position"]),
    );
    const said = done.stdout + done.stderr;
    for (const secret of Object.values(values)) expect(said).not.toContain(secret);
    expect(log()).toBe(before);
  });

  it("ends with 0 changes and nothing replaced once the stack file says what is live", async () => {
    addSmallStack(project, { hosting: { resourceConfig: { functionDefaultTimeout: 60 } } });
    const again = await adopt("--yes", "--format", "json");
    expect(again.code, again.stderr + again.stdout).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject({ adopt: [], create: [], findings: [] });
    expect(Object.keys(await project.planned(stack))).toEqual(["same"]);
    expect(log()).toBe(before);
  });
});
