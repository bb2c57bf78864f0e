import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { besideSteps } from "../../cli/engine/computed-from";

const folder = mkdtempSync(path.join(tmpdir(), "plan-"));
afterAll(() => rmSync(folder, { recursive: true }));

const stack = "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod";
const topic = "urn:pulumi:prod::shop::aws:sns/topic:Topic::topic";
const mail = "urn:pulumi:prod::shop::aws:sns/topicSubscription:TopicSubscription::mail";

/** A plan as the engine writes it, for a stack with these outputs. */
function planWith(outputs: object, wrapped = true): string {
  const resourcePlans = {
    [stack]: { goal: {}, state: outputs },
    [mail]: { goal: { propertyDependencies: { topic: [topic], protocol: null } }, state: {} },
  };
  const file = path.join(folder, "plan.json");
  const plan = { resourcePlans };
  writeFileSync(file, JSON.stringify(wrapped ? { version: 1, plan } : plan));
  return file;
}

const root = (outputs?: object) => ({ urn: stack, type: "pulumi:pulumi:Stack", outputs });

describe("what is beside the steps of a preview", () => {
  it.each([true, false])("is read from the state and from the plan, wrapped: %s", (wrapped) => {
    const state = [root({ url: "x" }), { urn: mail, propertyDependencies: { topic: [topic] } }];
    expect(besideSteps(state, planWith({ url: "x" }, wrapped))).toEqual({
      before: { [stack]: {}, [mail]: { topic: [topic] } },
      after: { [stack]: {}, [mail]: { topic: [topic], protocol: [] } },
      unfinished: false,
    });
  });

  it("tells an update that never came to its end by outputs that are only planned", () => {
    const unfinished = (state: unknown[], planned: object) =>
      besideSteps(state, planWith(planned)).unfinished;
    expect(unfinished([root()], { url: "x" })).toBe(true);
    expect(unfinished([root({})], { url: "x" })).toBe(true);
    expect(unfinished([root({})], {})).toBe(false);
    expect(unfinished([], { url: "x" })).toBe(false);
  });

  it("is little where a preview broke before it planned anything", () => {
    expect(besideSteps([], path.join(folder, "none.json"))).toEqual({
      before: {},
      after: {},
      unfinished: false,
    });
  });
});
