import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { levelOf } from "../../../policies/levels";
import { nothingToJudge } from "../../../policies/lib/hygiene/judged-types";
import { providerTypes } from "../../../policies/lib/provider-types";
import { typesJudged as rule } from "../../../policies/rules/hygiene/types-judged";
import { brief, judge, places, resource } from "../support/stack";

const table = "aws:timestreamwrite/table:Table";
const record = "cloudflare:index/record:Record";
const tables = (...names: string[]) => names.map((name) => resource(table, name, {}));
const component = { ...resource("shop:mail:Mail", "mail", {}), custom: false };

describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts types that rules ask for, hold for stateful, or need not ask for", () => {
    const types = [
      providerTypes.awsBucket,
      "aws:dynamodb/table:Table",
      ...Object.keys(nothingToJudge),
    ];
    const resources = types.map((type, index) => resource(type, `it-${index}`, {}));
    expect(brief(judge(rule, resources))).toEqual([`pass groundwork-prod: ${rule.title}`]);
  });

  it("lists each type that no rule judges once, with the names of some", () => {
    const results = judge(rule, [...tables("d", "b", "a", "c"), resource(record, "www", {})]);
    expect(brief(results)).toEqual([
      `fail a: found the type ${table}, which no rule judges: a, b, c, 1 more`,
      `fail www: found the type ${record}, which no rule judges: www`,
    ]);
    expect(results[0]).toMatchObject({ found: table, wanted: "a type that rules know" });
    expect(brief(judge(rule, tables("a", "b", "c")))).toEqual([
      `fail a: found the type ${table}, which no rule judges: a, b, c`,
    ]);
  });

  it("leaves components, providers and the engine's own alone", () => {
    const own = ["pulumi:providers:aws", "pulumi:pulumi:StackReference"];
    const resources = own.map((type) => resource(type, "own", {}));
    expect(
      brief(judge(rule, [...resources, component, resource(tokens.logs, "logs", {})])),
    ).toEqual(["not-applicable groundwork-prod: no provider manages anything in the stack"]);
    expect(brief(judge(rule, [...resources, component, ...tables("a")]))).toHaveLength(1);
  });

  it("lists what a program makes of its own functions", () => {
    const type = "pulumi-nodejs:dynamic:Resource";
    expect(places(judge(rule, [resource(type, "own", {})]))).toHaveLength(1);
  });

  it("only warns, on every tier", () => {
    const levels = (["dev", "staging", "prod"] as const).map((tier) => levelOf(rule.id, tier));
    expect(levels).toEqual(["advisory", "advisory", "advisory"]);
  });
});
