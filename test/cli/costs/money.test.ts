import { describe, expect, it } from "vitest";
import { cents, dollars, exact, percent, signed, units } from "../../../cli/costs/money";
import { decimal } from "./support";

describe("sums for a person", () => {
  it.each([
    ["0", "0.00"],
    ["0.000001", "<0.01"],
    ["0.009999", "<0.01"],
    ["0.01", "0.01"],
    ["0.014999", "0.01"],
    ["0.015", "0.02"],
    ["999.994999", "999.99"],
    ["999.995", "1,000.00"],
    ["1234567.891", "1,234,567.89"],
    ["-0.009999", ">-0.01"],
    ["-0.01", "-0.01"],
    ["-1234.5", "-1,234.50"],
  ])("%s reads %s", (amount, text) => {
    expect(cents(decimal(amount))).toBe(text);
  });

  it("carry a dollar sign behind what stands before the digits", () => {
    expect(["12.3", "-12.3", "0.001", "-0.001"].map((text) => dollars(decimal(text)))).toEqual([
      "$12.30",
      "-$12.30",
      "<$0.01",
      ">-$0.01",
    ]);
  });

  it("carry a sign where they are differences", () => {
    expect(["12.3", "-12.3", "0", "0.001"].map((text) => signed(decimal(text)))).toEqual([
      "+12.30",
      "-12.30",
      "0.00",
      "<0.01",
    ]);
  });
});

describe("other numbers", () => {
  it("keep every digit for programs, without an exponent", () => {
    expect(["0.0000001", "1e21", "-0.5"].map((text) => exact(decimal(text)))).toEqual([
      "0.0000001",
      "1000000000000000000000",
      "-0.5",
    ]);
  });

  it("are parted by thousands for people, never behind the point", () => {
    expect(units(decimal("1234567.123456"))).toBe("1,234,567.123456");
  });

  it("are percent of a whole, and of nothing are none", () => {
    expect(percent(decimal(1), decimal(3))).toBe("33.3 %");
    expect(percent(decimal(150), decimal(100))).toBe("150 %");
    expect(percent(decimal(1), decimal(0))).toBeUndefined();
  });
});
