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

/** Outputs of random resources that hold the value, in one spelling or another. */
const sealedOutputs = ["result", "hex", "base64", "bcryptHash"];

/** What only a person with the passphrase can read: the engine decrypts it from the state. */
async function generatedSecrets(): Promise<string[]> {
  const text = await pulumi(project.root, ["stack", "export", "--show-secrets", "--stack", "prod"]);
  const { resources } = (JSON.parse(text) as Exported).deployment;
  return resources
    .filter(({ type }) => type.startsWith("random:"))
    .flatMap(({ outputs = {} }) => sealedOutputs.map((name) => outputs[name]))
    .filter((output) => output !== undefined)
    .map((output) => JSON.parse((output as { plaintext: string }).plaintext) as string);
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
describe("the secrets that an update generated", () => {
  it("are real ones: of the database, for tokens, for crons", () => {
    expect(up.code).toBe(0);
    const lengths = secrets.map(({ length }) => length).sort((a, b) => a - b);
    // Passwords of 32 and 40 characters, 32 bytes in base64 and in hexadecimal digits, hashes of the passwords.
    expect(lengths).toEqual(expect.arrayContaining([32, 40, 44, 60, 64]));
    expect(new Set(secrets).size).toBe(secrets.length);
  });

  it("stand in clear in no file that the run wrote: state, ledger, logs, backups", () => {
    const leaks = filesBelow(path.join(project.root, ".groundwork")).filter((file) => {
      const text = readFileSync(file, "utf8");
      return secrets.flatMap(spellings).some((spelling) => text.includes(spelling));
    });
    expect(leaks).toEqual([]);
  });

  it("stand in no output: of the update, its JSON, the ledger, a state export", async () => {
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
