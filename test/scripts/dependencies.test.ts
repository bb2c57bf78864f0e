import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { dependenciesAreCurrent, installDependencies } from "../../scripts/lib/dependencies.mjs";

function put(root: string, path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function clone(): string {
  const root = mkdtempSync(join(tmpdir(), "groundwork-clone-"));
  put(root, "package-lock.json", "{}");
  put(root, "sdks/supabase/package.json", "{}");
  return root;
}

/** An npm that counts its runs and does what the shell line says. */
function npm(root: string, line = "mkdir -p node_modules") {
  return { command: "sh", args: ["-c", `echo run >> ${root}/runs; ${line}`] };
}

function runs(root: string): number {
  const file = join(root, "runs");
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").length : 0;
}

const silent = { write: () => true };
const install = (root: string, line?: string) =>
  installDependencies(root, { npm: npm(root, line), stream: silent });

describe("installing dependencies", () => {
  test("is refused through a link, which would empty somebody else's folder", async () => {
    const root = clone();
    const other = mkdtempSync(join(tmpdir(), "groundwork-packages-"));
    symlinkSync(other, join(root, "node_modules"));
    expect(await install(root)).toBe(
      `${join(root, "node_modules")}: got a link to ${other}, whose packages are not those of package-lock.json; ` +
        "expected a folder of its own, since installing through a link would empty the other one; " +
        "remove the link, then run the command again",
    );
    expect(runs(root)).toBe(0);
  });

  test("is needed on a bare clone and not after it", async () => {
    const root = clone();
    expect(dependenciesAreCurrent(root)).toBe(false);
    expect(await install(root)).toBeUndefined();
    expect(dependenciesAreCurrent(root)).toBe(true);
  });

  test("is needed again when the lock file changed", async () => {
    const root = clone();
    await install(root);
    put(root, "package-lock.json", `{"x":1}`);
    expect(dependenciesAreCurrent(root)).toBe(false);
  });

  test("is needed again when the SDK inside the repository changed its package.json", async () => {
    const root = clone();
    await install(root);
    put(root, "sdks/supabase/package.json", `{"x":1}`);
    expect(dependenciesAreCurrent(root)).toBe(false);
  });

  test("is needed again when node_modules is gone", async () => {
    const root = clone();
    await install(root);
    rmSync(join(root, "node_modules"), { recursive: true });
    expect(dependenciesAreCurrent(root)).toBe(false);
  });

  test("that was interrupted counts for nothing, also over an older installation", async () => {
    const root = clone();
    await install(root);
    put(root, "package-lock.json", `{"x":1}`);
    expect(await install(root, "kill -9 $$")).toContain("npm ci: ended with SIGKILL");
    put(root, "package-lock.json", "{}");
    expect(dependenciesAreCurrent(root)).toBe(false);
  });

  test("twice at once runs npm once, and the second says whom it waits for", async () => {
    const root = clone();
    const said: string[] = [];
    const stream = { write: (text: string) => said.push(text) };
    const options = { npm: npm(root), stream };
    await Promise.all([installDependencies(root, options), installDependencies(root, options)]);
    expect(runs(root)).toBe(1);
    expect(said).toContain(
      `Waiting for the set-up of process ${process.pid} to install the packages.\n`,
    );
  });

  test("says what it does before it begins", async () => {
    const root = clone();
    const said: string[] = [];
    const stream = { write: (text: string) => said.push(text) };
    await installDependencies(root, { npm: npm(root), stream });
    expect(said).toEqual(["Installing packages with npm ci (about half a minute) …\n"]);
  });

  test("that fails tells npm's errors and what to do", async () => {
    const problem = await install(
      clone(),
      `echo "npm warn old" >&2; echo "npm error code E404" >&2; echo "npm error" >&2; exit 1`,
    );
    expect(problem).toBe(
      "npm ci: ended with 1: code E404; expected all packages of package-lock.json; " +
        "look at the lines above for what npm could not reach, then run the command again",
    );
  });

  test("without npm is a problem too, not a crash", async () => {
    const options = { npm: { command: "no-such-npm", args: [] }, stream: silent };
    expect(await installDependencies(clone(), options)).toContain("npm ci: ended with ENOENT");
  });
});
