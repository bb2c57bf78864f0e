import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ScratchProject, scratchProject } from "./support/scratch-project";

const repository = path.resolve(__dirname, "../..");

/** Commands of ours in the shell blocks of a page, in their order, without their comments. */
function commandsOf(page: string): string[] {
  const text = readFileSync(path.join(repository, page), "utf8");
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = ""]) =>
    block.split("\n"),
  );
  return blocks
    .map((line) => /^npx groundwork (.*?)\s*(#.*)?$/.exec(line)?.[1])
    .filter((command) => command !== undefined);
}

/** Splits as a shell would, for words with and without double quotes. */
function words(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );
}

describe.each(["README.md", "docs/guides/sandbox.md"])("the commands of %s", (page) => {
  let project: ScratchProject;
  beforeAll(() => void (project = scratchProject()));
  afterAll(() => project.remove());

  it("run one after the other, each with exit code 0", async () => {
    const commands = commandsOf(page);
    expect(commands.length).toBeGreaterThan(3);
    for (const command of commands) {
      const { code, stderr, stdout } = await project.run(words(command));
      expect({ command, code, said: code === 0 ? "" : stderr + stdout }).toEqual({
        command,
        code: 0,
        said: "",
      });
    }
  });
});

describe("the output that README.md shows", () => {
  let project: ScratchProject;
  beforeAll(() => void (project = scratchProject()));
  afterAll(() => project.remove());

  it("is what `npm start` prints, line by line", async () => {
    const text = readFileSync(path.join(repository, "README.md"), "utf8");
    const shown = /```text\n([\s\S]*?)```/.exec(text)?.[1]?.trimEnd().split("\n") ?? [];
    expect(shown.length).toBeGreaterThan(5);
    const { code, stdout, stderr } = await project.run(["start"]);
    expect(code).toBe(0);
    const printed = new Set(`${stdout}\n${stderr}`.split("\n"));
    expect(shown.filter((line) => !printed.has(line))).toEqual([]);
  });
});
