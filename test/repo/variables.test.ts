import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { stacks, textOf } from "../config/support";

interface Given {
  config: {
    "groundwork:secretRegistry"?: object;
    "groundwork:hosting"?: { variables?: Record<string, unknown> };
  };
}

const page = textOf("docs/variables.md");

// Requirement: COMP-08
describe.each(stacks)("the page of variables and %s", (stack) => {
  const { config } = parse(textOf(`Pulumi.${stack}.yaml`)) as Given;
  const rows = (name: string) =>
    page.split("\n").filter((line) => line.startsWith(`| \`${name}\``));
  const inStack = (name: string) =>
    rows(name).some((line) => line.split("|").at(-2)?.includes(stack));

  it("has every secret of the registry", () => {
    const names = Object.keys(config["groundwork:secretRegistry"] ?? {});
    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name) => !inStack(name))).toEqual([]);
  });

  it("has every variable of the site, and the value of none", () => {
    const variables = Object.entries(config["groundwork:hosting"]?.variables ?? {});
    expect(variables.filter(([name]) => !inStack(name))).toEqual([]);
    const values = variables.flatMap(([, value]) =>
      typeof value === "string" && value.length > 8 ? value : [],
    );
    expect(values.filter((value) => page.includes(value))).toEqual([]);
  });
});
