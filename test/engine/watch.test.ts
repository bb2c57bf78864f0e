import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ScratchProject, scratchProject } from "./support/scratch-project";

const bin = path.resolve(__dirname, "../../cli/bin/groundwork.cjs");

let project: ScratchProject;
beforeAll(() => void (project = scratchProject()));
afterAll(() => project.remove());

/** The command line as a process, whose lines can be waited for. */
function watching(stack: string) {
  const child: ChildProcess = spawn(
    process.execPath,
    [bin, "-C", project.root, "check", stack, "--watch"],
    { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NO_COLOR: "1" } },
  );
  let text = "";
  let told = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (more: string) => {
      text += more;
      told();
    });
  }
  return {
    /** Waits for the text, and forgets everything up to its end. */
    async until(pattern: RegExp) {
      for (;;) {
        const found = pattern.exec(text);
        if (found) return void (text = text.slice(found.index + found[0].length));
        await new Promise<void>((resolve) => (told = resolve));
      }
    },
    async interrupt() {
      child.kill("SIGINT");
      const [code] = (await once(child, "close")) as [number | null];
      return code;
    },
  };
}

describe("groundwork check --watch", () => {
  it("answers each save without a terminal, and Ctrl-C ends it with the last exit code", async () => {
    const command = watching("dev");
    await command.until(/dev {2}\d+ resources; rules: /);
    await command.until(/watching \d+ files; Ctrl-C ends/);
    project.edit("Pulumi.dev.yaml", "groundwork:hosting:", "groundwork:hostin:");
    await command.until(/Pulumi\.dev\.yaml changed\n/);
    await command.until(/dev {2}could not be judged\n/);
    await command.until(/watching \d+ files/);
    expect(await command.interrupt()).toBe(1);
  });

  it("ends with exit code 0 while everything is well", async () => {
    project.edit("Pulumi.dev.yaml", "groundwork:hostin:", "groundwork:hosting:");
    const command = watching("dev");
    await command.until(/watching \d+ files/);
    expect(await command.interrupt()).toBe(0);
  });
});
