import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusedFile } from "../../cli/refused-files";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "refused-"));
  writeFileSync(path.join(folder, "file"), "");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was refused");
}

describe("a file that the system refuses", () => {
  it.each([
    [
      "a folder that is not there",
      ["none", "file"],
      "there is no such file or folder (ENOENT, open)",
    ],
    ["a folder in place of a file", [], "a folder stands where a file is to be (EISDIR, open)"],
    [
      "a file in place of a folder",
      ["file", "x"],
      "a file stands where a folder is to be (ENOTDIR, open)",
    ],
  ])("is told as trouble of the machine: %s", (_, names, found) => {
    const file = path.join(folder, ...names);
    expect(refusedFile(thrownBy(() => writeFileSync(file, "")))).toMatchObject({
      exitCode: 2,
      problems: [{ where: { file }, found, fix: "name another place, or mend this one" }],
    });
  });

  it("is told of a folder that cannot be made, too", () => {
    const file = path.join(folder, "file");
    const refused = refusedFile(thrownBy(() => mkdirSync(file, { recursive: true })));
    expect(refused?.message).toBe(
      `${file}: a file stands where a folder is to be (EEXIST, mkdir); name another place, or mend this one`,
    );
  });

  it("is nothing else: neither a bug, nor a program that cannot be started", async () => {
    expect(refusedFile(new TypeError("x is not a function"))).toBeUndefined();
    expect(refusedFile("ENOENT")).toBeUndefined();
    expect(refusedFile(undefined)).toBeUndefined();
    const child = spawn(path.join(folder, "none"));
    const [error] = (await once(child, "error")) as [NodeJS.ErrnoException];
    expect(error.code).toBe("ENOENT");
    expect(refusedFile(error)).toBeUndefined();
  });
});

describe("a command that is told to write where it cannot", () => {
  const bin = path.resolve(__dirname, "../../cli/bin/groundwork.cjs");

  it("says so in a line, with exit code 2", async () => {
    const dump = path.join(folder, "none", "dump.json");
    const args = [bin, "--quiet", "check", "dev", "--dump", dump];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
    let stderr = "";
    child.stderr.on("data", (part: Buffer) => void (stderr += part.toString()));
    const [code] = (await once(child, "close")) as [number | null];
    // The path is told from here where that is shorter.
    const [, told = "", rest] = /^error: (.+?): (.+)\n$/s.exec(stderr) ?? [];
    expect(path.resolve(told)).toBe(dump);
    expect(rest).toBe(
      "there is no such file or folder (ENOENT, open); name another place, or mend this one",
    );
    expect(code).toBe(2);
  }, 60_000);
});
