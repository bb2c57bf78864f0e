import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LedgerObject, readLedger } from "../../sandbox/client";
import { apply } from "./support/apply";
import { type ScratchProject, scratchProject } from "./support/scratch-project";
import { addSmallStack, type Sections, smallStack as stack } from "./support/small-stack";

const waived = { reason: "a trial", owner: "platform-team", expires: "2099-12-31" };
/** That a function stops checking its callers is a protection lifted. */
const opening = {
  ...waived,
  rule: "protection-not-lifted",
  target: "db-function-ai-code-generation-jwt",
};
/** Recovery to a point in time needs Small compute. */
const larger = { ...waived, rule: "database-size-limited", target: "db" };
const functionFile = "supabase/functions/ai-code-generation/index.ts";

const deployed = { entrypoint: functionFile };
const database = {
  instanceSize: "small",
  pitr: { days: 7 },
  pooler: { poolSize: 50 },
  readReplicas: ["ca-central-1"],
  functions: { "ai-code-generation": deployed },
};

let project: ScratchProject;
let sections: Sections = { database };
/** The stack from now on, by what it says otherwise of its database and what it waives besides. */
function declare(changes: object, ...waivers: object[]) {
  const policy = { waivers: [larger, ...waivers] };
  sections = { database: { ...sections["database"], ...changes }, policy };
  addSmallStack(project, sections);
}
beforeAll(() => {
  project = scratchProject();
  declare({});
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

const ledger = () => readLedger(path.join(project.root, ".groundwork", "sandbox"));

/** What the Management API keeps of the project beside its buckets: `addon pitr`. */
const partOf = ({ type, id }: { type: string; id: string }) =>
  `${type.replace(/^supabase:api\/.*:/, "")} ${id.slice(id.indexOf("/") + 1)}`;

const isPart = ({ type }: { type: string }) =>
  type.startsWith("supabase:api/") && !/:(bucket|policy)$/.test(type);

const parts = (): Record<string, LedgerObject["outputs"]> =>
  Object.fromEntries(
    ledger()
      .objects.filter(isPart)
      .map((it) => [partOf(it), it.outputs]),
  );

/** What an update did through the Management API: `update pooler it`. */
async function callsOf(update: () => Promise<unknown>): Promise<string[]> {
  const before = ledger().log.length;
  await update();
  const since = ledger().log.slice(before).filter(isPart);
  return since.map((it) => `${it.op} ${partOf(it)}`);
}
const applied = () => callsOf(() => apply(project, stack));

// Requirement: DB-02, DB-06, DB-07, DB-14, DR-07, ENV-08
describe("what Supabase's own provider cannot manage of a database", () => {
  it("is previewed before the project exists, with nothing that a rule cannot judge", async () => {
    expect(Object.keys(await changes("preview"))).toEqual(["create"]);
  });

  it("is made with the stack, in the order that Supabase needs, and found unchanged", async () => {
    const calls = await applied();
    expect(calls.indexOf("create addon pitr")).toBeLessThan(
      calls.findIndex((call) => call.startsWith("create replica")),
    );
    const { "pooler it": pooler, "addon pitr": pitr, ...others } = parts();
    expect(pooler).toEqual({ default_pool_size: 50, pool_mode: "transaction" });
    expect(pitr).toEqual({ variant: "pitr_7" });
    expect(others["function ai-code-generation"]).toEqual({ verify_jwt: true });
    expect(Object.keys(others)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^replica [a-z]+-rr-ca-central-1-/)]),
    );
    expect(Object.keys(await changes("refresh"))).toEqual(["same"]);
    expect(Object.keys(await project.planned(stack))).toEqual(["same"]);
  });

  it("takes another size and another number of days by one call each", async () => {
    declare({ pooler: { poolSize: 60 }, pitr: { days: 14 } });
    const calls = await applied();
    expect(calls.sort()).toEqual(["update addon pitr", "update pooler it"]);
    expect(parts()).toMatchObject({
      "pooler it": { default_pool_size: 60 },
      "addon pitr": { variant: "pitr_14" },
    });
  });

  it("opens a function that says why, and sets the check again when the function is deployed anew", async () => {
    const verifyJwt = { enabled: false, reason: "The caller is known by its signature" };
    const functions = { "ai-code-generation": { ...deployed, verifyJwt } };
    declare({ functions }, opening);
    const opened = callsOf(() => changes("up"));
    expect(await opened).toEqual(["update function ai-code-generation"]);
    expect(parts()).toMatchObject({ "function ai-code-generation": { verify_jwt: false } });
    project.edit(functionFile, "POST only", "POST, nothing else");
    expect(await applied()).toEqual(["update function ai-code-generation"]);
  });

  it("loses a replica that is no longer declared, and nothing else changes", async () => {
    declare({ readReplicas: [] });
    expect(await applied()).toEqual([
      expect.stringMatching(/^delete replica [a-z]+-rr-ca-central-1-/),
    ]);
  });

  it("is refused at its place in the file when the compute size no longer carries it", async () => {
    declare({ instanceSize: "micro" });
    const { code, stderr, stdout } = await project.run(["up", stack, "--sandbox"]);
    expect(code).toBe(1);
    expect(stdout + stderr).toMatch(
      /Pulumi\.trial\.yaml:\d+:\d+ groundwork:database\.pitr: .*at least small compute/,
    );
    declare({ instanceSize: "small" });
  });

  it("goes with the stack and leaves nothing behind", async () => {
    await changes("destroy");
    expect(ledger().objects).toEqual([]);
  });
});
