import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseUrn, shortType } from "../../core/urn";
import { type Finished, type ScratchProject, scratchProject } from "./support/scratch-project";
import { addSmallStack, smallStack as stack, smallStackFile as file } from "./support/small-stack";

const common = { owner: "platform-team", keeper: "2026-11-01", rotationDays: 90 };
const secretRegistry = {
  JWT_SECRET: {
    ...common,
    source: "generated",
    bytes: 32,
    destinations: { vercel: {}, awsSecretsManager: { name: "shop/dev/JWT_SECRET" } },
  },
  CRON_SECRET: { ...common, source: "generated", length: 40, destinations: { vercel: {} } },
  OPENAI_API_KEY: { owner: "platform-team", source: "required", rotationDays: 365 },
};

let project: ScratchProject;

beforeAll(async () => {
  project = scratchProject();
  addSmallStack(project, { secretRegistry });
  const { code, stderr } = await project.run(["up", stack, "--sandbox", "--quiet"]);
  if (code !== 0) throw new Error(stderr);
});
afterAll(() => project.remove());

interface Report {
  steps: { urn: string; type: string; op: string }[];
}

const rotate = (...args: string[]) => project.run(["rotate", stack, ...args, "--sandbox"]);

/** `<operation> <type> <name>` of what an operation would change, each once, sorted. */
function changesOf({ stdout }: Finished): string[] {
  const { steps } = JSON.parse(stdout) as Report;
  const changed = steps
    .filter(({ op }) => op !== "same")
    .map(({ op, type, urn }) => `${op} ${shortType(type)} ${parseUrn(urn).name}`);
  return [...new Set(changed)].sort();
}

describe("rotate on the engine", () => {
  it("shows exactly the resources of that secret, and changes no file and no resource", async () => {
    const before = project.tracked();
    const ledger = await project.run(["sandbox", "ledger", "--format", "json"]);
    const shown = await rotate("JWT_SECRET", "--format", "json");
    expect(shown.code, shown.stderr).toBe(0);
    const lines = changesOf(shown);
    expect([...new Set(lines.map((line) => line.split(" ").at(-1)))].sort()).toEqual([
      "secrets",
      "secrets-JWT_SECRET",
      "secrets-JWT_SECRET-aws-version",
      "secrets-JWT_SECRET-vercel",
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/replace.* secrets-JWT_SECRET$/),
        expect.stringMatching(/replace.* secrets-JWT_SECRET-aws-version$/),
        expect.stringMatching(/^update .* secrets-JWT_SECRET-vercel$/),
      ]),
    );
    expect(project.tracked()).toEqual(before);
    expect((await project.run(["sandbox", "ledger", "--format", "json"])).stdout).toBe(
      ledger.stdout,
    );
  });

  it.each([
    ["a secret that nobody registered", "JWT_SECRETS", "did you mean JWT_SECRET?"],
    [
      "a secret that a person sets",
      "OPENAI_API_KEY",
      `pulumi config set --secret --path 'groundwork:secrets.OPENAI_API_KEY' --stack ${stack}`,
    ],
  ])("refuses %s", async (_, secret, advice) => {
    const { code, stdout, stderr } = await rotate(secret);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(advice);
  });

  // Requirement: OPS-04
  it("shows several at once, writes nothing with --dry-run, and stands in the stack's history", async () => {
    const before = project.tracked();
    const both = ["JWT_SECRET", "CRON_SECRET"];
    const shown = await rotate(...both, "--write", "--dry-run", "--format", "json");
    expect(shown.code, shown.stderr).toBe(0);
    const told = JSON.parse(shown.stdout) as { keepers: object; written: boolean };
    expect([Object.keys(told.keepers), told.written]).toEqual([both, false]);
    const names = changesOf(shown).map((line) => line.split(" ").at(-1));
    expect(names).toEqual(expect.arrayContaining(both.map((secret) => `secrets-${secret}`)));
    expect(project.tracked()).toEqual(before);
    const { stdout } = await project.run(["history", stack, "--last", "1", "--format", "json"]);
    const { records } = JSON.parse(stdout) as { records: object[] };
    expect(records).toMatchObject([
      { operation: "rotate", dryRun: true, sandbox: true, result: "done" },
    ]);
  });

  it("with --write changes the keeper's line alone, and the next update makes another value", async () => {
    const before = project.read(file).split("\n");
    const shown = await rotate("CRON_SECRET", "--write");
    expect(shown.code, shown.stderr).toBe(0);
    expect(shown.stdout).not.toContain("JWT_SECRET");
    const changed = project
      .read(file)
      .split("\n")
      .filter((line, i) => line !== before[i]);
    expect(changed).toEqual([expect.stringMatching(/^ {6}keeper: "\d{4}-\d{2}-\d{2}"$/)]);
    expect(shown.stdout).toContain(
      `${file} now says ${changed.join("").trim()} for CRON_SECRET; run npx groundwork up ${stack}`,
    );
    const up = await project.run(["up", stack, "--sandbox", "--format", "json"]);
    expect(up.code, up.stderr).toBe(0);
    const names = changesOf(up).map((line) => line.split(" ").at(-1));
    expect([...new Set(names)].sort()).toEqual([
      "secrets",
      "secrets-CRON_SECRET",
      "secrets-CRON_SECRET-vercel",
    ]);
  });
});
