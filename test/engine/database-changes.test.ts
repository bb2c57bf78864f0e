import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLedger } from "../../sandbox/client";
import { apply } from "./support/apply";
import { pulumi } from "./support/pulumi";
import { type ScratchProject, scratchProject } from "./support/scratch-project";
import { addSmallStack, smallStack as stack } from "./support/small-stack";

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
  await apply(project, stack);
});
afterAll(() => project.remove());

const ledger = () => readLedger(path.join(project.root, ".groundwork", "sandbox"));

/** What an update does at the vendors: `update db-settings`. */
async function update(): Promise<string[]> {
  const before = ledger().log.length;
  await apply(project, stack);
  const since = ledger().log.slice(before);
  return since.map(({ op, urn }) => `${op} ${urn.split("::").at(-1)}`);
}

const unchanged = async () => Object.keys(await project.planned(stack));

const databaseProject = () =>
  ledger().objects.find(({ type }) => type === "supabase:index/project:Project");

describe("the database of a stack", () => {
  it("takes other settings of sign-in and of the API by one call each time", async () => {
    declare({ auth: { password_min_length: 14 } });
    expect(await update()).toEqual(["update db-settings"]);
    declare({ api: { db_schema: "public", max_rows: 500 } });
    expect(await update()).toEqual(["update db-settings"]);
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
    expect(await update()).toEqual([
      "update db-function-ai-code-generation",
      // A deployment may undo the check of callers: it is set again.
      expect.stringMatching(/^update [a-z0-9]{20}\/ai-code-generation$/),
    ]);
    expect(await unchanged()).toEqual(["same"]);
  });

  it("knows its address in a variable of the app", async () => {
    const ref = databaseProject()?.id;
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
    const { objects: before } = ledger();
    const kept = databaseProject();
    declare({ region: "us-east-1" });
    const { code, stdout, stderr } = await project.run(["up", stack, "--sandbox"]);
    expect(code).toBe(2);
    const said = stdout + stderr;
    expect(said).toContain("Update is not supported for this attribute");
    expect(said).not.toContain("expected resource operations");
    expect(ledger().objects).toEqual(before);
    declare({ region: "ca-central-1" });
    expect(await update()).toEqual([]);
    expect(databaseProject()).toEqual(kept);
  });

  it("goes as a whole, with its functions and settings", async () => {
    const { code, stdout, stderr } = await project.run(["destroy", stack, "--sandbox"]);
    expect({ code, said: code === 0 ? "" : stderr + stdout }).toEqual({ code: 0, said: "" });
    expect(ledger().objects).toEqual([]);
  });
});
