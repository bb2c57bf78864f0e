import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pulumi } from "./support/pulumi";
import { type ScratchProject, scratchProject } from "./support/scratch-project";

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

const stack = "staging";
const file = `Pulumi.${stack}.yaml`;
const functionFile = "supabase/functions/ai-code-generation/index.ts";

let project: ScratchProject;
beforeAll(async () => {
  project = scratchProject();
  project.owns(stack);
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

const projectOf = ({ objects }: Ledger) =>
  objects.find(({ type }) => type === "supabase:index/project:Project");

describe("the database of a stack", () => {
  it("takes other settings of sign-in and of the API by one call each time", async () => {
    project.edit(file, "    api:\n", "    auth: { password_min_length: 14 }\n    api:\n");
    expect(await operationsOf(() => changes("up"))).toEqual(["update db-settings"]);
    project.edit(file, "max_rows: 1000", "max_rows: 500");
    expect(await operationsOf(() => changes("up"))).toEqual(["update db-settings"]);
    expect(await operationsOf(() => changes("up"))).toEqual([]);
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
    expect(await operationsOf(() => changes("up"))).toEqual([]);
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
    const variable = deployment.resources.find(
      ({ inputs }) => inputs?.key === "NEXT_PUBLIC_SUPABASE_URL",
    );
    expect(variable?.inputs?.value?.plaintext).toBe(JSON.stringify(`https://${ref}.supabase.co`));
  });

  it("cannot move to another region: the gate refuses it, and nothing is lost", async () => {
    const before = await ledger();
    const moved = /( {4}region: )ca-central-1(\n {4}plan)/;
    project.edit(file, moved, "$1us-east-1$2");
    const { code, stdout, stderr } = await project.run(["up", stack, "--sandbox"]);
    expect(code).toBe(1);
    expect(stdout + stderr).toContain("region ca-central-1 → us-east-1");
    expect((await ledger()).objects).toEqual(before.objects);
    project.edit(file, /( {4}region: )us-east-1(\n {4}plan)/, "$1ca-central-1$2");
    expect(await operationsOf(() => changes("up"))).toEqual([]);
    expect(projectOf(await ledger())).toEqual(projectOf(before));
  });

  it("goes as a whole, with its functions and settings", async () => {
    await changes("destroy");
    expect((await ledger()).objects).toEqual([]);
  });
});
