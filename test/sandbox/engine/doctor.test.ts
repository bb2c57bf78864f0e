import { chmodSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { doctorFacts } from "../../../sandbox/engine/doctor";
import { engineScript, officialHost, ourHost, testMachine, type TestMachine } from "./machine";

async function facts(machine: TestMachine, nodeVersion = "22.1.0") {
  const all = await doctorFacts({
    env: machine.env,
    projectDir: `${machine.root}/project`,
    nodeVersion,
  });
  return Object.fromEntries(all.map((fact) => [fact.name, fact]));
}

function complete(): TestMachine {
  const machine = testMachine();
  machine.script("tools/npm", "echo 11.0.0");
  machine.script("tools/git", "echo git version 2.39.5");
  machine.script("tools/go", "echo go version go1.26.8 linux/amd64");
  machine.script("tools/pulumi", engineScript("3.259.0"));
  machine.script("tools/pulumi-language-nodejs", officialHost);
  machine.file("project/node_modules/.groundwork-stamp", "");
  machine.file("project/dist/program.cjs", "");
  return machine;
}

describe("what the doctor finds", () => {
  test("a machine with everything is all right", async () => {
    const states = Object.values(await facts(complete())).map(({ name, state }) => [name, state]);
    expect(states).toEqual([
      ["node", "ok"],
      ["npm", "ok"],
      ["git", "ok"],
      ["dependencies", "ok"],
      ["build", "ok"],
      ["engine", "ok"],
      ["language host", "ok"],
      ["go", "ok"],
    ]);
  });

  test("Node 20 works, and the SDK's wish for 22 is told", async () => {
    const { node } = await facts(complete(), "20.20.2");
    expect(node).toEqual({
      name: "node",
      state: "ok",
      version: "20.20.2",
      advice: "the Pulumi SDK asks for Node 22; 20.20 works and is what this project is tested on",
    });
  });

  test("an empty machine lacks everything but Node, each with what to do", async () => {
    const rest = Object.values(await facts(testMachine())).filter(({ name }) => name !== "node");
    expect(rest.map(({ state }) => state)).toEqual(Array(7).fill("missing"));
    expect(rest.every(({ advice }) => advice)).toBe(true);
  });

  test("Go is not missed where there is an engine", async () => {
    const machine = testMachine();
    machine.script("tools/pulumi", engineScript("3.259.0"));
    machine.script("tools/pulumi-language-nodejs", officialHost);
    expect((await facts(machine)).go).toMatchObject({ state: "warn" });
  });

  test("an older Go is told what it will fetch", async () => {
    const machine = complete();
    machine.script("tools/go", "echo go version go1.22.0 linux/amd64");
    expect((await facts(machine)).go).toMatchObject({ state: "warn", version: "1.22.0" });
  });

  test("our language host is named as ours", async () => {
    const machine = testMachine();
    machine.script(machine.installed("pulumi"), engineScript("3.259.0"));
    chmodSync(
      machine.file(machine.installed("pulumi-language-nodejs"), ourHost("compiled")),
      0o755,
    );
    expect((await facts(machine))["language host"]).toMatchObject({
      state: "ok",
      version: "this project's, for machines without the official one",
    });
  });

  test("an older language host of ours is outdated", async () => {
    const machine = testMachine();
    machine.script(machine.installed("pulumi"), engineScript("3.259.0"));
    chmodSync(machine.file(machine.installed("pulumi-language-nodejs"), ourHost("older")), 0o755);
    expect((await facts(machine))["language host"]).toMatchObject({ state: "warn" });
  });
});
