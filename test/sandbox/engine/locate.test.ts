import { chmodSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { locateEngine, withEngineOnPath } from "../../../sandbox/engine/locate";
import { engineScript, officialHost, ourHost, testMachine } from "./machine";

describe("where the engine is found", () => {
  test("on PATH, with the official language host beside it", () => {
    const machine = testMachine();
    const path = machine.script("tools/pulumi", engineScript("3.270.1"));
    machine.script("tools/pulumi-language-nodejs", officialHost);
    expect(locateEngine(machine.env)).toEqual({
      found: true,
      path,
      version: "3.270.1",
      source: "PATH",
      languageHost: "official",
    });
  });

  test("on PATH through a link, with the host beside the real file", () => {
    const machine = testMachine();
    const real = machine.script("opt/pulumi", engineScript("3.250.0"));
    machine.script("opt/pulumi-language-nodejs", officialHost);
    mkdirSync(join(machine.root, "tools"));
    symlinkSync(real, join(machine.root, "tools/pulumi"));
    expect(locateEngine(machine.env)).toMatchObject({ found: true, languageHost: "official" });
  });

  test("at the npm package's place, downloaded", () => {
    const machine = testMachine();
    const path = machine.script(machine.installed("pulumi"), engineScript("3.259.0"));
    machine.script(machine.installed("pulumi-language-nodejs"), officialHost);
    expect(locateEngine(machine.env)).toEqual({
      found: true,
      path,
      version: "3.259.0",
      source: "npm",
      languageHost: "official",
    });
  });

  test("at the npm package's place, built here", () => {
    const machine = testMachine();
    machine.script(machine.installed("pulumi"), engineScript("3.259.0"));
    chmodSync(machine.file(machine.installed("pulumi-language-nodejs"), ourHost("x")), 0o755);
    expect(locateEngine(machine.env)).toMatchObject({ source: "go", languageHost: "groundwork" });
  });

  test("in PULUMI_HOME where that is set", () => {
    const machine = testMachine();
    machine.script("other/versions/3.259.0/bin/pulumi", engineScript("3.259.0"));
    machine.script("other/versions/3.259.0/bin/pulumi-language-nodejs", officialHost);
    const env = { ...machine.env, PULUMI_HOME: join(machine.root, "other") };
    expect(locateEngine(env)).toMatchObject({ found: true, source: "npm" });
  });

  test("the engine is asked for its version only once", () => {
    const machine = testMachine();
    machine.script(
      "tools/pulumi",
      `echo asked >> ${machine.root}/asked; ${engineScript("3.259.0")}`,
    );
    machine.script("tools/pulumi-language-nodejs", officialHost);
    locateEngine(machine.env);
    locateEngine(machine.env);
    expect(readFileSync(join(machine.root, "asked"), "utf8")).toBe("asked\n");
  });
});

describe("what is no engine", () => {
  const reasonOf = (machine: ReturnType<typeof testMachine>) => {
    const answer = locateEngine(machine.env);
    return answer.found ? "found" : answer.reason;
  };

  test("nothing anywhere", () => {
    expect(reasonOf(testMachine())).toMatch(/^no pulumi on PATH; none in .*3\.259\.0\/bin$/);
  });

  test("one that is too old", () => {
    const machine = testMachine();
    machine.script("tools/pulumi", engineScript("3.249.0"));
    machine.script("tools/pulumi-language-nodejs", officialHost);
    expect(reasonOf(machine)).toContain("is 3.249.0, older than 3.250.0");
  });

  test("one without a language host", () => {
    const machine = testMachine();
    machine.script("tools/pulumi", engineScript("3.259.0"));
    expect(reasonOf(machine)).toContain("tools/pulumi has no pulumi-language-nodejs");
  });

  test("one that does not start", () => {
    const machine = testMachine();
    machine.script("tools/pulumi", "exit 1");
    expect(reasonOf(machine)).toContain("does not tell its version");
  });

  test("half a file at the npm package's place", () => {
    const machine = testMachine();
    machine.script(machine.installed("pulumi"), "exit 1");
    machine.script(machine.installed("pulumi-language-nodejs"), officialHost);
    expect(reasonOf(machine)).toContain("3.259.0/bin/pulumi does not run");
  });

  test("a file without its run bit", () => {
    const machine = testMachine();
    machine.file("tools/pulumi", engineScript("3.259.0"));
    expect(reasonOf(machine)).toContain("no pulumi on PATH");
  });

  test("the wrapper that npm puts on the PATH of its scripts", () => {
    const machine = testMachine(["project/node_modules/.bin"]);
    machine.script("project/node_modules/.bin/pulumi", engineScript("3.259.0"));
    machine.script("project/node_modules/.bin/pulumi-language-nodejs", officialHost);
    expect(reasonOf(machine)).toContain("no pulumi on PATH");
  });
});

test("an engine that is too old does not hide the one at the npm package's place", () => {
  const machine = testMachine();
  machine.script("tools/pulumi", engineScript("3.100.0"));
  machine.script(machine.installed("pulumi"), engineScript("3.259.0"));
  machine.script(machine.installed("pulumi-language-nodejs"), officialHost);
  expect(locateEngine(machine.env)).toMatchObject({ found: true, source: "npm" });
});

test("an engine is started with its own folder first on PATH", () => {
  const machine = testMachine();
  machine.script(machine.installed("pulumi"), engineScript("3.259.0"));
  machine.script(machine.installed("pulumi-language-nodejs"), officialHost);
  const engine = locateEngine(machine.env);
  if (!engine.found) throw new Error(engine.reason);
  const { PATH } = withEngineOnPath(machine.env, engine);
  expect(PATH).toBe(`${dirname(engine.path)}:${machine.env.PATH}`);
});
