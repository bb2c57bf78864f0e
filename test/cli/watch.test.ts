import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { watch } from "../../cli/commands/watch";
import type { ExitCode, Format } from "../../cli/context";
import { packageRoot, spokenContext } from "./support";

/* A project of its own: small, and with nothing but a profile that the rules can find fault with. */

let folder: string;
let running: { stop: () => Promise<ExitCode> } | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "watch-"));
  symlinkSync(path.join(packageRoot, "node_modules"), path.join(folder, "node_modules"));
  write("Pulumi.yaml", "name: shop\nruntime: nodejs\n");
  for (const stack of ["dev", "sketch"]) write(`Pulumi.${stack}.yaml`, stackFile(2));
  write("src/names.ts", `export const names = ["a"];\n`);
  write("index.ts", program);
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** Declares as many buckets as the stack's file says, and those of the source file beside it. */
const program = `import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { names } from "./src/names";
export = async () => {
  const count = new pulumi.Config("shop").requireNumber("count");
  for (let at = 0; at < count; at++) new random.RandomPet("pet-" + at, {});
  for (const name of names) new random.RandomPet(name, {});
};
`;
const dev = readFileSync(path.join(packageRoot, "Pulumi.dev.yaml"), "utf8");
const stackFile = (count: number) => dev.replace(/^config:$/m, `config:\n  shop:count: ${count}`);
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};

function start(stacks: readonly string[] = [], format: Format = "text") {
  const spoken = spokenContext({ cwd: folder, format });
  const stopping = new AbortController();
  const ended = watch(spoken.context, stacks, stopping.signal);
  const stop = () => {
    stopping.abort();
    return ended;
  };
  running = { stop };
  /** Waits for an answer with these counts, or with this text in it. A slow machine may give one twice. */
  const answer = (wanted: string) =>
    spoken.until((text) => counts(text) === wanted || text.includes(wanted));
  return { ...spoken, answer, stop };
}

/** `dev 3, sketch 3`: how many resources each stack of an answer has, the stack itself counted. */
const counts = (text: string) =>
  [...text.matchAll(/^(\w+) +(\d+) resources; rules: /gm)]
    .map(([, stack, count]) => `${stack} ${count}`)
    .join(", ");

describe("check --watch", () => {
  it("checks every stack at once, then the one whose file is saved", async () => {
    const { answer, notes, stop } = start();
    await answer("dev 4, sketch 4");
    write("Pulumi.dev.yaml", stackFile(5));
    await answer("dev 7");
    expect(notes).toContain("Pulumi.dev.yaml changed");
    // Without a profile both are refused.
    expect(await stop()).toBe(1);
  });

  it("compiles a source that is saved, and checks every stack with it", async () => {
    const { answer, notes } = start();
    await answer("dev ");
    write("src/names.ts", `export const names = ["a", "b", "c"];\n`);
    await answer("dev 6, sketch 6");
    expect(notes).toContain("src/names.ts changed");
  });

  it("notices a file that is put in another's place, as editors save", async () => {
    const { answer } = start(["dev"]);
    await answer("dev 4");
    write("next.tmp", stackFile(3));
    renameSync(path.join(folder, "next.tmp"), path.join(folder, "Pulumi.dev.yaml"));
    await answer("dev 5");
  });

  it("follows the sources as they come and go, into folders that are new", async () => {
    const { answer } = start(["dev"]);
    await answer("dev ");
    write("src/more/list.ts", `export const list = ["x", "y"];\n`);
    write("src/names.ts", `export { list as names } from "./more/list";\n`);
    await answer("dev 5");
    write("src/more/list.ts", `export const list = [] as string[];\n`);
    await answer("dev 3");
  });

  it("notices a folder that goes and comes back, as when branches change", async () => {
    const { answer } = start(["dev"]);
    await answer("dev ");
    rmSync(path.join(folder, "src"), { recursive: true });
    await answer("Could not resolve");
    write("src/names.ts", `export const names = ["a", "b"];\n`);
    await answer("dev 5");
  });

  it("shows what does not compile, and goes on when it is mended", async () => {
    const { answer } = start(["dev"]);
    await answer("dev ");
    write("src/names.ts", "export const names = [;\n");
    await answer("error: src/names.ts:1:23: ");
    write("src/names.ts", `export const names = [];\n`);
    await answer("dev 3");
  });

  it("begins with a program that does not compile", async () => {
    write("index.ts", "export = ;\n");
    const { answer } = start(["dev"]);
    await answer("error: index.ts:1:10: ");
    write("index.ts", program);
    await answer("dev 4");
  });

  it("shows what is wrong with a stack file, and with the project's own", async () => {
    const { answer, stop } = start(["dev"]);
    await answer("dev ");
    write("Pulumi.dev.yaml", "config: [\n");
    expect(await answer("dev  could not be judged\n")).toMatch(/error: .*Pulumi\.dev\.yaml/);
    write("Pulumi.yaml", "runtime: nodejs\n");
    await answer("no project name");
    expect(await stop()).toBe(1);
  });

  it("checks a stack that is new, when none was named", async () => {
    const { answer } = start();
    await answer("dev ");
    write("Pulumi.third.yaml", stackFile(0));
    await answer("third 2");
  });

  it("takes no notice of files that are not the program's", async () => {
    const { answer, notes, stop } = start(["dev"]);
    await answer("dev ");
    write("notes.md", "not ours\n");
    write("Pulumi.dev.yaml", stackFile(4));
    await answer("dev 6");
    await stop();
    expect(notes.join("\n")).not.toContain("notes.md");
  });

  it("answers a program with one JSON text a line", async () => {
    const { until } = start(["dev"], "json");
    const first = await until(() => true);
    expect(first).not.toContain("\n");
    expect(JSON.parse(first)).toMatchObject({ stacks: [{ stack: "dev", resources: 4 }] });
  });

  it("ends at once when it is stopped before it began", async () => {
    const { context, out } = spokenContext({ cwd: folder });
    expect(await watch(context, [], AbortSignal.abort())).toBe(0);
    expect(out).toEqual([]);
  });

  it("throws where there is no project", async () => {
    rmSync(path.join(folder, "Pulumi.yaml"));
    const { context } = spokenContext({ cwd: folder });
    await expect(watch(context, [], new AbortController().signal)).rejects.toThrow(
      /no Pulumi\.yaml/,
    );
  });

  it("changes no file of the project", async () => {
    const { answer, stop } = start(["dev"]);
    await answer("dev ");
    await stop();
    expect(readFileSync(path.join(folder, "index.ts"), "utf8")).toBe(program);
  });
});
