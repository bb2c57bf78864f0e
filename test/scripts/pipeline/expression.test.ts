import { describe, expect, it } from "vitest";
import { fill, holds } from "../../../scripts/pipeline/expression";

const fine = { failed: false, inputs: { watch: true, stack: "dev" }, steps: {} };
const broken = { ...fine, failed: true, steps: { smoke: { outcome: "failure" } } };

describe("a condition of a step", () => {
  it.each([
    [undefined, true, false],
    ["${{ always() }}", true, true],
    ["failure()", false, true],
    ["${{ success() }}", true, false],
    ["${{ !cancelled() }}", true, true],
    ["${{ inputs.watch }}", true, false],
    ["${{ always() && inputs.stack == 'dev' }}", true, true],
    ["${{ always() && inputs.stack != 'dev' }}", false, false],
    ["${{ failure() && steps.smoke.outcome == 'failure' }}", false, true],
    [
      "${{ failure() && (steps.up.outcome == 'failure' || steps.smoke.outcome == 'failure') }}",
      false,
      true,
    ],
    ["${{ failure() && steps.up.outcome == 'failure' || always() }}", true, true],
    ["${{ always() && inputs.absent }}", false, false],
    ["${{ always() && 'it''s' == 'it''s' && !false }}", true, true],
  ])("%s", (condition, whenFine, whenBroken) => {
    expect(holds(condition, fine)).toBe(whenFine);
    expect(holds(condition, broken)).toBe(whenBroken);
  });

  it.each([
    "github.ref == 'x'",
    "always(",
    "always() inputs.stack",
    "a ? b",
    "contains(x)",
    "('a'",
  ])("that the pipeline cannot read is refused and not guessed: %s", (condition) => {
    expect(() => holds(condition, fine)).toThrow(/cannot read the condition/);
  });
});

describe("a text of a workflow", () => {
  it("gets its inputs; without all of them there is none", () => {
    expect(fill("a-${{ inputs.stack }}-${{inputs.watch}}", fine.inputs)).toBe("a-dev-true");
    expect(fill("plain", fine.inputs)).toBe("plain");
    expect(fill("${{ secrets.TOKEN }}", fine.inputs)).toBeUndefined();
    expect(fill("${{ inputs.absent }}", fine.inputs)).toBeUndefined();
  });
});
