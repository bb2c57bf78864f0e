import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { armFault, listFaults, readLedger, type Fault } from "../../sandbox/client";
import { apply } from "./support/apply";
import { isOfManagementApi } from "./support/declared";
import { expectGone, killedUp } from "./support/killed-up";
import { scratchProject, type Finished, type ScratchProject } from "./support/scratch-project";
import { addSmallStack, smallStack as stack } from "./support/small-stack";

const projectType = "vercel:index/project:Project";
const checkType = "aws:route53/healthCheck:HealthCheck";
const databaseType = "supabase:index/project:Project";
/** Two hosts that are checked. */
const hosted = { domains: { "a.example.com": {}, "b.example.com": {} } };

let project: ScratchProject;
let cloud: string;
beforeEach(() => {
  project = scratchProject({ checkpoints: true });
  addSmallStack(project, { hosting: hosted });
  cloud = path.join(project.root, ".groundwork/sandbox");
});
afterEach(() => project.remove());

const killed = (due: () => boolean, meanwhile?: () => Promise<void>) =>
  killedUp(project, stack, due, meanwhile);

/** Of two updates at a time one goes on, and the other says whose lock it met. */
async function refusesAnother() {
  const second = await project.run(["up", stack, "--sandbox"]);
  expect(second).toMatchObject({ code: 2 });
  expect(second.stderr).toMatch(
    /stack trial is locked: held by \S+@\S+ \(pid \d+\) since \d+ (s|min), which runs/,
  );
}

async function succeeds(args: readonly string[]): Promise<Finished> {
  const finished = await project.run(args);
  expect(finished, finished.stderr + finished.stdout).toMatchObject({ code: 0 });
  return finished;
}

const holds = async (fault: Omit<Fault, "stack" | "op" | "nth" | "mode">) => {
  await armFault(cloud, { stack, op: "create", nth: 1, mode: "drop-reply", ...fault });
  return () => listFaults(cloud).length === 0;
};

interface State {
  checkpoint: {
    latest: {
      resources: { urn: string; custom: boolean; type: string; id?: string }[];
      pending_operations?: unknown[];
    };
  };
}

const stateFile = () =>
  path.join(project.root, ".groundwork/state/.pulumi/stacks/groundwork", `${stack}.json`);

function state() {
  return (JSON.parse(readFileSync(stateFile(), "utf8")) as State).checkpoint.latest;
}

/** One `up` puts it right, another would find nothing to do, and cloud and state agree object by object. */
async function converges(): Promise<string> {
  const healed = await succeeds(["up", stack, "--sandbox"]);
  expect(Object.keys(await project.planned(stack))).toEqual(["same"]);

  const objects = readLedger(cloud, { stack })
    .objects.filter((it) => !isOfManagementApi(it))
    .map(({ urn, id }) => `${urn} ${id}`)
    .sort();
  const urns = objects.map((line) => line.split(" ")[0]);
  expect(new Set(urns).size).toBe(urns.length);
  const recorded = state().resources.filter(({ urn }) => urns.includes(urn));
  expect(recorded.map(({ urn, id }) => `${urn} ${id}`).sort()).toEqual(objects);
  expect(state().pending_operations ?? []).toEqual([]);
  return healed.stderr;
}

/** What happened to objects of a type, oldest first. */
function history(type: string) {
  return readLedger(cloud, { stack }).log.filter((entry) => entry.type === type);
}

describe("an engine that is killed in the middle of up", () => {
  it("before the effect: until then no other goes on; then no process stays, and what was not made is forgotten and made once", async () => {
    const due = await holds({ type: projectType, when: "before" });
    const started = await killed(due, refusesAnother);
    expect(history(projectType)).toEqual([]);
    await expectGone(started);
    const said = await converges();
    expect(said).toMatch(/removed the lock of stack trial: its holder .* is gone/);
    expect(said).toContain("forgot vercel Project web, which a killed run had not made yet");
    expect(history(projectType)).toHaveLength(1);
  });

  it("after the effect of something that was given a secret: it is adopted, secret and all", async () => {
    await killed(await holds({ type: databaseType, when: "after" }));
    const [made] = history(databaseType);
    const said = await converges();
    expect(said).toContain("adopted supabase Project");
    expect(said).toContain(`(${made?.id}), which a killed run had made`);
    expect(history(databaseType)).toEqual([made]);
  });

  it("after the reply, while it writes the attributes of its state", async () => {
    await killed(() => history(projectType).length > 0);
    const [made] = history(projectType);
    writeFileSync(`${stateFile()}.attrs`, "");
    const said = await converges();
    expect(said).toContain(`removed the attributes of the state file of stack ${stack}`);
    expect(history(projectType)).toEqual([made]);
  });

  it("while it replaces one thing by another: the new one stays, and the old one goes", async () => {
    await apply(project, stack);
    const uptime = { defaults: { measureLatency: true } };
    addSmallStack(project, { hosting: hosted, uptime });
    await killed(await holds({ type: checkType, when: "after" }));
    // Of several checks, the one whose reply was lost.
    const made = history(checkType).at(-1);
    const ofIt = () => history(checkType).filter(({ urn }) => urn === made?.urn);
    const [old] = ofIt();
    await converges();
    expect(ofIt().map(({ op, id }) => `${op} ${id}`)).toEqual([
      `create ${old?.id}`,
      `create ${made?.id}`,
      `delete ${old?.id}`,
    ]);
  });
});
