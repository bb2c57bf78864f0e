import { constantOf, draftOf, toFill } from "./draft";

/** The rule's own file: it judges something, so that the shape is seen, and says nothing true yet. */
export function ruleSource(family: string, id: string): string {
  const { title, why, fix, severity, topics, references } = draftOf(family, id);
  const text = Object.entries({ id, title, why, fix, severity, topics, references });
  return `import { z } from "zod";
import { readProperty } from "../../../core/value";
import { providerTypes } from "../../lib/provider-types";
import { defineRule, fail, pass, unknown } from "../../rule";

export const ${constantOf(id)} = defineRule({
${text.map(([name, value]) => `  ${name}: ${JSON.stringify(value)},`).join("\n")}
  appliesTo: [providerTypes.vercelProject],
  options: z.strictObject({}),
  check: ({ inputs }) => {
    // ${toFill} the property, the component arg that decides it (input), and what is wanted.
    const evidence = { property: "name", wanted: "a name" };
    const found = readProperty(inputs, ["name"]);
    if (found.state === "unknown") return unknown(evidence);
    if (found.state === "absent") return fail({ ...evidence, found: null });
    return pass({ ...evidence, found: found.value });
  },
});
`;
}

/** Its test: one case for each answer, each to be written. */
export function testSource(family: string, id: string): string {
  const cases = [
    ["holds for what it asks for", "a compliant baseline, and its answer is pass"],
    ["reports what breaks it, in full", "one change to the baseline; compare the whole result"],
    ["holds at the boundary and not beyond it", "the last good value and the first bad one"],
    ["cannot tell while the value is unknown", "UNKNOWN, or stackIn(preview) for an output"],
  ];
  const open = cases.map(
    ([title, what]) => `  it("${title}", () => {\n    expect.fail("${toFill} ${what}");\n  });\n`,
  );
  return `import { describe, expect, it } from "vitest";
import { ${constantOf(id)} as rule } from "../../../policies/rules/${family}/${id}";
import { judge } from "../../support/rule-kit";

describe(\`\${rule.id}: \${rule.title}\`, () => {
${open.join("\n")}
  it("has nothing to judge in a stack without anything of the kind", () => {
    expect(judge(rule, []).map(({ state }) => state)).toEqual(["not-applicable"]);
  });
});
`;
}

/** The family's list with the rule in it, both the import and the entry in the order of their names. */
export function familyWith(source: string, family: string, id: string): string {
  const constant = constantOf(id);
  const line = `import { ${constant} } from "../rules/${family}/${id}";`;
  const [head = "", list = "", tail = ""] = source.split(/(?<== \[)|(?=\] as const)/);
  const lines = head.split("\n");
  const isRule = (one: string) => one.includes('from "../rules/');
  const imports = [...lines.filter(isRule), line].sort(byModule);
  const at = Math.max(lines.findIndex(isRule), 0);
  const others = lines.filter((one) => !isRule(one));
  const entries = list.split(",").map((entry) => entry.trim());
  const members = [...entries.filter(Boolean), constant].sort();
  return [
    [...others.slice(0, at), ...imports, ...others.slice(at)].join("\n"),
    members.join(", "),
    tail,
  ].join("");
}

function byModule(one: string, other: string): number {
  const [a = "", b = ""] = [one, other].map((line) => /"(.+)"/.exec(line)?.[1]);
  return a < b ? -1 : 1;
}
