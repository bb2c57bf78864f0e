import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { type ExplainFlags, explain } from "../../cli/commands/explain";
import type { Context } from "../../cli/context";
import { checkStackFile } from "../../config/stack-file";
import type { UserError } from "../../core/errors";
import { allFamilies } from "../../gate/families";
import { unwaivableRows } from "../../policies/waivers/terms";
import { packageRoot, spokenContext } from "./support";

async function explained(id: string, flags: ExplainFlags = {}, over: Partial<Context> = {}) {
  const { context, out } = spokenContext(over);
  expect(await explain(context, id, flags)).toBe(0);
  return out.join("\n");
}
const asJson = async (id: string) =>
  JSON.parse(await explained(id, {}, { format: "json" })) as Record<string, unknown>;
const blockOf = (text: string, title: string) =>
  text.split(`\n\n${title}\n`)[1]?.split(/\n\n(?=\S)/)[0] ?? "";

let elsewhere: string;
beforeAll(() => void (elsewhere = mkdtempSync(path.join(os.tmpdir(), "explain-"))));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

describe("groundwork explain", () => {
  it("says why, how to mend it, by what it is judged, and where the demand comes from", async () => {
    const text = await explained("hsts-max-age");
    expect(text).toMatch(/^hsts-max-age \(headers, medium\)\nStrict-Transport-Security lasts/);
    expect(blockOf(text, "Why")).toMatch(/^ {2}A browser forgets a short promise/);
    expect(blockOf(text, "Fix")).toMatch(/^ {2}Raise headers\.strictTransportSecurity\.maxAge/);
    expect(blockOf(text, "Judges")).toBe(
      "  vercel:index/projectRoute:ProjectRoute\n  groundwork:hosting:HostedRoute",
    );
    expect(blockOf(text, "References")).toMatch("OWASP ASVS 5.0, 3.4.1");
    expect(blockOf(text, "References")).toMatch("https://hstspreload.org/");
  });

  it("shows each option with the floor of every tier", async () => {
    expect(blockOf(await explained("hsts-max-age"), "Options")).toBe(
      [
        "  minSeconds: Seconds that the promise must last at least. (a higher number is tighter)",
        "   dev      86400",
        "   staging  31536000",
        "   prod     31536000",
        "  A stack tightens them under groundwork:policy.rules.hsts-max-age.",
      ].join("\n"),
    );
    expect(await explained("hsts-present")).not.toContain("\nOptions\n");
  });

  it("shows the page's examples as they would be pasted", async () => {
    const text = await explained("function-regions-allowed");
    const example = parse(blockOf(text, "Wrong")) as object;
    expect(example).toEqual({
      "groundwork:hosting": { resourceConfig: { functionDefaultRegions: ["hkg1"] } },
    });
    expect(blockOf(text, "Right")).toMatch("yul1");
    expect(blockOf(text, "When to waive")).toMatch("customer's contract");
  });

  it("writes a waiver that a stack file takes: stack, owner and a last day 30 days ahead", async () => {
    const block = blockOf(await explained("csp-no-unsafe"), "Waiver");
    expect(block).toMatch(/^ {2}# Pulumi\.prod\.yaml\n/);
    const section = (parse(block) as Record<string, unknown>)["groundwork:policy"];
    expect(section).toEqual({
      waivers: [
        {
          rule: "csp-no-unsafe",
          target: "<name of the resource, as the finding gives it>",
          reason: "<why this is right until then>",
          owner: "platform-team",
          expires: "2026-12-21",
        },
      ],
    });
    const prod = path.join(packageRoot, "Pulumi.prod.yaml");
    const file = parse(readFileSync(prod, "utf8")) as { config: object };
    const text = stringify({ config: { ...file.config, "groundwork:policy": section } });
    expect(checkStackFile(text, prod, "groundwork")).toEqual([]);
  });

  it("writes it for the stack that is named, and refuses one that is not there", async () => {
    const text = await explained("csp-no-unsafe", { stack: "staging" });
    expect(blockOf(text, "Waiver")).toMatch(/^ {2}# Pulumi\.staging\.yaml\n/);
    const { context } = spokenContext();
    expect(() => explain(context, "csp-no-unsafe", { stack: "qa" })).toThrow(/no stack named "qa"/);
  });

  it("says of a rule that cannot be waived why", async () => {
    expect(blockOf(await explained("waiver-matches"), "Waiver")).toBe(
      "  None is taken: how a stack is judged cannot itself be waived.",
    );
    for (const { rule, why } of unwaivableRows) {
      expect(await asJson(rule)).toMatchObject({ unwaivable: why });
    }
  });

  it("works outside any project, and names nobody then", async () => {
    const block = blockOf(await explained("csp-no-unsafe", {}, { cwd: elsewhere }), "Waiver");
    expect(block).toMatch("# Pulumi.<stack>.yaml");
    expect(block).toMatch("owner: <team or address>");
  });

  it("works while the stack's file is broken, and names nobody then", async () => {
    const broken = path.join(elsewhere, "broken");
    mkdirSync(broken);
    writeFileSync(path.join(broken, "Pulumi.yaml"), "name: shop\n");
    writeFileSync(path.join(broken, "Pulumi.live.yaml"), "config: [\n");
    const block = blockOf(await explained("csp-no-unsafe", {}, { cwd: broken }), "Waiver");
    expect(block).toMatch("# Pulumi.live.yaml");
    expect(block).toMatch("owner: <team or address>");
  });

  it("says so when the rule's page is missing", async () => {
    const text = await explained("csp-no-unsafe", {}, { packageRoot: elsewhere });
    expect(blockOf(text, "Examples")).toBe(
      "  none: docs/rules/headers/csp-no-unsafe.md is missing from this installation",
    );
  });

  it("reads each page afresh", async () => {
    const file = "docs/rules/headers/csp-no-unsafe.md";
    mkdirSync(path.join(elsewhere, "other", path.dirname(file)), { recursive: true });
    cpSync(path.join(packageRoot, file), path.join(elsewhere, "other", file));
    writeFileSync(path.join(elsewhere, "other", file), "# x\n\n## Wrong\n\nnothing\n");
    const over = { packageRoot: path.join(elsewhere, "other") };
    expect(blockOf(await explained("csp-no-unsafe", {}, over), "Wrong")).toBe("  nothing");
  });

  it("tells a program the same", async () => {
    expect(await asJson("hsts-max-age")).toMatchObject({
      id: "hsts-max-age",
      family: "headers",
      levels: { dev: "mandatory", staging: "mandatory", prod: "mandatory" },
      options: [
        {
          name: "minSeconds",
          tighter: "higher",
          tiers: { dev: 86_400, staging: 31_536_000, prod: 31_536_000 },
        },
      ],
      wrong: expect.stringContaining("```yaml") as string,
      waiver: expect.stringContaining("rule: hsts-max-age") as string,
    });
  });

  it("can explain every rule", async () => {
    for (const { id } of Object.values(allFamilies).flat()) {
      const text = await explained(id, {}, { cwd: elsewhere });
      expect(text.startsWith(`${id} (`), id).toBe(true);
      expect(blockOf(text, "References"), id).not.toBe("");
    }
  });

  it("suggests the rule that was meant, with exit code 2", () => {
    const { context } = spokenContext();
    const refusal = (id: string) => {
      try {
        return void explain(context, id, {});
      } catch (error) {
        return error as UserError;
      }
    };
    expect(refusal("csp-no-unsaf")).toMatchObject({
      exitCode: 2,
      message: 'no rule named "csp-no-unsaf"; did you mean csp-no-unsafe?',
    });
    expect(refusal("zzzzzzzzzzzz")?.message).toBe(
      'no rule named "zzzzzzzzzzzz"; npx groundwork rules lists them',
    );
  });
});
