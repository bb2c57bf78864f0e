import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { profileOf } from "../../config/profile";
import { parseSettings } from "../../config/parse";
import type { DeclaredResource } from "../../core/resource";
import type { PreviewStep, ResourceState } from "../../gate/change";
import { judgeChanges } from "../../gate/judge";
import { refuses } from "../../policies/verdict";
import { withProgram } from "../repo/support/stacks";

/* The pages' examples, as changes of the prod stack: the whole program runs before and after, and every rule about changes
judges what is different. */

const folder = path.resolve(__dirname, "../../docs/rules/change");
const stackFile = path.resolve(__dirname, "../../Pulumi.prod.yaml");

type Config = Record<string, Record<string, unknown>>;

const sections = (page: string, title: string) =>
  [
    ...(page.split(`## ${title}\n`)[1]?.split("\n## ")[0] ?? "").matchAll(
      /^```yaml\n(.*?)^```$/gms,
    ),
  ].map(([, text]) => parse(text ?? "") as Config);

const pages = readdirSync(folder).map((name) => {
  const page = readFileSync(path.join(folder, name), "utf8");
  const example = { wrong: sections(page, "Wrong"), right: sections(page, "Right") };
  return [path.basename(name, ".md"), example] as const;
});

function edited(example: Config): string {
  const file = parse(readFileSync(stackFile, "utf8")) as { config: Config };
  for (const [key, section] of Object.entries(example))
    file.config[key] = { ...file.config[key], ...merged(file.config[key] ?? {}, section) };
  return stringify(file);
}

/** Records that an example changes key by key; whatever else it names it replaces. */
function merged(before: Record<string, unknown>, section: Record<string, unknown>) {
  const entries = Object.entries(section).map(([name, value]) => {
    const deep = name === "headers" || name === "buckets";
    return [name, deep ? { ...(before[name] as object), ...(value as object) } : value];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

const stateOf = ({ inputs, protect, parent }: DeclaredResource): ResourceState => ({
  inputs,
  protect,
  ...(parent !== undefined && { parent }),
});

/** What the engine would tell of one program's resources taking the place of another's. */
function stepsBetween(before: readonly DeclaredResource[], after: readonly DeclaredResource[]) {
  const [was, is] = [before, after].map((all) => new Map(all.map((one) => [one.urn, one])));
  return [...new Set([...before, ...after].map(({ urn }) => urn))].map((urn): PreviewStep => {
    const [old, now] = [was?.get(urn), is?.get(urn)];
    const op = old ? (now ? "update" : "delete") : "create";
    const type = (old ?? now)?.type ?? "";
    return { urn, type, op, ...(old && { old: stateOf(old) }), ...(now && { new: stateOf(now) }) };
  });
}

function profileOfFile(text: string) {
  const { config } = parse(text) as { config: Config };
  const ours = Object.entries(config).flatMap(([key, section]) =>
    key.startsWith("groundwork:") ? [[key.slice("groundwork:".length), section]] : [],
  );
  const parsed = parseSettings(Object.fromEntries(ours) as Record<string, unknown>);
  if (!("settings" in parsed)) throw new Error(JSON.stringify(parsed.problems));
  return profileOf(parsed.settings);
}

/** By the example's text: the rules that refuse the change to it. */
const refused = new Map<Config, string[]>();

beforeAll(async () => {
  await withProgram(async (run) => {
    const before = await run("prod", readFileSync(stackFile, "utf8"));
    for (const example of pages.flatMap(([, { wrong, right }]) => [...wrong, ...right])) {
      const text = edited(example);
      const results = judgeChanges({
        steps: stepsBetween(before, await run("prod", text)),
        profile: profileOfFile(text),
        project: "groundwork",
        stack: "prod",
        clock: new Date("2026-06-15T12:00:00Z"),
      });
      const rules = results.filter(refuses).map(({ rule }) => rule);
      refused.set(example, [...new Set(rules)].sort());
    }
  });
}, 120_000);

describe.each(pages)("the page of %s", (rule, { wrong, right }) => {
  it("shows a change that this rule refuses, and no other does", () => {
    expect(wrong.map((example) => refused.get(example))).toEqual([[rule]]);
  });

  it("shows a change that no rule refuses", () => {
    expect(right.map((example) => refused.get(example))).toEqual([[]]);
  });
});
