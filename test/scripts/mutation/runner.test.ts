import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { RuleTestRunner } from "../../../scripts/mutation/runner.mjs";
import { type Mutant, mutated } from "./support";

const rulePath = "policies/rules/some/big.ts";
const roots: string[] = [];

function put(file: string, content: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** A sandbox with one mutated rule and its test, and what the runner says of each mutant, by its replacement. */
async function sandbox(rule: string, test: string) {
  const root = mkdtempSync(path.join(tmpdir(), "mutation-"));
  roots.push(root);
  const ruleFile = path.join(root, rulePath);
  const { mutants, content } = await mutated(ruleFile, rule);
  symlinkSync(path.resolve(__dirname, "../../../node_modules"), path.join(root, "node_modules"));
  put(ruleFile, content);
  // As the catalogue does: the test comes to the rule by another way as well.
  put(path.join(root, "policies/all.ts"), `export { big } from "./rules/some/big";`);
  put(path.join(root, "test/policies/some/big.test.ts"), test);
  const runner = new RuleTestRunner(root);
  runner.init();
  const dry = await runner.dryRun({ files: [ruleFile] });
  const run = ({ id }: Mutant, hitLimit?: number) =>
    runner.mutantRun({ activeMutant: { id }, sandboxFileName: ruleFile, hitLimit });
  const find = (replacement: string) => {
    const found = mutants.find((mutant) => mutant.replacement === replacement);
    if (!found)
      throw new Error(
        `no mutant ${replacement} in ${mutants.map((one) => one.replacement).join(", ")}`,
      );
    return found;
  };
  return { dry, find, statusOf: async (text: string) => (await run(find(text))).status, run };
}

const rule = `
  const least = [10];
  export const big = (size: number): boolean => size >= (least[0] ?? 1);
`;
const test = `
  import { describe, expect, it } from "vitest";
  import { big } from "../../../policies/all";
  describe("big", () => {
    it("is big", () => expect(big(11)).toBe(true));
    it.each([[9, false], [1, false]])("is %i", async (size, is) => {
      await Promise.resolve();
      expect(big(size)).toBe(is);
    });
  });
`;

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

describe("a run against mutants", () => {
  it("runs every test of the rule without any, and tells what each reaches", async () => {
    const { dry, find } = await sandbox(rule, test);
    expect(dry.status).toBe("complete");
    expect(dry.tests.map(({ id, status }) => [id, status])).toEqual([
      ["some/big.ts 0 big is big", 0],
      ["some/big.ts 1 big is %i [0]", 0],
      ["some/big.ts 2 big is %i [1]", 0],
    ]);
    expect(dry.mutantCoverage?.static).toHaveProperty(find("[]").id);
    expect(dry.mutantCoverage?.perTest["some/big.ts 0 big is big"]).toHaveProperty(
      find("size > (least[0] ?? 1)").id,
    );
  });

  it("kills what a test notices, when it is called and when it is loaded, and lets the rest live", async () => {
    const { statusOf } = await sandbox(rule, test);
    expect(await statusOf("size < (least[0] ?? 1)")).toBe("killed");
    expect(await statusOf("size > (least[0] ?? 1)")).toBe("survived");
    // Made as the module loads: the one before must not have left its own behind.
    expect(await statusOf("[]")).toBe("killed");
    expect(await statusOf("size > (least[0] ?? 1)")).toBe("survived");
  });

  it("kills what does not even load, and says which test noticed", async () => {
    const { find, run } = await sandbox(
      `export const least = { size: 10 };\nif (least.size !== 10) throw new Error("broken");`,
      `import { expect, it } from "vitest";
       import { least } from "../../../policies/rules/some/big";
       it("is there", () => expect(least).toBeDefined());`,
    );
    expect(await run(find("{}"))).toMatchObject({
      status: "killed",
      killedBy: ["some/big.ts 0 loads"],
      failureMessage: "broken",
    });
  });

  it("ends what runs for ever", async () => {
    const { find, run } = await sandbox(
      `export function big(size: number) { let left = size; while (left > 0) left -= 1; return left; }`,
      `import { expect, it } from "vitest";
       import { big } from "../../../policies/rules/some/big";
       it("ends", () => expect(big(3)).toBe(0));`,
    );
    expect(await run(find("left += 1"), 100)).toMatchObject({ status: "timeout" });
  });

  it("tells of a test that fails without a mutant, and of one that asks Vitest for more", async () => {
    const { dry } = await sandbox(
      rule,
      `import { expect, it, vi } from "vitest";
       it("is wrong", () => expect(1).toBe(2));
       vi.fn();`,
    );
    expect(dry.tests).toMatchObject([
      { status: 1, failureMessage: "mutation: tests of rules do without Vitest's vi" },
    ]);
  });
});
