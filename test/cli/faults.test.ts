import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { UserError } from "../../core/errors";
import { addSandbox } from "../../cli/sandbox-commands";
import { readFaults } from "../../sandbox/faults/faults";

const bucket = "supabase:api/bucket:bucket";

let folder: string;
let shown: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "faults-"));
  writeFileSync(path.join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  shown = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    shown += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** As a person writes it, on a sandbox that does not run. */
async function fault(...words: string[]): Promise<string> {
  const program = new Command("groundwork")
    .option("-C, --cwd <dir>")
    .option("--format <format>", "", "text")
    .option("--quiet", "", false)
    .exitOverride();
  addSandbox(program);
  shown = "";
  await program.parseAsync(["-C", folder, "sandbox", "fault", ...words], { from: "user" });
  return shown;
}

const armed = () => readFaults(path.join(folder, ".groundwork/sandbox/faults.json"));

describe("sandbox fault arm", () => {
  it("takes everything that a fault can say", async () => {
    const options = ["--operation", "update", "--nth", "2", "--when", "after", "--stack", "dev"];
    const said = ["--message", "slow down", "--status", "429"];
    expect(await fault("arm", "fail", bucket, ...options, ...said)).toBe(
      `armed: 1  fail with 429 after update 2 of ${bucket} of stack dev (0 seen)\n`,
    );
    expect(armed()).toEqual([
      {
        id: 1,
        seen: 0,
        mode: "fail",
        type: bucket,
        op: "update",
        nth: 2,
        when: "after",
        stack: "dev",
        message: "slow down",
        status: 429,
      },
    ]);
  });

  it("strikes the next create, before its effect, where nothing else is said", async () => {
    await fault("arm", "fail", bucket);
    expect(armed()).toMatchObject([{ op: "create", nth: 1, when: "before" }]);
    expect(armed()[0]?.status).toBeUndefined();
  });

  it.each([
    ["200", 'status: got "200"; expected a whole number from 400 to 599'],
    ["soon", 'status: got "NaN"; expected a whole number from 400 to 599'],
  ])("refuses the status %s", async (status, message) => {
    const asked = fault("arm", "fail", bucket, "--status", status);
    await expect(asked).rejects.toThrow(UserError);
    await expect(asked).rejects.toThrow(message);
    expect(armed()).toEqual([]);
  });

  it("refuses a status where no HTTP is spoken", async () => {
    const asked = fault("arm", "fail", "vercel:index/project:Project", "--status", "500");
    await expect(asked).rejects.toThrow(
      'status: got "500"; expected no status, but for a fail of a supabase:api/… type',
    );
  });
});

describe("sandbox fault list and clear", () => {
  it("show and take away what is armed, with its status", async () => {
    await fault("arm", "fail", bucket, "--status", "503");
    expect(await fault("list")).toBe(`1  fail with 503 before create 1 of ${bucket} (0 seen)\n`);
    expect(await fault("clear")).toBe("disarmed 1\n");
    expect(await fault("list")).toBe("no fault is armed\n");
  });
});
