import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { addSandbox } from "../../cli/sandbox-commands";

const host = "app.example.com";

let folder: string;
let shown: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "breakages-"));
  writeFileSync(path.join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
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
async function sandbox(...words: string[]): Promise<string> {
  const program = new Command("groundwork")
    .option("-C, --cwd <dir>")
    .option("--format <format>", "", "text")
    .option("--quiet", "", false)
    .exitOverride();
  addSandbox(program);
  shown = "";
  await program.parseAsync(["-C", folder, "sandbox", ...words], { from: "user" });
  return shown;
}

it("breaks, lists and mends what hosts serve", async () => {
  const header = ["--header", "X-Frame-Options", "--release", "dpl_1"];
  expect(await sandbox("break", "header", "App.Example.com", ...header)).toBe(
    `broken: 1  header of ${host}, without X-Frame-Options, while it serves dpl_1\n`,
  );
  await sandbox("break", "latency", host, "--delay", "300");
  await sandbox("break", "certificate", "api.example.com", "--days", "3");
  expect(await sandbox("broken")).toBe(
    [
      `1  header of ${host}, without X-Frame-Options, while it serves dpl_1`,
      `2  latency of ${host}, 300 ms late`,
      "3  certificate of api.example.com, valid for 3 days\n",
    ].join("\n"),
  );
  expect(await sandbox("mend", host)).toBe("mended 2\n");
  expect(await sandbox("mend")).toBe("mended 1\n");
  expect(await sandbox("broken")).toBe("nothing is broken on purpose\n");
});

it("refuses what cannot be broken, and says what can", async () => {
  await expect(sandbox("break", "colour", host)).rejects.toThrow(
    'kind: got "colour"; expected health, header, latency, certificate, down',
  );
  await expect(sandbox("break", "latency", host)).rejects.toThrow("milliseconds from 0 to 60000");
});
