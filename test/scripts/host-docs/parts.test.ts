import { describe, expect, it } from "vitest";
import type { Comparison } from "../../../cli/costs/compare/compared";
import { always } from "../../../cost/scenarios";
import { begin, end, heading, withPart } from "../../../scripts/host-docs/marked";
import { indexPart, vendorPart } from "../../../scripts/host-docs/parts";
import { line } from "../../cli/costs/support";

const paid = (usd: string, sku: string) => {
  const one = line(usd);
  return { ...one, price: { ...one.price, vendor: "netlify" as const, sku, item: sku } };
};

const comparison: Comparison = {
  stack: "prod",
  axis: "hosting",
  now: ["vercel"],
  total: always(100),
  options: [
    {
      vendor: "netlify",
      isNow: false,
      total: always(90),
      delta: always(-10),
      gaps: ["rate-limits"],
      notPriced: ["web: nobody knows"],
      lines: [paid("2", "plan"), paid("3", "use"), paid("4", "use"), paid("0", "free"), line("9")],
    },
    { vendor: "render", problems: [{ where: { path: "hosting" }, found: "nothing" }] },
  ],
};

// Requirement: CONF-02
describe("what a page of a host says of money", () => {
  it("is the whole stack with it, and each price of the vendor once", () => {
    const part = vendorPart("netlify", [comparison]);
    expect(part).toContain("costs **90.00**, **90.00**, **90.00** US dollars a month");
    expect(part).toContain("-10.00 to now");
    expect(part).toContain("1 times for something that the vendor does not do");
    expect(part.split("\n").filter((row) => row.startsWith("| use "))).toEqual([
      expect.stringMatching(/\| 7\.00 \| 7\.00 \| 7\.00 \|$/),
    ]);
    expect(part).not.toMatch(/\| free /);
    expect(part).toContain("Not priced: web: nobody knows.");
  });

  it("is why not, where the stack file does not allow it, and nothing of a vendor that is not asked", () => {
    expect(vendorPart("render", [comparison])).toContain("is not possible");
    expect(vendorPart("fly", [comparison])).toBe("");
  });

  it("is a table of all on the index", () => {
    expect(indexPart([comparison])).toContain("| netlify | 90.00 | 90.00 | 90.00 | -10.00 | 1 |");
  });
});

describe("a page with a generated part", () => {
  it("gets it at its end, and has it replaced there afterwards", () => {
    const once = withPart("# Host\n", "first");
    expect(once).toBe(`# Host\n\n${heading}\n\n${begin}\n\nfirst\n\n${end}\n`);
    expect(withPart(`${once}\n## More\n`, "second")).toBe(
      `${once.replace("first", "second")}\n## More\n`,
    );
  });
});
