import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { RuleResult } from "../../core/finding";
import type { DeclaredResource } from "../../core/resource";
import { UNKNOWN } from "../../core/value";
import { catalogue } from "../../policies/catalogue";
import {
  type Evidence,
  type Rule,
  defineRule,
  fail,
  notApplicable,
  pass,
  unknown,
} from "../../policies/rule";
import { run } from "../../policies/run";
import { isFinding, refuses } from "../../policies/verdict";
import {
  headersRoute,
  headersWith,
  profile,
  resource,
  root,
  today,
  vercelProject,
} from "./support/stack";
import { compliantStack } from "./support/compliant-stack";
import { goodWaiver, withoutHsts } from "./support/waivers";

const text = {
  title: "It holds",
  why: "Because.",
  fix: "Mend it.",
  severity: "low",
  topics: [],
  references: [],
  options: z.strictObject({}),
} as const;
const thingType = "test:index/thing:Thing";
const thing = (name: string, inputs = {}) => resource(thingType, name, inputs);

/** Answers what the resource's `answer` input says; `boom` throws. */
const echo = defineRule({
  id: "echo",
  ...text,
  appliesTo: [thingType],
  check: ({ inputs }) => {
    if (inputs["answer"] === "boom") throw new TypeError("cannot read hunter2");
    if (inputs["answer"] === "fail")
      return fail({ property: "answer", found: "fail", wanted: "pass" });
    if (inputs["answer"] === "unknown") return unknown({ property: "answer", wanted: "pass" });
    if (inputs["answer"] === "none") return notApplicable("not this one");
    return pass();
  },
});

const judge = (resources: DeclaredResource[], rules: readonly Rule[] = [echo], stack = "prod") =>
  run({ resources: [root, ...resources], stack, clock: today, rules });
const states = (results: readonly RuleResult[]) =>
  results.map(({ rule, state, level }) => `${rule} ${state} ${level}`);

describe("run", () => {
  it("passes a compliant stack by every rule of the catalogue", () => {
    const results = run({ resources: compliantStack, stack: "prod", clock: today });
    // Prices grow old by the calendar, whatever a stack says.
    const found = results.filter((one) => isFinding(one) && one.rule !== "prices-fresh");
    expect(found).toEqual([]);
    expect(new Set(results.map(({ rule }) => rule))).toEqual(
      new Set(catalogue.map(({ id }) => id)),
    );
  });

  it("gives each answer with the rule's severity, the target and a sentence", () => {
    const answers = ["pass", "fail", "unknown", "none"];
    const results = judge([profile(), ...answers.map((answer) => thing(answer, { answer }))]);
    expect(results.map(({ state, message, severity }) => [state, message, severity])).toEqual([
      ["fail", "answer: found fail, wanted pass", "low"],
      ["not-applicable", "not this one", "low"],
      ["pass", "It holds", "low"],
      [
        "unknown",
        "answer: not known before the update, wanted pass; give it a plain value, not the output of another resource",
        "low",
      ],
    ]);
  });

  it("answers not-applicable once for a rule that finds nothing to judge", () => {
    expect(judge([profile()])).toEqual([
      {
        rule: "echo",
        state: "not-applicable",
        urn: root.urn,
        level: "mandatory",
        severity: "low",
        message: "nothing in the stack that this rule judges",
      },
    ]);
  });

  describe("a rule that throws", () => {
    it("is an error on that target alone, mandatory, and quotes nothing it read", () => {
      const results = judge([profile(), thing("a", { answer: "boom" }), thing("b")]);
      expect(states(results)).toEqual(["echo error mandatory", "echo pass mandatory"]);
      expect(results[0]?.message).toMatch(
        /^the rule itself broke \(TypeError at run\.test\.ts:\d+\), which counts as a failure; report it to the rule's authors$/,
      );
      expect(results.filter(refuses)).toHaveLength(1);
    });

    it("is mandatory even where the rule is advisory", () => {
      const advisory = { ...echo, id: "csp-no-unsafe" };
      const [result] = judge(
        [profile({ tier: "dev" }), thing("a", { answer: "boom" })],
        [advisory],
        "dev",
      );
      expect([result?.state, result?.level]).toEqual(["error", "mandatory"]);
    });

    it("cannot be waived", () => {
      const waivers = [{ ...goodWaiver, rule: "echo", target: "a" }];
      const results = judge([profile({ waivers }), thing("a", { answer: "boom" })]);
      expect(results[0]?.waiver).toBeUndefined();
    });

    it("is an error when it throws no Error, or judges the stack or the profile", () => {
      const thrower = (appliesTo: "stack" | "profile") =>
        ({
          id: `throws-${appliesTo}`,
          ...text,
          appliesTo,
          check: () => {
            // eslint-disable-next-line @typescript-eslint/only-throw-error -- what the test is about
            throw "hunter2";
          },
        }) as Rule;
      const results = judge([profile()], [thrower("stack"), thrower("profile")]);
      expect(results.map(({ state, message }) => [state, message])).toEqual([
        [
          "error",
          "the rule itself broke (string), which counts as a failure; report it to the rule's authors",
        ],
        [
          "error",
          "the rule itself broke (string), which counts as a failure; report it to the rule's authors",
        ],
      ]);
    });
  });

  describe("an unknown", () => {
    const undecided = thing("a", { answer: "unknown" });

    it("refuses where the stack says fail", () => {
      const results = judge([profile(), undecided]);
      expect(states(results)).toEqual(["echo unknown mandatory"]);
      expect(results.filter(refuses)).toHaveLength(1);
    });

    it("is only told where the stack says warn", () => {
      const results = judge(
        [profile({ tier: "staging", onUnknown: "warn" }), undecided],
        [echo],
        "staging",
      );
      expect(states(results)).toEqual(["echo unknown advisory"]);
      expect(results.filter(refuses)).toEqual([]);
      expect(results.filter(isFinding)).toHaveLength(1);
    });

    it("leaves a failure mandatory where the stack says warn", () => {
      const stack = [profile({ tier: "dev", onUnknown: "warn" }), thing("a", { answer: "fail" })];
      expect(states(judge(stack, [echo], "dev"))).toEqual(["echo fail mandatory"]);
    });

    it.each(["warn", "allow"])("refuses in prod although the stack says %s", (onUnknown) => {
      const results = judge([profile({ onUnknown }), undecided]);
      expect(states(results)).toEqual(["echo unknown mandatory"]);
    });

    it("is counted and not told where a dev stack says allow", () => {
      const stack = [profile({ tier: "dev", onUnknown: "allow" }), undecided];
      const results = judge([...stack, thing("b", { answer: "fail" })], [echo], "dev");
      expect(states(results)).toEqual(["echo unknown advisory", "echo fail mandatory"]);
      expect(results.map(({ allowed }) => allowed)).toEqual([true, undefined]);
      expect(results.filter(isFinding).map(({ state }) => state)).toEqual(["fail"]);
    });

    it("is told in staging although the stack says allow", () => {
      const stack = [profile({ tier: "staging", onUnknown: "allow" }), undecided];
      const results = judge(stack, [echo], "staging");
      expect(states(results)).toEqual(["echo unknown advisory"]);
      expect(results.filter(isFinding)).toHaveLength(1);
    });

    it("names the property and how to make it known; else the arg that decides it", () => {
      const message = (evidence: Evidence) =>
        judge(
          [profile()],
          [defineRule({ id: "asks", ...text, appliesTo: "stack", check: () => unknown(evidence) })],
        )[0]?.message;
      const remedy = "give it a plain value, not the output of another resource";
      expect(message({ property: "a.b", input: "c" })).toBe(
        `a.b: not known before the update; ${remedy}`,
      );
      expect(message({ input: "c", wanted: 3 })).toBe(
        `c: not known before the update, wanted 3; ${remedy}`,
      );
    });

    it("can be waived", () => {
      const waivers = [{ ...goodWaiver, rule: "echo", target: "a" }];
      expect(judge([profile({ waivers }), undecided]).filter(refuses)).toEqual([]);
    });
  });

  describe("a profile that is missing, doubled or malformed", () => {
    const hsts = headersRoute({
      headers: headersWith("Strict-Transport-Security", "max-age=86400; includeSubDomains"),
    });
    const waivers = [{ ...goodWaiver, rule: "hsts-max-age" }];
    const dev = { tier: "dev", waivers } as const;
    const judged = (...profiles: DeclaredResource[]) =>
      run({ resources: [root, vercelProject, hsts, ...profiles], stack: "sketch", clock: today })
        .filter(refuses)
        .map(({ rule }) => rule)
        .filter((rule) => /^(hsts|stack-profile)/.test(rule));

    it("makes nothing of its own when it is there once", () => {
      expect(judged(profile({ tier: "dev" }))).toEqual([]);
    });

    it("has everything judged as prod with no waiver, and says so", () => {
      expect(judged()).toEqual(["hsts-max-age", "stack-profile-once"]);
      expect(judged(profile(dev, "a"), profile(dev, "b"))).toEqual([
        "hsts-max-age",
        "stack-profile-once",
      ]);
      expect(judged(profile({ ...dev, onUnknown: UNKNOWN }))).toEqual([
        "hsts-max-age",
        "stack-profile-readable",
      ]);
    });

    it("does not let a prod stack be judged as dev", () => {
      const resources = [root, vercelProject, hsts, profile({ tier: "dev" })];
      const results = run({ resources, stack: "prod", clock: today });
      expect(results.filter(refuses).map(({ rule }) => rule)).toContain("hsts-max-age");
    });
  });

  describe("a waiver", () => {
    const waivedBy = (waiver: Record<string, unknown>, clock = today) =>
      run({
        resources: [root, profile({ waivers: [waiver as never] }), ...withoutHsts],
        stack: "prod",
        clock,
      }).filter(({ rule }) => rule === "hsts-present");

    it("leaves the finding among the results, marked with who, why and until when", () => {
      const [result] = waivedBy({ ...goodWaiver, ticket: "OPS-12" });
      expect(result?.state).toBe("fail");
      expect(result?.waiver).toEqual({
        index: 0,
        reason: "the legacy host speaks HTTP until it moves",
        owner: "platform-team",
        expires: "2026-06-30",
        ticket: "OPS-12",
      });
    });

    it("finds its target by URN or logical name", () => {
      const urn = withoutHsts[1]?.urn;
      expect(waivedBy({ ...goodWaiver, target: urn }).filter(refuses)).toEqual([]);
      expect(waivedBy({ ...goodWaiver, target: "web" }).filter(refuses)).toHaveLength(1);
    });

    it("covers nothing once it is expired, malformed or for another rule", () => {
      for (const change of [{ expires: "2026-06-14" }, { owner: "" }, { rule: "csp-present" }]) {
        expect(waivedBy({ ...goodWaiver, ...change }).filter(refuses)).toHaveLength(1);
      }
    });

    it("covers what is below the component that it names", () => {
      const site = resource("groundwork:hosting:HostingProject", "site");
      const below = withoutHsts.map((one) => ({ ...one, parent: site.urn }));
      const judged = (target: string) =>
        run({
          resources: [root, profile({ waivers: [{ ...goodWaiver, target }] }), site, ...below],
          stack: "prod",
          clock: today,
        }).filter((result) => result.rule === "hsts-present" && refuses(result));
      expect(judged("component:site")).toEqual([]);
      expect(judged("component:web")).toHaveLength(1);
    });

    it("still covers on its last day", () => {
      expect(waivedBy({ ...goodWaiver, expires: "2026-06-15" }).filter(refuses)).toEqual([]);
    });

    it("covers no rule about the profile", () => {
      const waivers = [{ ...goodWaiver, rule: "tier-honest", target: "profile" }];
      const results = run({
        resources: [root, profile({ tier: "dev", waivers })],
        stack: "prod",
        clock: today,
      });
      expect(results.find(({ rule }) => rule === "tier-honest")?.waiver).toBeUndefined();
    });
  });

  it("gives the same results in the same order whatever the order of the resources", () => {
    const resources = [
      ...compliantStack,
      headersRoute({ name: "stray", headers: { "X-Frame-Options": "ALLOWALL" } }),
      headersRoute({ name: "other", headers: {}, route: { src: "/a" } }),
      profile({}, "second"),
    ];
    const expected = run({ resources, stack: "prod", clock: today });
    fc.assert(
      fc.property(fc.shuffledSubarray(resources, { minLength: resources.length }), (shuffled) => {
        expect(run({ resources: shuffled, stack: "prod", clock: today })).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it("keeps nothing from one run to the next", () => {
    const prod = () => run({ resources: compliantStack, stack: "prod", clock: today });
    const before = JSON.stringify(prod());
    run({ resources: [root], stack: "dev", clock: today });
    expect(JSON.stringify(prod())).toBe(before);
  });

  it("survives a stack of nothing at all", () => {
    const results = run({ resources: [], stack: "prod", clock: today });
    const refusing = results.filter(refuses);
    expect(refusing.map(({ rule }) => rule)).toContain("stack-profile-once");
    expect(refusing.filter(({ state }) => state === "error")).toEqual([]);
  });
});
