import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ScratchProject, scratchProject } from "./support/scratch-project";

interface Ledger {
  objects: { urn: string; type: string; stack: string }[];
  operations: { op: string; urn: string; stack: string }[];
}

let project: ScratchProject;
let original: Record<string, string>;
beforeAll(() => {
  project = scratchProject();
  original = project.tracked();
});
afterAll(() => project.remove());

async function ledger(stack: string): Promise<Ledger> {
  const { stdout } = await project.run([
    "sandbox",
    "ledger",
    "--log",
    "--stack",
    stack,
    "--format",
    "json",
  ]);
  return JSON.parse(stdout) as Ledger;
}

async function changes(command: string, stack: string): Promise<Record<string, number>> {
  const { code, stdout, stderr } = await project.run([
    command,
    stack,
    "--sandbox",
    "--format",
    "json",
  ]);
  expect({ code, stderr: code === 0 ? "" : stderr + stdout }).toEqual({ code: 0, stderr: "" });
  return (JSON.parse(stdout) as { changes: Record<string, number> }).changes;
}

/** One word of a stack file, and the one thing at a vendor that it changes: headers of prod are what canaries ask for too. */
const edits = {
  dev: ["referrerPolicy: strict-origin-when-cross-origin", "referrerPolicy: no-referrer"],
  staging: ["referrerPolicy: strict-origin-when-cross-origin", "referrerPolicy: no-referrer"],
  prod: ["expirationPreview: 1m", "expirationPreview: 2m"],
} as const;
const changed = { dev: "web-headers", staging: "web-headers", prod: "web-deployment-retention" };
type Stack = keyof typeof edits;

async function live(stack: Stack) {
  const created = await changes("up", stack);
  expect(Object.keys(created)).toEqual(["create"]);
  const made = await ledger(stack);
  expect(new Set(made.objects.map(({ urn }) => urn)).size).toBe(made.objects.length);
  expect(made.operations.map(({ op }) => op)).toEqual(made.objects.map(() => "create"));

  expect(await project.planned(stack)).toEqual({ same: created.create });
  expect(await changes("refresh", stack)).toEqual({ same: expect.any(Number) as number });

  const [from, to] = edits[stack];
  project.edit(`Pulumi.${stack}.yaml`, from, to);
  await changes("up", stack);
  const { operations } = await ledger(stack);
  const since = operations.slice(made.operations.length);
  expect(since).toMatchObject([
    { op: "update", urn: expect.stringContaining(changed[stack]) as string },
  ]);
}

async function die(stack: string) {
  await changes("destroy", stack);
  expect((await ledger(stack)).objects).toEqual([]);
}

describe("a stack on the sandbox", () => {
  it("is created once, found unchanged and updated by one provider call: prod, whose repository staging needs", async () => {
    await live("prod");
  });

  it("is created once, found unchanged, updated by one provider call and destroyed: two stacks at the same time", async () => {
    const both = (["dev", "staging"] as const).map((stack) => live(stack).then(() => die(stack)));
    await Promise.all(both);
  });

  it("is destroyed: prod, the last of all", async () => {
    await die("prod");
  });

  it("leaves every file of the project as a person wrote it", () => {
    const written = { ...original };
    for (const [stack, [from, to]] of Object.entries(edits)) {
      const file = `Pulumi.${stack}.yaml`;
      written[file] = written[file]?.replace(from, to) ?? "";
    }
    expect(project.tracked()).toEqual(written);
  });
});
