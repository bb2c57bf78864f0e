import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pulumi } from "./support/pulumi";
import { type ScratchProject, scratchProject } from "./support/scratch-project";
import { addSmallStack, smallStack as stack } from "./support/small-stack";

interface LedgerObject {
  urn: string;
  type: string;
  id: string;
  inputs: Record<string, unknown>;
}

interface Ledger {
  objects: LedgerObject[];
  operations: { op: string; urn: string }[];
}

const functionFile = "supabase/functions/ai-code-generation/index.ts";

let project: ScratchProject;
let database: object = {
  api: { db_schema: "public", max_rows: 1000 },
  functions: { "ai-code-generation": { entrypoint: functionFile } },
};
/** The stack from now on, by what it says otherwise of its database. */
function declare(changes: object) {
  database = { ...database, ...changes };
  addSmallStack(project, { database });
}
beforeAll(async () => {
  project = scratchProject();
  declare({});
  await changes("up");
});
afterAll(() => project.remove());

async function changes(command: string): Promise<Record<string, number>> {
  const { code, stdout, stderr } = await project.run([
    command,
    stack,
    "--sandbox",
    "--format",
    "json",
  ]);
  expect({ code, said: code === 0 ? "" : stderr + stdout }).toEqual({ code: 0, said: "" });
  return (JSON.parse(stdout) as { changes: Record<string, number> }).changes;
}

async function ledger(): Promise<Ledger> {
  const { stdout } = await project.run(["sandbox", "ledger", "--log", "--format", "json"]);
  return JSON.parse(stdout) as Ledger;
}

/** What an update did at the vendors: `update db-settings`. */
async function operationsOf(update: () => Promise<unknown>): Promise<string[]> {
  const before = (await ledger()).operations.length;
  await update();
  const { operations } = await ledger();
  return operations.slice(before).map(({ op, urn }) => `${op} ${urn.split("::").at(-1)}`);
}

const unchanged = async () => Object.keys(await project.planned(stack));

const projectOf = ({ objects }: Ledger) =>
  objects.find(({ type }) => type === "supabase:index/project:Project");

describe("the database of a stack", () => {
  it("takes other settings of sign-in and of the API by one call each time", async () => {
    declare({ auth: { password_min_length: 14 } });
    expect(await operationsOf(() => changes("up"))).toEqual(["update db-settings"]);
    declare({ api: { db_schema: "public", max_rows: 500 } });
    expect(await operationsOf(() => changes("up"))).toEqual(["update db-settings"]);
    expect(await unchanged()).toEqual(["same"]);
    const exported = await pulumi(project.root, [
      "stack",
      "export",
      "--show-secrets",
      "--stack",
      stack,
    ]);
    expect(exported).toContain('\\"password_min_length\\":14');
    expect(exported).toContain('\\"max_rows\\":500');
  });

  it("deploys an edge function anew when its file changes, and not otherwise", async () => {
    project.edit(functionFile, "POST only", "POST, nothing else");
    expect(await operationsOf(() => changes("up"))).toEqual([
      "update db-function-ai-code-generation",
      // A deployment may undo the check of callers: it is set again.
      expect.stringMatching(/^update [a-z0-9]{20}\/ai-code-generation$/),
    ]);
    expect(await unchanged()).toEqual(["same"]);
  });

  it("knows its address in a variable of the app", async () => {
    const { objects } = await ledger();
    const ref = projectOf({ objects, operations: [] })?.id;
    const exported = await pulumi(project.root, [
      "stack",
      "export",
      "--show-secrets",
      "--stack",
      stack,
    ]);
    const { deployment } = JSON.parse(exported) as {
      deployment: { resources: { inputs?: { key?: string; value?: { plaintext: string } } }[] };
    };
    const variable = deployment.resources.find(({ inputs }) => inputs?.key === "SUPABASE_URL");
    expect(variable?.inputs?.value?.plaintext).toBe(JSON.stringify(`https://${ref}.supabase.co`));
  });

  it("cannot move to another region: the update fails in the provider's words, and nothing is lost", async () => {
    const before = await ledger();
    declare({ region: "us-east-1" });
    const { code, stdout, stderr } = await project.run(["up", stack, "--sandbox"]);
    expect(code).toBe(2);
    const said = stdout + stderr;
    expect(said).toContain("Update is not supported for this attribute");
    expect(said).not.toContain("expected resource operations");
    expect((await ledger()).objects).toEqual(before.objects);
    declare({ region: "ca-central-1" });
    expect(await operationsOf(() => changes("up"))).toEqual([]);
    expect(projectOf(await ledger())).toEqual(projectOf(before));
  });

  it("goes as a whole, with its functions and settings", async () => {
    await changes("destroy");
    expect((await ledger()).objects).toEqual([]);
  });
});
