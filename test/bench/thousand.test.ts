import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { grownFile } from "../../bench/programs";
import { type CompiledPrograms, compiledPrograms } from "../support/compiled-program";

let programs: CompiledPrograms;
beforeAll(() => void (programs = compiledPrograms()));
afterAll(() => programs.remove());

it("grows prod to about 1,000 resources, of more kinds than one", async () => {
  const program = programs.compile('export = require("./bench/thousand")');
  const text = grownFile(readFileSync("Pulumi.prod.yaml", "utf8"));
  const declared = await programs.declare("prod", text, program);
  expect(declared.length).toBeGreaterThan(950);
  expect(declared.length).toBeLessThan(1050);
  const large = declared.filter(({ name }) => name.startsWith("large-"));
  expect(new Set(large.map(({ type }) => type)).size).toBeGreaterThan(5);
});
