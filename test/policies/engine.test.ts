import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { DeclaredResource } from "../../core/resource";
import { UNKNOWN } from "../../core/value";
import { enginePolicies } from "../../policies/engine";
import { declaredResource } from "../../policies/host/collect";
import { earlyConfig, resourcePolicyName, stackPolicyName } from "../../policies/host/early";
import { stackRules } from "../../policies/families/stack";
import { budgetDeclared } from "../../policies/rules/budget/budget-declared";
import { hstsMaxAge } from "../../policies/rules/headers/hsts-max-age";
import { hstsPresent } from "../../policies/rules/headers/hsts-present";
import { databaseTls } from "../../policies/rules/https/database-tls";
import { urlsHttps } from "../../policies/rules/https/urls-https";
import { type Rule, defineRule, fail } from "../../policies/rule";
import { run } from "../../policies/run";
import { isFinding } from "../../policies/verdict";
import { engineFor } from "../support/rule-kit";
import { engineResource } from "../support/rule-kit/engine";
import { compliantStack } from "./support/compliant-stack";
import {
  headersRoute,
  headersWith,
  profile,
  profileInputs,
  resource,
  root,
  supabaseProject,
  today,
  vercelProject,
} from "./support/stack";
import { goodWaiver, withoutHsts } from "./support/waivers";

/** Enough to show how the engine is answered; what each rule says is tested with it. */
const ruleSet: readonly Rule[] = [
  budgetDeclared,
  databaseTls,
  hstsMaxAge,
  hstsPresent,
  urlsHttps,
  ...stackRules,
];

let folder: string;
let resultsFile: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "pack-"));
  resultsFile = path.join(folder, "results.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true }));

const packWith = (rules: readonly Rule[] = ruleSet) =>
  enginePolicies({
    pack: "groundwork-all",
    version: "0.1.0",
    rules,
    resultsFile,
    clock: () => today,
  });

/** Declares the resources in this order, then ends the run; components show their outputs only, as in the engine. */
async function preview(resources: readonly DeclaredResource[], engine = engineFor(packWith())) {
  for (const one of resources) await engine.declare(engineResource(one));
  return engine.finish(resources.map((one) => engineResource(one, one.custom ? one.inputs : {})));
}

const lines = () =>
  readFileSync(resultsFile, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("the pack inside the engine", () => {
  it("is one resource policy and one stack policy, whatever the number of rules", () => {
    expect(packWith().map(({ name }) => name)).toEqual([resourcePolicyName, stackPolicyName]);
  });

  it("says nothing about a compliant stack, and leaves complete results", async () => {
    expect(await preview(compliantStack)).toEqual([]);
    const written = lines();
    expect(written.at(-1)).toEqual({
      complete: true,
      pack: "groundwork-all",
      version: "0.1.0",
      rules: ruleSet.length,
      resources: compliantStack.length,
      results: written.length - 1,
    });
  });

  it("agrees with the offline judgement, answer by answer", async () => {
    const resources = [...compliantStack, ...withoutHsts.slice(1).map((one) => ({ ...one }))];
    const unique = [...new Map(resources.map((one) => [one.urn, one])).values()];
    await preview(unique);
    const offline = run({ resources: unique, stack: "prod", clock: today, rules: ruleSet });
    expect(lines().slice(0, -1)).toEqual(JSON.parse(JSON.stringify(offline)));
    expect(offline.filter(isFinding)).not.toEqual([]);
  });

  it("hands a finding to the engine under its rule's own name, level, severity and URN", async () => {
    const diagnostics = await preview(
      [root, profile(), ...withoutHsts],
      engineFor(packWith([hstsPresent])),
    );
    expect(diagnostics).toEqual([
      {
        policy: "hsts-present",
        level: "mandatory",
        severity: "high",
        urn: withoutHsts[1]?.urn,
        description: "Every response carries Strict-Transport-Security",
        message: [
          "route.headers.Strict-Transport-Security: found nothing, wanted the header on every path",
          hstsPresent.fix,
        ].join("\n"),
      },
    ]);
  });

  it("only tells of a waived finding", async () => {
    const resources = [root, profile({ waivers: [goodWaiver] }), ...withoutHsts];
    const [diagnostic] = await preview(resources, engineFor(packWith([hstsPresent])));
    expect(diagnostic?.level).toBe("advisory");
    expect(diagnostic?.message).toMatch(
      /\nWaived by platform-team until 2026-06-30: the legacy host speaks HTTP until it moves$/,
    );
  });

  it("refuses an unknown in place of letting the engine turn it into an advisory", async () => {
    const route = headersRoute({ headers: { "Strict-Transport-Security": UNKNOWN } });
    const [diagnostic] = await preview(
      [root, profile(), vercelProject, route],
      engineFor(packWith([hstsPresent])),
    );
    expect(diagnostic?.level).toBe("mandatory");
    expect(diagnostic?.message).toMatch(/: not known before the update, wanted the header; /);
  });

  it("finds the profile wherever the engine shows it", async () => {
    const [first, ...others] = [profile({ waivers: [goodWaiver] }), root, ...withoutHsts];
    const late = await preview([...others, first], engineFor(packWith([hstsPresent])));
    expect(late.map(({ level }) => level)).toEqual(["advisory"]);
  });

  it("reports a rule that throws, mandatory, and goes on with the others", async () => {
    const thrower = defineRule({
      ...hstsPresent,
      id: "thrower",
      check: () => {
        throw new Error("hunter2");
      },
    });
    const rules = [thrower, hstsPresent];
    const diagnostics = await preview(
      [root, profile(), ...withoutHsts],
      engineFor(packWith(rules)),
    );
    expect(diagnostics.map(({ policy, level }) => [policy, level])).toEqual([
      ["hsts-present", "mandatory"],
      ["thrower", "mandatory"],
    ]);
    expect(JSON.stringify([diagnostics, lines()])).not.toContain("hunter2");
  });

  it("lets no secret into what it reports or writes", async () => {
    const secret = {
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      value: "http://u:hunter2@db",
    };
    const variable = engineResource(resource("vercel:index/x:X", "x"));
    const engine = engineFor(packWith());
    await engine.declare({ ...variable, props: { value: secret } });
    const diagnostics = await engine.finish([{ ...variable, props: { value: secret } }]);
    expect(diagnostics.map(({ policy }) => policy)).toContain("urls-https");
    expect(JSON.stringify([diagnostics, lines()])).not.toContain("hunter2");
  });

  it("judges a resource that the engine shows only at the end by its outputs", async () => {
    const engine = engineFor(packWith());
    await engine.declare(engineResource(root));
    await engine.declare(engineResource(profile()));
    const diagnostics = await engine.finish(
      [root, profile(), supabaseProject].map((one) => engineResource(one)),
    );
    expect(diagnostics.map(({ policy }) => policy)).toContain("database-tls");
  });

  it("leaves nothing of a preview to the update that the same process serves", async () => {
    const engine = engineFor(packWith());
    await preview(compliantStack, engine);
    const after = lines().length;
    expect((await preview([root], engine)).map(({ policy }) => policy)).toEqual(
      ["stack-profile-once", "budget-declared"].sort(),
    );
    expect(lines()[after - 1]).toMatchObject({ complete: true, resources: compliantStack.length });
    expect(lines().at(-1)).toMatchObject({ complete: true, resources: 1 });
  });

  it("reports a finding of the preview again in the update", async () => {
    const engine = engineFor(packWith([hstsPresent]));
    const resources = [root, profile(), ...withoutHsts];
    const before = await preview(resources, engine);
    expect(before).toHaveLength(1);
    expect(await preview(resources, engine)).toEqual(before);
  });

  it("does not judge a resource by inputs of an earlier run", async () => {
    const engine = engineFor(packWith());
    await preview(compliantStack, engine);
    const settings = compliantStack.find(({ name }) => name === "db-settings");
    if (!settings) throw new Error("the compliant stack has settings");
    const others = compliantStack.filter((one) => one !== settings);
    for (const one of others) await engine.declare(engineResource(one));
    const changed = engineResource(settings, { sslEnforcement: false });
    const diagnostics = await engine.finish([...others.map((one) => engineResource(one)), changed]);
    expect(diagnostics.map(({ policy }) => policy)).toEqual(["database-tls"]);
  });

  it("judges nothing in a run without resources, and still says that it is complete", async () => {
    expect(await engineFor(packWith()).finish([])).toEqual([]);
    expect(lines()).toEqual([
      {
        complete: true,
        pack: "groundwork-all",
        version: "0.1.0",
        rules: ruleSet.length,
        resources: 0,
        results: 0,
      },
    ]);
  });

  it("writes no file when none is named", async () => {
    const policies = enginePolicies({
      pack: "groundwork-all",
      version: "0.1.0",
      rules: ruleSet,
      clock: () => today,
    });
    expect(await preview(compliantStack, engineFor(policies))).toEqual([]);
  });

  it("writes an unknown that stands in evidence as text", async () => {
    const quoting = defineRule({
      ...hstsPresent,
      id: "quoting",
      appliesTo: "stack",
      options: z.strictObject({}),
      check: () => fail({ found: UNKNOWN }),
    });
    await preview([root, profile()], engineFor(packWith([quoting])));
    expect(lines()[0]).toMatchObject({
      found: "[unknown]",
      message: "found a value not known yet",
    });
  });
});

describe("the resource hook", () => {
  const weak = headersRoute({
    headers: headersWith("Strict-Transport-Security", "max-age=300; includeSubDomains"),
  });

  /** The SDK keeps the pack's configuration to itself, so this calls the policy as its handler does. */
  function declareWith(config: object, one: DeclaredResource, policies = packWith()) {
    const reported: { name: string; enforcementLevel: string }[] = [];
    const { urn, type, name, inputs } = one;
    const args = {
      urn,
      type,
      name,
      props: inputs,
      opts: { protect: false },
      provider: {},
      getConfig: () => config,
    };
    const hook = policies[0].validateResource as (...call: unknown[]) => void;
    hook(args, (violation: never) => reported.push(violation));
    return reported;
  }

  it("says nothing before the end when nobody told it the profile", () => {
    expect(declareWith({}, weak)).toEqual([]);
  });

  it("refuses a resource at once when it knows the profile, and writes that down", () => {
    const config = earlyConfig({ ...profileInputs } as never)[resourcePolicyName] as object;
    expect(
      declareWith(config, weak).map(({ name, enforcementLevel }) => [name, enforcementLevel]),
    ).toEqual([["hsts-max-age", "mandatory"]]);
    expect(lines().map(({ rule, state }) => [rule, state])).toEqual([["hsts-max-age", "fail"]]);
  });

  it("does not report at the end what it reported before", async () => {
    const policies = packWith();
    const config = earlyConfig({ ...profileInputs } as never)[resourcePolicyName] as object;
    declareWith(config, weak, policies);
    const resources = [root, profile(), vercelProject, weak];
    const diagnostics = await engineFor(policies).finish(
      resources.map((one) => engineResource(one, one.inputs)),
    );
    expect(diagnostics.map(({ policy }) => policy)).not.toContain("hsts-max-age");
    const written = lines().filter(({ rule }) => rule === "hsts-max-age");
    expect(written.map(({ state }) => state)).toEqual(["fail"]);
  });
});

describe("declaredResource", () => {
  const seen = {
    urn: root.urn,
    type: "x:y:Z",
    name: "z",
    props: {},
    opts: { protect: true, parent: "p" },
  };
  const custom = (more: object) => declaredResource({ ...seen, ...more } as never).custom;

  it("takes what has a provider, and providers themselves, for managed resources", () => {
    expect(custom({ provider: {} })).toBe(true);
    expect(custom({ type: "pulumi:providers:aws" })).toBe(true);
    expect(custom({})).toBe(false);
  });

  it("keeps protection and parent", () => {
    expect(declaredResource(seen as never)).toMatchObject({ protect: true, parent: "p" });
  });
});
