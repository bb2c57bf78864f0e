import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readStackFile, sandboxCopy } from "../../config/stack-file";
import { locateEngine, withEngineOnPath } from "../../sandbox/engine/locate";

const scalars = `config:
  a:dates: { day: 2026-12-01, short: 2026-1-2, at: 2026-12-01T10:00:00Z, none: 2026-13-01, text: "2026-12-01" }
  a:numbers: { f: 10.10, e: 1234567e10, big: 12345678901234567890, us: 1_000, oct: 010, hex: 0x10, bin: 0b11, no: 1.2.3 }
  a:words: { y: yes, t: True, n: ~, empty: , tagged: !!str 123 }
  a:keys: { 1: a, true: b, 1.50: c }
  a:merged: { <<: &x { k: 1, z: 1 }, z: 2 }
  a:float: 10.10
  a:day: 2026-12-01
  a:list: [1, 2026-12-01]
  bare: { z: 1, B: 2, a: 3 }
  a:config:old: 1
`;

let folder: string;
let pulumi: (args: string[]) => string;

beforeAll(() => {
  const engine = locateEngine(process.env);
  if (!engine.found) throw new Error(`no engine: ${engine.reason}; run npm start once`);
  folder = mkdtempSync(path.join(os.tmpdir(), "stack-config-"));
  mkdirSync(path.join(folder, "state"));
  writeFileSync(path.join(folder, "Pulumi.yaml"), "name: groundwork\nruntime: nodejs\n");
  const env = {
    ...withEngineOnPath(process.env, engine),
    PULUMI_BACKEND_URL: `file://${path.join(folder, "state")}`,
    PULUMI_HOME: path.join(folder, "home"),
    PULUMI_CONFIG_PASSPHRASE: "stack-config-test",
    PULUMI_SKIP_UPDATE_CHECK: "1",
  };
  pulumi = (args) => {
    const run = spawnSync(engine.path, args, { cwd: folder, env, encoding: "utf8" });
    if (run.status !== 0) throw new Error(run.stderr);
    return run.stdout;
  };
  pulumi(["stack", "init", "any"]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The configuration that the engine reads from a stack file. */
function engineConfig(text: string): Record<string, string> {
  const file = path.join(folder, "copy.yaml");
  writeFileSync(file, text);
  const shown = pulumi(["config", "--json", "--stack", "any", "--config-file", file]);
  const entries = Object.entries(JSON.parse(shown) as Record<string, { value: string }>);
  return Object.fromEntries(entries.map(([key, { value }]) => [key, value]));
}

describe("a stack file read without the engine", () => {
  it.each([
    "Pulumi.dev.yaml",
    "Pulumi.staging.yaml",
    "Pulumi.prod.yaml",
    "test/config/every-key.yaml",
  ])("gives the configuration that the engine reads from the sandbox copy of %s", (file) => {
    const text = readFileSync(file, "utf8");
    const { config, missingSecrets } = readStackFile(text, file, "groundwork");
    expect(engineConfig(sandboxCopy(text, missingSecrets))).toEqual(config);
  });

  it("gives dates, numbers, words, keys and anchors as the engine does", () => {
    expect(readStackFile(scalars, "Pulumi.any.yaml", "groundwork").config).toEqual(
      engineConfig(scalars),
    );
  });
});
