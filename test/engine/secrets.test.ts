import { mkdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { standIn } from "../../config/stand-in";
import { readStackFile } from "../../config/stack-file";
import { leaseSandbox } from "../../sandbox/client";
import { filesBelow, leaksIn, type Secrets } from "../support/secret-scan";
import { pulumi } from "./support/pulumi";
import { type ScratchProject, scratchProject } from "./support/scratch-project";
import { generatedSecrets, serviceKeys } from "./support/secrets";

/*
 * What a run must keep to itself: the secrets that it generates, the keys that a plugin asks for, and the texts that
 * stand where a person's own secrets would be, which travel the same way.
 */

const file = "Pulumi.prod.yaml";
const fault = "sandbox fault arm fail aws:secretsmanager/secretVersion:SecretVersion";

/** What is run after the first update, with its exit code; each kind of output once, since a run on prod takes long. */
const commands: readonly (readonly [words: string, code: number])[] = [
  ["check --format json", 0],
  ["refresh prod --sandbox", 0],
  ["rotate prod JWT_SECRET --sandbox --write", 0],
  ["preview prod --sandbox --format json", 0],
  [`${fault} --operation create`, 0],
  ["sandbox fault list", 0],
  ["up prod --sandbox --quiet", 2],
  ["up prod --sandbox --format json --quiet", 0],
  ["render prod", 0],
  ["render prod --format json", 0],
  ["render prod --out rendered", 0],
  ["config validate", 0],
  ["sandbox ledger", 0],
  ["sandbox ledger --log", 0],
  ["sandbox ledger --format json", 0],
  ["sandbox ledger --log --format json", 0],
  ["sandbox status --format json", 0],
];

let project: ScratchProject;
let secrets: Secrets;
/** A person's secrets, by name. */
let standIns: Secrets;
/** Standard output and error of each command, by its words. */
const said: Record<string, string> = {};
const codes: Record<string, number> = {};

const work = () => path.join(project.root, ".groundwork");
const exported = (...flags: string[]): Promise<string> =>
  pulumi(project.root, ["stack", "export", "--stack", "prod", ...flags]);

async function run(words: string): Promise<void> {
  const { code, stdout, stderr } = await project.run(words.split(" "));
  said[words] = `${stdout}\n${stderr}`;
  codes[words] = code;
}

beforeAll(async () => {
  project = scratchProject();
  mkdirSync(path.join(project.root, "rendered"));
  await run("up prod --sandbox");
  const lease = await leaseSandbox({
    home: path.join(work(), "sandbox"),
    daemon: path.resolve(__dirname, "../../dist/sandbox.cjs"),
  });
  const { missingSecrets } = readStackFile(project.read(file), file, "groundwork");
  secrets = {
    ...generatedSecrets(await exported("--show-secrets")),
    ...(await serviceKeys(path.join(work(), "sandbox"), lease.supabaseEndpoint)),
  };
  standIns = Object.fromEntries(
    missingSecrets.map((name) => [name, standIn(["groundwork:secrets", name])]),
  );
  await lease.release();
});
afterAll(() => project.remove());

/** Requirement: SECR-07 */
describe("the secrets of prod", () => {
  it("are real ones: passwords, keys for tokens, of crons, of Supabase, of a person", () => {
    expect(codes).toEqual({ "up prod --sandbox": 0 });
    expect(Object.keys(secrets)).toEqual(
      expect.arrayContaining([
        "db-password result",
        "secrets-JWT_SECRET hex",
        "secrets-CRON_SECRET result",
        expect.stringMatching(/^service key of [a-z]{20}$/),
      ]),
    );
    expect(Object.keys(standIns)).toEqual(
      expect.arrayContaining(["LOG_DRAIN_SECRET", "SUPABASE_SERVICE_ROLE_KEY"]),
    );
    expect(new Set(Object.values(secrets)).size).toBe(Object.keys(secrets).length);
    for (const secret of Object.values(secrets)) expect(secret.length).toBeGreaterThan(20);
  });

  it("are in the state, sealed: there is something to find", async () => {
    const opened = leaksIn(
      { state: await exported("--show-secrets") },
      { ...secrets, ...standIns },
    );
    const found = new Set(opened.map(({ secret }) => secret));
    expect([...found].sort()).toEqual(
      expect.arrayContaining(["LOG_DRAIN_SECRET", "OPENAI_API_KEY", "db-password result"]),
    );
  });

  it("stand in clear in no output of any command, of one that fails neither", async () => {
    for (const [words, code] of commands) {
      await run(words);
      expect(codes[words], `${words}\n${said[words]}`).toBe(code);
    }
    const state = await exported();
    const again = generatedSecrets(await exported("--show-secrets"));
    expect(again["secrets-JWT_SECRET hex"]).not.toBe(secrets["secrets-JWT_SECRET hex"]);
    secrets = { ...Object.fromEntries(renamed(secrets)), ...again };
    await run("destroy prod --sandbox");
    expect(codes["destroy prod --sandbox"], said["destroy prod --sandbox"]).toBe(0);
    const places = { ...said, "state export": state };
    expect(leaksIn(places, { ...secrets, ...standIns })).toEqual([]);
  }, 600_000);

  it("stand in clear in no file that was written: state, ledger, logs, backups, rendered files", () => {
    const files = filesBelow(work());
    const rendered = filesBelow(path.join(project.root, "rendered"));
    expect(Object.keys(rendered)).toEqual(
      expect.arrayContaining(["alerts.yml", "orchestrator/fly.toml"]),
    );
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(["sandbox/ledger.jsonl", "state/.pulumi/stacks/groundwork/prod.json"]),
    );
    expect(leaksIn({ ...files, ...rendered, ...project.tracked() }, secrets)).toEqual([]);
    // The engine's history repeats the stack file, whose copy for the sandbox has stand-ins and no secret.
    const others = Object.entries(files).filter(([name]) => !name.endsWith(".history.json"));
    expect(leaksIn({ ...Object.fromEntries(others), ...rendered }, standIns)).toEqual([]);
  });
});

/** Values that a rotation leaves behind stay secret: they are kept beside the new ones. */
function renamed(before: Secrets): [string, string][] {
  return Object.entries(before).map(([name, value]) => [`${name}, at first`, value]);
}
