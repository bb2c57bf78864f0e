import { describe, expect, it } from "vitest";
import { providerTypes } from "../../../policies/lib/provider-types";
import { alertTopicSubscribed as rule } from "../../../policies/rules/observability/alert-topic-subscribed";
import { alarm, composite, subscription, topic } from "../support/alarms";
import { brief, judge, resource } from "../support/stack";

const channel = (type: string) =>
  resource(type, "channel", {}, { propertyDependencies: { snsTopicArns: [topic.urn] } });

// Requirement: ALRT-10
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a topic with an address, a webhook or a chat channel", () => {
    expect(judge(rule, [topic, alarm(), subscription])[0]).toMatchObject({
      state: "pass",
      found: "1 subscriber",
    });
    const slack = channel(providerTypes.awsSlackChannel);
    expect(judge(rule, [topic, alarm(), subscription, slack])[0]?.found).toBe("2 subscribers");
    const teams = channel(providerTypes.awsTeamsChannel);
    expect(judge(rule, [topic, composite(), teams])[0]?.found).toBe("1 subscriber");
  });

  it("reports a topic that nobody reads, in full", () => {
    const expected = {
      rule: "alert-topic-subscribed",
      state: "fail",
      urn: topic.urn,
      level: "mandatory",
      severity: "high",
      message: "found no subscriber, wanted one",
      input: "routes",
      found: null,
      wanted: "a subscriber",
    };
    expect(judge(rule, [topic, alarm()])).toEqual([expected]);
    expect(judge(rule, [topic, composite()])).toEqual([expected]);
  });

  it("does not count what listens to another topic", () => {
    const other = resource(providerTypes.awsTopic, "other");
    const elsewhere = { ...subscription, propertyDependencies: { topic: [other.urn] } };
    expect(judge(rule, [topic, alarm(), elsewhere])[0]?.state).toBe("fail");
  });

  it("leaves topics alone that no alarm is sent to", () => {
    expect(brief(judge(rule, [topic]))).toEqual([
      "not-applicable alerts-critical: no alarm is sent to the topic",
    ]);
  });
});
