import { describe, expect, test } from "vitest";
import { obtainInBackground } from "../../../sandbox/engine/background";
import { engineScript, officialHost, testMachine, type TestMachine } from "./machine";

function start(machine: TestMachine) {
  const lines: string[] = [];
  const project = `${machine.root}/project`;
  const engine = obtainInBackground(project, machine.env, (line) => lines.push(line));
  return { ...engine, lines };
}

describe("getting the engine in the background", () => {
  test("needs no process where there is one already", async () => {
    const machine = testMachine();
    machine.script("tools/pulumi", engineScript("3.259.0"));
    machine.script("tools/pulumi-language-nodejs", officialHost);
    const { ready, lines } = start(machine);
    expect((await ready).source).toBe("PATH");
    expect(lines).toEqual([]);
  });

  test("passes on each line of progress and answers with the engine", async () => {
    const machine = testMachine();
    machine.file(
      "project/dist/engine.cjs",
      `console.error("Building …\\nBuilding, 10 s");
       console.log(JSON.stringify({ engine: { found: true, path: process.argv[2] } }));`,
    );
    const { ready, lines } = start(machine);
    expect(await ready).toEqual({ found: true, path: "--json" });
    expect(lines).toEqual(["Building …", "Building, 10 s"]);
  });

  test("fails with the problems that the process told", async () => {
    const machine = testMachine();
    const problems = [{ where: { path: "the Pulumi engine" }, found: "no Go" }];
    const answer = JSON.stringify({ problems });
    machine.file("project/dist/engine.cjs", `console.log('${answer}'); process.exitCode = 2;`);
    await expect(start(machine).ready).rejects.toMatchObject({ problems, exitCode: 2 });
  });

  test("that is stopped says so", async () => {
    const machine = testMachine();
    machine.file("project/dist/engine.cjs", "setInterval(() => {}, 1000);");
    const { ready, stop } = start(machine);
    stop();
    await expect(ready).rejects.toMatchObject({
      problems: [{ found: "getting it was interrupted" }],
      exitCode: 2,
    });
  });
});
