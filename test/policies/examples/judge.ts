import { readFileSync } from "node:fs";
import path from "node:path";
import type { RuleResult } from "../../../core/finding";
import type { DeclaredResource } from "../../../core/resource";
import { run } from "../../../policies/run";
import { type CompiledPrograms, compiledPrograms } from "../../support/compiled-program";
import { today } from "../support/stack";
import { alone, around, withExamples } from "./compose";
import type { Addition, Config } from "./pages";

const stackFile = path.resolve(__dirname, "../../../Pulumi.prod.yaml");

export interface ExampleJudge {
  /** What every rule says of prod with the example in it. */
  judge(example: Addition): Promise<RuleResult[]>;
  remove(): void;
}

export function exampleJudge(): ExampleJudge {
  const programs = compiledPrograms();
  const declared = new Map<string, Promise<DeclaredResource[]>>();
  /** By the file's text: many right examples say what prod says anyway. */
  const declare = (text: string) => {
    const known = declared.get(text) ?? programs.declare("prod", text);
    return declared.set(text, known).get(text)!;
  };
  const resourcesWith = async (example: Addition) => {
    if ("config" in example) return declare(withExample(example.config));
    return usesOutputs(example.code)
      ? programs.declare("prod", withExample({}), programs.compile(around(example.code)))
      : [...(await declare(withExample({}))), ...(await besides(programs, example.code))];
  };
  return {
    judge: async (example) =>
      run({ resources: await resourcesWith(example), stack: "prod", clock: today }),
    remove: () => programs.remove(),
  };
}

function usesOutputs(code: string): boolean {
  return /\boutputs\b/.test(code);
}

/** What the code alone declares, in the same stack: nothing in it looks at what our program made. */
async function besides(programs: CompiledPrograms, code: string): Promise<DeclaredResource[]> {
  const program = programs.compile(alone(code));
  const all = await programs.declare("prod", withExample({}), program);
  return all.filter(({ type }) => type !== "pulumi:pulumi:Stack");
}

const withExample = (example: Config) => withExamples(readFileSync(stackFile, "utf8"), example);
