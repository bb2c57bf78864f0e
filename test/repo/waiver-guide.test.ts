import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import type { RuleResult } from "../../core/finding";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { run as judge } from "../../policies/run";
import { isFinding } from "../../policies/verdict";
import { withProgram } from "./support/stacks";

/* Each waiver that the guide shows holds in our prod stack, and what it covers would be refused without it. */

const root = path.resolve(__dirname, "../..");
const guide = readFileSync(path.join(root, "docs/guides/waivers.md"), "utf8");
const prod = readFileSync(path.join(root, "Pulumi.prod.yaml"), "utf8");
const clock = new Date("2026-06-15T12:00:00Z");

type Sections = Record<string, Record<string, unknown>>;

const examples = [...guide.matchAll(/^```yaml\n([^]*?)\n```$/gm)].map(
  ([, text = ""]) => parse(text) as Sections,
);

function withSections(sections: Sections): string {
  const file = parse(prod) as { config: Sections };
  for (const [key, section] of Object.entries(sections)) {
    const before = file.config[key] ?? {};
    const headers = { ...(before["headers"] as object), ...(section["headers"] as object) };
    const kept = "headers" in section ? { headers } : {};
    file.config[key] = { ...before, ...section, ...kept };
  }
  return stringify(file);
}

const told = (results: readonly RuleResult[]) =>
  results
    .filter(isFinding)
    .map(({ rule, urn, waiver }) => `${rule} ${urn.split("::")[3]}${waiver ? " waived" : ""}`);

const withoutWaivers = (resources: readonly DeclaredResource[]) =>
  resources.map((one) =>
    one.type === tokens.stackProfile ? { ...one, inputs: { ...one.inputs, waivers: [] } } : one,
  );

/** Prices grow old by the calendar, whatever a stack says. */
const isOfTheStack = ({ rule }: { rule: string }) => rule !== "prices-fresh";

/** For each example: what is found with its waiver, and without it. */
const found: { waived: string[]; open: string[] }[] = [];
beforeAll(async () => {
  await withProgram(async (program) => {
    for (const example of examples) {
      const resources = await program("prod", withSections(example));
      const findings = (declared: readonly DeclaredResource[]) =>
        told(judge({ resources: declared, stack: "prod", clock }).filter(isOfTheStack));
      found.push({ waived: findings(resources), open: findings(withoutWaivers(resources)) });
    }
  });
}, 120_000);

describe("the guide to waivers", () => {
  it.each([
    [0, "by name and property", ["content-type-options web-headers"]],
    [1, "by component", ["urls-https web-ORCHESTRATOR_URL", "urls-https web-STATUS_URL"]],
    [2, "by pattern", ["urls-https web-ORCHESTRATOR_URL", "urls-https web-STATUS_URL"]],
    [3, "by URN", ["urls-https web-STATUS_URL"]],
  ])(
    "shows in example %i a waiver %s that covers exactly what would be refused",
    (at, _how, open) => {
      expect(found[at]).toEqual({ waived: open.map((one) => `${one} waived`), open });
    },
  );

  it("shows no other", () => {
    expect(examples).toHaveLength(4);
  });
});
