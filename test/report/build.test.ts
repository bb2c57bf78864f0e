import { describe, expect, it } from "vitest";
import { buildReport } from "../../report/build";
import { writeJson } from "../../report/writers/json";
import { reportOf, situations } from "./situations";

// Requirement: COMP-02
describe("the report of a run", () => {
  it.each([
    ["clean", "clean"],
    ["warnings", "advice"],
    ["failures", "refused"],
    ["waivers", "clean"],
    ["unknowns", "refused"],
    ["hostile", "refused"],
  ])("with %s is %s", (name, verdict) => {
    expect(reportOf(name).verdict).toBe(verdict);
  });

  it("that stopped and refuses nothing is broken", () => {
    const { clean } = situations;
    const stopped =
      clean && buildReport({ ...clean, run: { ...clean.run, stopped: "no network" } });
    expect(stopped?.verdict).toBe("broken");
  });

  it("counts each answer once, a waived one as waived alone", () => {
    expect(reportOf("waivers").counts).toEqual({
      pass: 1,
      fail: 0,
      unknown: 0,
      error: 0,
      notApplicable: 1,
      waived: 1,
    });
    expect(reportOf("unknowns").counts).toMatchObject({ unknown: 2, error: 1, pass: 0 });
  });

  it("scores a family by what holds of what was judged", () => {
    const scores = (name: string) =>
      Object.fromEntries(reportOf(name).families.map(({ family, score }) => [family, score]));
    expect(scores("clean")).toEqual({ headers: 100, budget: 100 });
    expect(scores("warnings")).toEqual({ headers: 50 });
    expect(scores("waivers")).toEqual({ headers: 50, budget: 100 });
  });

  it("answers for each clause by the worst of the rules that cite it", () => {
    const states = (name: string) =>
      reportOf(name).controls.map(
        ({ clause, state, rules }) => `${clause} ${state} ${rules.join()}`,
      );
    expect(states("clean")).toEqual([
      "A.8.9 pass csp-no-unsafe",
      "A.8.20 pass budget-declared,hsts-present",
      "3.4.1 pass hsts-present",
    ]);
    expect(states("failures")[1]).toBe("A.8.20 fail budget-declared,hsts-present");
    expect(states("waivers")[1]).toBe("A.8.20 waived budget-declared,hsts-present");
    expect(states("warnings")).toContain("A.8.9 fail csp-no-unsafe");
  });

  it("registers each waiver with the days left and what it covers", () => {
    const { waivers, results } = reportOf("waivers");
    const covered = results.find(({ waiver }) => waiver);
    expect(waivers).toMatchObject([{ rule: "hsts-present", daysLeft: 10, covers: [covered?.id] }]);
  });

  it("tells of a resource its vendor, component, protection and worst answer", () => {
    const [route] = reportOf("failures").resources.filter(({ custom }) => custom);
    expect(route).toMatchObject({
      name: "web-headers",
      vendor: "vercel",
      component: "web",
      protect: true,
      state: "fail",
    });
  });

  it.each(Object.keys(situations))(
    "is the same whatever the order of what it is made of: %s",
    (name) => {
      const given = situations[name];
      const turned = given && {
        ...given,
        resources: given.resources.toReversed(),
        results: given.results.toReversed(),
        rules: given.rules.toReversed(),
      };
      expect(turned && writeJson(buildReport(turned))).toBe(writeJson(reportOf(name)));
    },
  );

  it("keeps a result's id from run to run, and gives a second answer about one property its own", () => {
    const { failures } = situations;
    if (!failures) throw new Error("no situation");
    const [first] = failures.results;
    if (!first) throw new Error("no result");
    const ids = (results: typeof failures.results) =>
      buildReport({ ...failures, results }).results.map(({ id }) => id);
    expect(ids([{ ...first, message: "other words" }])).toEqual(ids([first]));
    expect(new Set(ids([first, { ...first, message: "other words" }])).size).toBe(2);
  });
});
