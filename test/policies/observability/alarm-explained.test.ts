import { describe, expect, it } from "vitest";
import { type Value, UNKNOWN } from "../../../core/value";
import { alarmExplained as rule } from "../../../policies/rules/observability/alarm-explained";
import { alarm, composite } from "../support/alarms";
import { brief, judge } from "../support/stack";

const judged = (alarmDescription: Value) => brief(judge(rule, [alarm({ alarmDescription })]));
const wanted = "wanted a link to a runbook and an owner";

// Requirement: DR-17
describe(`${rule.id}: ${rule.title}`, () => {
  it.each([
    "Down. What to do: https://wiki.example.com/down Owner: web-team",
    "Down. See docs/runbooks/down.md. OWNER:web-team",
  ])("holds for %s", (text) => {
    expect(judge(rule, [alarm({ alarmDescription: text })])[0]).toMatchObject({
      state: "pass",
      property: "alarmDescription",
      found: text,
    });
  });

  it("reports what is missing", () => {
    expect(judged(null)).toEqual([
      `fail alarm: alarmDescription: found no link to a runbook, no owner, ${wanted}`,
    ]);
    expect(judged("See docs/down.md.")).toEqual([
      `fail alarm: alarmDescription: found no owner, ${wanted}`,
    ]);
    expect(judged("Down. Owner: web-team")).toEqual([
      `fail alarm: alarmDescription: found no link to a runbook, ${wanted}`,
    ]);
  });

  it.each(["https:// Owner: x", ".md Owner: x", "docs/down.mdx Owner: x"])(
    "takes no %s for a link",
    (text) => {
      expect(judged(text)[0]).toContain("found no link to a runbook,");
    },
  );

  it.each(["see a.md. Owner:", "see a.md. coowner: x"])("takes no %s for an owner", (text) => {
    expect(judged(text)[0]).toContain("found no owner,");
  });

  it("judges alarms made of others, too", () => {
    expect(judge(rule, [composite({ alarmDescription: "Down" })])[0]?.state).toBe("fail");
  });

  it("cannot tell while the description is unknown", () => {
    expect(judge(rule, [alarm({ alarmDescription: UNKNOWN })])[0]?.state).toBe("unknown");
  });
});
