import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pulumi } from "./support/pulumi";
import { type Finished, type ScratchProject, scratchProject } from "./support/scratch-project";

let project: ScratchProject;
let up: Finished;
let secrets: string[];

beforeAll(async () => {
  project = scratchProject();
  up = await project.run(["up", "prod", "--sandbox"]);
  secrets = await generatedSecrets();
});
afterAll(() => project.remove());

interface Exported {
  deployment: { resources: { type: string; outputs?: Record<string, unknown> }[] };
}

/** What only a person with the passphrase can read: the engine decrypts it from the state. */
async function generatedSecrets(): Promise<string[]> {
  const text = await pulumi(project.root, ["stack", "export", "--show-secrets", "--stack", "prod"]);
  const { resources } = (JSON.parse(text) as Exported).deployment;
  const password = resources.find(({ type }) => type.startsWith("random:"))?.outputs?.result;
  const { plaintext } = password as { plaintext: string };
  return [JSON.parse(plaintext) as string];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Ways in which a text can stand in a file: as it is, escaped, encoded. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    json,
    encodeURIComponent(secret),
    bytes.toString("base64"),
    bytes.toString("hex"),
  ];
}

// Requirement: SECR-07
describe("a secret that an update generated", () => {
  it("is a real one", () => {
    expect(up.code).toBe(0);
    expect(secrets).toEqual([expect.stringMatching(/^\S{32}$/)]);
  });

  it("stands in clear in no file that the run wrote: state, ledger, logs, backups", () => {
    const leaks = filesBelow(path.join(project.root, ".groundwork")).filter((file) => {
      const text = readFileSync(file, "utf8");
      return secrets.flatMap(spellings).some((spelling) => text.includes(spelling));
    });
    expect(leaks).toEqual([]);
  });

  it("stands in no output: of the update, its JSON, the ledger, a state export", async () => {
    const outputs = [
      up.stdout,
      up.stderr,
      ...(
        await Promise.all([
          project.run(["up", "prod", "--sandbox", "--format", "json"]),
          project.run(["sandbox", "ledger", "--log", "--format", "json"]),
        ])
      ).flatMap(({ stdout, stderr }) => [stdout, stderr]),
      await pulumi(project.root, ["stack", "export", "--stack", "prod"]),
    ].join("\n");
    const leaks = secrets.flatMap(spellings).filter((spelling) => outputs.includes(spelling));
    expect(leaks).toEqual([]);
  });
});
