import { describe, expect, it } from "vitest";
import { changeText } from "../../../cli/costs/change-text";
import { difference } from "../../../cli/costs/difference";
import { always } from "../../../cost/scenarios";
import type { CostLine } from "../../../cost/model";
import { decimal, estimateOf, line } from "./support";

const between = (before: readonly CostLine[], after: readonly CostLine[]) =>
  difference({ name: "before", estimate: estimateOf(before) }, estimateOf(after));
const urn = (name: string, stack = "dev") =>
  `urn:pulumi:${stack}::shop::aws:s3/bucket:Bucket::${name}`;
const told = (change: ReturnType<typeof difference>) =>
  change.lines.map(({ sign, resource, delta }) => [
    sign,
    resource.split("::").at(-1),
    delta.expected.toFixed(),
  ]);

describe("the difference of two estimates", () => {
  it("has what came, what went and what costs another sum, and leaves out what is the same", () => {
    const change = between(
      [
        line("1.10", { resource: urn("same") }),
        line("2.20", { resource: urn("gone") }),
        line("3", { resource: urn("more") }),
      ],
      [
        line("1.10", { resource: urn("same") }),
        line("4.40", { resource: urn("new") }),
        line("3.30", { resource: urn("more") }),
      ],
    );
    expect(told(change)).toEqual([
      ["-", "gone", "-2.2"],
      ["~", "more", "0.3"],
      ["+", "new", "4.4"],
    ]);
    // 6.30 before, 8.80 after.
    expect(change.total.delta.expected.toFixed()).toBe("2.5");
  });

  it("is the sum of its lines in every scenario, exact where floats are not", () => {
    const high = { low: decimal("0.1"), expected: decimal("0.2"), high: decimal("0.3") };
    const change = between(
      [line("0.1")],
      [line("0.2", { monthlyUsd: high }), line("0.1", { kind: "allowance" })],
    );
    for (const scenario of ["low", "expected", "high"] as const) {
      const sum = change.lines.reduce((all, { delta }) => all.plus(delta[scenario]), decimal(0));
      expect(sum.eq(change.total.delta[scenario])).toBe(true);
    }
  });

  it("knows a resource of another stack by its type and name", () => {
    const change = between(
      [line(1, { resource: urn("files", "prod") })],
      [line(2, { resource: urn("files") })],
    );
    expect(told(change)).toEqual([["~", "files", "1"]]);
  });

  it("keeps a line whose price is of another region, or which is now by use, one line", () => {
    const moved = line(2, { price: { ...line(0).price, region: "eu-west-1" } });
    expect(told(between([line(1)], [moved]))).toEqual([["~", "files", "1"]]);
    expect(told(between([line(1)], [line(2, { kind: "usage" })]))).toEqual([["~", "files", "1"]]);
  });

  it("tells of a sum that only a busy month changes", () => {
    const after = line(1, { monthlyUsd: { ...always(1), high: decimal(5) } });
    const text = changeText(between([line(1)], [after]));
    expect(text).toContain("1.00 → 1.00 (0.00), high 1.00 → 5.00 (+4.00)");
  });

  it("names what is newly without a price, which no sum shows", () => {
    const unpriced = (name: string) => {
      const resource = urn(name);
      return { resource, component: name, type: "aws:s3/bucket:Bucket", notPriced: "no price" };
    };
    const change = difference(
      { name: "before", estimate: estimateOf([], { notPriced: [unpriced("old")] }) },
      estimateOf([], { notPriced: [unpriced("old"), unpriced("new")] }),
    );
    expect(change.newlyUnpriced.map(({ component }) => component)).toEqual(["new"]);
    expect(changeText(change)).toContain("+ not priced: 1 × aws Bucket: no price (new)");
  });

  it("says that nothing differs", () => {
    expect(changeText(between([line(1)], [line(1)]))).toBe(
      "against before: $1.00 → $1.00 expected a month (0.00, 0 %)\n  nothing costs another sum",
    );
  });
});
