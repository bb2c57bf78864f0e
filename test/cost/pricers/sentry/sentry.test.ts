import { describe, expect, it } from "vitest";
import { declared } from "../../stand-ins";
import { billed, free, lines, total } from "../aws/bill";

/* Prices: https://sentry.io/pricing/ and https://docs.sentry.io/pricing/ */

const errors = (plan?: string) =>
  declared("groundwork:errors:ErrorTracking", "errors", { kind: "sentry", ...(plan && { plan }) });
const project = declared("sentry:index/sentryProject:SentryProject", "project");
const bill = (plan: string | undefined, events: number) =>
  billed([errors(plan), project], { usage: { "errors.events": events } });

// Requirement: ALRT-06
describe("the price of errors at Sentry", () => {
  it.each<[string | undefined, number, string]>([
    // The plan alone.
    ["team", 50_000, "26"],
    // $26 + 10,000 × $0.0003625.
    ["team", 60_000, "29.625"],
    [undefined, 60_000, "29.625"],
    // $80 + 10,000 × $0.0011125.
    ["business", 60_000, "91.125"],
    // What is beyond 5,000 is dropped.
    ["developer", 60_000, "0"],
  ])("is that of the plan %s, and of %i errors beyond its own", (plan, events, expected) => {
    expect(total(bill(plan, events))).toBe(expected);
  });

  it("asks for the plan in one stack, and for errors in each", () => {
    const other = billed([errors("team"), project], { usage: { "errors.events": 100 }, share: 0 });
    expect(other.elsewhere).toEqual(["plan of Sentry"]);
    // 100 × $0.0003625: the free ones are counted by the stack that stands for all.
    expect(total(other)).toBe("0.03625");
  });

  it("asks nothing for keys, teams and rules, and nothing where errors go elsewhere", () => {
    const kinds = [
      "sentryKey:SentryKey",
      "sentryTeam:SentryTeam",
      "sentryIssueAlert:SentryIssueAlert",
    ];
    const settings = kinds.map((kind) => declared(`sentry:index/${kind}`, kind));
    expect(new Set(free(billed(settings)))).toEqual(
      new Set(["a setting of a project, in every plan"]),
    );
    expect(lines(billed([errors()]))).toEqual([]);
  });
});
