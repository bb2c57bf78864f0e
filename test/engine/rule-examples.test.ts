import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isFinding, refuses } from "../../policies/verdict";
import type { PlacedResult } from "../../core/placed-result";
import { companions } from "../policies/examples/companions";
import { around, withExamples } from "../policies/examples/compose";
import { type Addition, families, pagesOf } from "../policies/examples/pages";
import { type Finished, type ScratchProject, scratchProject } from "./support/scratch-project";

/* The pages' own tests judge every example offline, one by one; here one of each family is held against the engine. */

/** By family, so that each way of judging is among them: a value, a secret, JSON, a component's args, a total, the profile. */
const shown: Readonly<Record<string, string>> = {
  access: "role-trust-closed",
  budget: "budget-declared",
  data: "pool-below-connections",
  headers: "csp-no-unsafe",
  https: "redirects-https",
  hygiene: "inputs-not-deprecated",
  observability: "alarm-has-route",
  recovery: "objectives-declared",
  repository: "environment-reviewers",
  secrets: "sensitive-variables",
  stack: "floors-not-loosened",
};
const rules = Object.values(shown).sort();

const pages = Object.entries(shown).map(([family, rule]) => {
  const page = pagesOf(family).find((one) => one.rule === rule);
  if (!page) throw new Error(`no page of ${rule}`);
  return page;
});

interface Answer {
  exitCode: number;
  results: PlacedResult[];
}

/** Prod with the first example of each page in it: how it is checked offline, and how it is previewed. */
class Trial {
  private readonly project: ScratchProject = scratchProject();
  offline!: Answer;
  engine!: Answer;

  async run(kind: "wrong" | "right"): Promise<void> {
    this.write(pages.flatMap((page) => page[kind].slice(0, 1)));
    const form = ["--format", "json"];
    const [check, preview] = await Promise.all([
      this.project.run(["check", "prod", ...form]),
      this.project.run(["preview", "prod", "--sandbox", ...form]),
    ]);
    [this.offline] = parsed<{ stacks: [Answer] }>(check).stacks;
    const engine = parsed<Answer & { reasons: string[] }>(preview);
    // Neither refused nor clean: it proves nothing of either.
    if (engine.exitCode === 2) throw new Error(engine.reasons.join("\n"));
    this.engine = engine;
  }

  remove = () => this.project.remove();

  private write(examples: readonly Addition[]) {
    const { root } = this.project;
    this.project.owns("prod");
    const file = "Pulumi.prod.yaml";
    const configs = examples.flatMap((example) => ("config" in example ? [example.config] : []));
    const codes = examples.flatMap((example) => ("code" in example ? [example.code] : []));
    writeFileSync(path.join(root, file), withExamples(this.project.read(file), ...configs));
    writeFileSync(path.join(root, "examples.ts"), around(...codes));
    this.project.edit("Pulumi.yaml", /^name: .*$/m, "$&\nmain: examples.ts");
  }
}

/** A run that could not begin says why on standard error alone. */
function parsed<T>({ stdout, stderr }: Finished): T {
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as T;
}

const wrong = new Trial();
const right = new Trial();
beforeAll(async () => {
  await Promise.all([wrong.run("wrong"), right.run("right")]);
});
afterAll(() => Promise.all([wrong, right].map((trial) => trial.remove())));

const refusing = ({ results }: Answer) => [
  ...new Set(
    results
      .filter(refuses)
      .map(({ rule }) => rule)
      .sort(),
  ),
];
const told = ({ results }: Answer, rule: string) =>
  results
    .filter((result) => result.rule === rule && isFinding(result))
    .map(({ urn, message }) => ({ urn, message }))
    .sort((one, other) => (one.urn + one.message < other.urn + other.message ? -1 : 1));

describe("the examples of the rules' pages, on the engine", () => {
  it("are of every family", () => {
    expect(Object.keys(shown)).toEqual(families.toSorted());
  });

  it.each(rules)(
    "that are wrong by %s: the finding of the offline check, word for word",
    (rule) => {
      expect(told(wrong.engine, rule)).toEqual(told(wrong.offline, rule));
      expect(told(wrong.engine, rule)).not.toEqual([]);
    },
  );

  it("that are wrong are refused, and by no other rule", () => {
    const all = new Set(rules.flatMap((rule) => [rule, ...(companions[rule] ?? [])]));
    expect(refusing(wrong.engine)).toEqual(refusing(wrong.offline));
    expect(refusing(wrong.engine).filter((rule) => !all.has(rule))).toEqual([]);
    expect(wrong.engine.exitCode).toBe(1);
  });

  it("that are right are refused by nobody", () => {
    expect(refusing(right.engine)).toEqual([]);
    expect([right.offline.exitCode, right.engine.exitCode]).toEqual([0, 0]);
  });
});
