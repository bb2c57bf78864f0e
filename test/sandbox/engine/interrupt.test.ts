import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, test, vi } from "vitest";
import { testMachine } from "./machine";

const patience = { timeout: 20_000, interval: 50 };

/** The set-up of the engine as its own process, in the middle of a build that would never end. */
async function building() {
  const machine = testMachine();
  machine.script("tools/go", `echo $$ > ${machine.root}/go-pid; exec sleep 600`);
  await build({
    entryPoints: ["sandbox/engine/main.ts"],
    outfile: join(machine.root, "project/dist/engine.cjs"),
    bundle: true,
    platform: "node",
    logLevel: "error",
  });
  const child = spawn(process.execPath, [join(machine.root, "project/dist/engine.cjs")], {
    env: machine.env,
    stdio: "ignore",
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await vi.waitFor(() => expect(machine.has("go-pid")).toBe(true), patience);
  const go = Number(readFileSync(join(machine.root, "go-pid"), "utf8"));
  return { machine, child, ended, go };
}

describe("an interrupted build of the engine", () => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s ends Go and leaves nothing behind", async (signal, code) => {
    const { machine, child, ended, go } = await building();
    child.kill(signal);
    expect(await ended).toBe(code);
    expect(() => process.kill(go, 0)).toThrow("ESRCH");
    expect(readdirSync(join(machine.root, "home/.pulumi/versions"))).toEqual([]);
  });
});
