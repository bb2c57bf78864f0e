import { describe, expect, it } from "vitest";
import { deletesLimited as rule } from "../../../gate/rules/deletes-limited";
import { brief, judge, step } from "../support/changes";

const type = "aws:sns/topic:Topic";
const deletes = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    step({ type, name: `topic-${String(index).padStart(2, "0")}`, before: {} }),
  );

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds at exactly the floor and not one above it", () => {
    expect(brief(judge(rule, deletes(20)))).toEqual([
      expect.stringMatching(/^pass groundwork-prod/),
    ]);
    expect(brief(judge(rule, deletes(21)))).toEqual([
      "fail groundwork-prod: resources deleted or replaced: 21, allowed 20: topic-00, topic-01, topic-02, topic-03, topic-04, topic-05, topic-06, topic-07 and 13 more",
    ]);
  });

  it("counts a replacement once, with all its steps, and names all where they are few", () => {
    const replaced = ["replace", "create-replacement", "delete-replaced"].map((op) =>
      step({ type, op, before: {}, after: {} }),
    );
    const rules = { "deletes-limited": { max: 0 } };
    expect(judge(rule, replaced, { rules })[0]).toMatchObject({
      state: "fail",
      found: 1,
      wanted: "at most 0",
      message: "resources deleted or replaced: 1, allowed 0: it",
    });
  });

  it("is tightened by the stack and never loosened", () => {
    const tighter = { rules: { "deletes-limited": { max: 2 } } };
    expect(judge(rule, deletes(3), tighter)[0]?.state).toBe("fail");
    expect(judge(rule, deletes(2), tighter)[0]?.state).toBe("pass");
    const looser = { rules: { "deletes-limited": { max: 21 } } };
    expect(judge(rule, deletes(21), looser)[0]?.state).toBe("fail");
  });

  it("has more room in staging", () => {
    expect(judge(rule, deletes(40), { tier: "staging" })[0]?.state).toBe("pass");
    expect(judge(rule, deletes(41), { tier: "staging" })[0]?.state).toBe("fail");
  });

  it("does not count what is no thing in a cloud, nor what is made", () => {
    const rules = { "deletes-limited": { max: 0 } };
    const steps = [
      step({ type: "groundwork:uptime:UptimeChecks", before: {} }),
      step({ type: "pulumi:providers:aws", before: {} }),
      step({ type, after: {} }),
    ];
    expect(brief(judge(rule, steps, { rules }))).toEqual([
      "not-applicable groundwork-prod: nothing is there that could be deleted",
    ]);
  });
});
