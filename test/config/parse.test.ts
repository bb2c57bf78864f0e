import { describe, expect, it } from "vitest";
import { parseSettings } from "../../config/parse";
import { edited, everyKeyFile, sectionsOf, stacks } from "./support";

const prod = sectionsOf("Pulumi.prod.yaml");

function problemsOf(raw: Record<string, unknown>) {
  const parsed = parseSettings(raw);
  return "problems" in parsed ? parsed.problems : [];
}

describe("parseSettings accepts", () => {
  it.each(stacks)("the sections of Pulumi.%s.yaml", (stack) => {
    expect(parseSettings(sectionsOf(`Pulumi.${stack}.yaml`))).toHaveProperty("settings");
  });

  it("a file that has every key", () => {
    expect(parseSettings(sectionsOf(everyKeyFile))).toHaveProperty("settings");
  });

  it.each(["2027-03-31", "2027-03-31 00:00:00 +0000 UTC"])(
    "the date %s, spelt by people or by the engine, and gives out the day",
    (expires) => {
      const raw = edited(sectionsOf(everyKeyFile), { "policy.waivers[0].expires": expires });
      const parsed = parseSettings(raw);
      expect("settings" in parsed && parsed.settings.policy.waivers[0]?.expires).toBe("2027-03-31");
    },
  );

  it.each<[string, Record<string, unknown>]>([
    ["HSTS off, for a policy to judge", { "hosting.headers.strictTransportSecurity": false }],
    ["an HSTS age below every floor", { "hosting.headers.strictTransportSecurity.maxAge": 1 }],
    ["an AWS share above the limit", { "budget.awsUsd": 10_000 }],
    ["a tier that the stack's name may contradict", { "stack.tier": "dev" }],
    [
      "an unsafe CSP source",
      {
        "hosting.headers.contentSecurityPolicy.directives": { "script-src": ["'unsafe-eval'"] },
      },
    ],
    ["a database without TLS", { "database.sslEnforcement": false }],
    [
      "four function regions on the plan that allows them",
      {
        "hosting.plan": "enterprise",
        "hosting.resourceConfig.functionDefaultRegions": ["yul1", "iad1", "sfo1", "lhr1"],
      },
    ],
    ["no uptime check", { "uptime.checks": {} }],
    ["a framework that we never heard of", { "hosting.framework": "brand-new" }],
    ["a repository in a group of groups", { "hosting.gitRepository.repo": "a/b/c" }],
    ["a secret that no variable uses", { "secrets.PARKED": "x" }],
    ["no policy section", { policy: undefined }],
    ["a database that lets nobody in", { "database.network": { restrictions: [] } }],
    ["sums in whole cents that binary fractions only come near", { "budget.monthlyUsd": 19.99 }],
  ])("%s", (_, edits) => {
    expect(problemsOf(edited(prod, edits))).toEqual([]);
  });
});

describe("parseSettings reports", () => {
  it("everything at once, sorted by path, one problem a path", () => {
    const problems = problemsOf(
      edited(prod, {
        stack: { tir: "prod" },
        "hosting.name": "UPPER",
        'hosting.domains["http://x.example.com"]': {},
        'hosting.domains["x.example.com"]': { redirect: 3 },
        "budget.emails": ["x"],
      }),
    );
    expect(problems.map(({ path }) => path)).toEqual([
      "groundwork:budget.emails[0]",
      'groundwork:hosting.domains["http://x.example.com"]',
      'groundwork:hosting.domains["x.example.com"].redirect',
      "groundwork:hosting.name",
      "groundwork:stack.owner",
      "groundwork:stack.product",
      "groundwork:stack.tir",
    ]);
  });

  it.each<[string, Record<string, unknown>]>([
    ["no sections at all", {}],
    ["null sections", { stack: null, hosting: null }],
    ["lists for sections", { stack: [], hosting: [], database: [], budget: [] }],
  ])("%s with a problem for each", (_, raw) => {
    expect(problemsOf(raw).map(({ path }) => path)).toEqual([
      "groundwork:budget",
      "groundwork:database",
      "groundwork:hosting",
      "groundwork:stack",
    ]);
  });
});

describe("problems keep confidential values to themselves", () => {
  const canary = "sk-live-0123456789";

  it.each<[string, Record<string, unknown>]>([
    ["a variable's value of the wrong type", { "hosting.variables.A": [canary] }],
    ["a value nested too deep", { "hosting.variables.A": { value: { it: canary } } }],
    ["a value pasted for its secret's name", { "hosting.variables.A": { secret: `${canary} ` } }],
    ["an oversized value", { "hosting.variables.A": canary.repeat(5000) }],
    ["secrets of the wrong shape", { secrets: [canary] }],
    ["secrets that are text", { secrets: canary }],
    ["a secret under a bad name", { secrets: { "bad name": canary } }],
  ])("%s", (_, edits) => {
    const problems = problemsOf(edited(prod, edits));
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems)).not.toContain(canary);
  });

  it("but show what cannot be confidential", () => {
    const raw = edited(prod, { "hosting.variables.A": { secret: "A", targets: ["live"] } });
    expect(problemsOf(raw)[0]?.found).toBe('got "live"');
  });
});
