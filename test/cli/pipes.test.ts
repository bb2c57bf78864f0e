import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { bearClosedPipes, readerGone } from "../../cli/pipes";

const bin = path.resolve(__dirname, "../../cli/bin/groundwork.cjs");

/** Runs `groundwork` with readers that are gone before it says a word. */
async function unread(args: readonly string[], streams: readonly ("stdout" | "stderr")[]) {
  const child = spawn(process.execPath, [bin, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (part: Buffer) => void (stderr += part.toString()));
  for (const name of streams) child[name].destroy();
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stderr };
}

describe("a command whose reader is gone", () => {
  it("ends quietly, with the exit code that other tools have then", async () => {
    expect(await unread(["rules"], ["stdout"])).toEqual({ code: readerGone, stderr: "" });
  }, 60_000);

  it("keeps an exit code that tells of a fault", async () => {
    const { code } = await unread(["rules", "--format", "nonsense"], ["stdout", "stderr"]);
    expect(code).toBe(2);
  }, 60_000);
});

describe("streams", () => {
  const streams = () => {
    const pair = { stdout: new PassThrough(), stderr: new PassThrough() };
    let told = 0;
    bearClosedPipes(pair as unknown as NodeJS.Process, () => void (told += 1));
    const fail = (name: "stdout" | "stderr", code: string) =>
      pair[name].emit("error", Object.assign(new Error(code), { code }));
    return { fail, told: () => told };
  };

  it.each(["EPIPE", "ERR_STREAM_DESTROYED"])("bear %s, and tell of the result alone", (code) => {
    const { fail, told } = streams();
    fail("stderr", code);
    expect(told()).toBe(0);
    fail("stdout", code);
    expect(told()).toBe(1);
  });

  it.each(["stdout", "stderr"] as const)("hide no other fault of %s", (name) => {
    expect(() => streams().fail(name, "ENOSPC")).toThrow("ENOSPC");
  });
});
