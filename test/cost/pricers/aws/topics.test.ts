import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, lines, total, unpriced } from "./bill";

/*
 * https://aws.amazon.com/sns/pricing/: $0.50 a million requests (1 million free), $2.00 per 100,000 e-mails (1,000 free),
 * $0.60 a million calls of HTTPS (100,000 free).
 */

const topic = declared("aws:sns/topic:Topic", "critical");

function subscription(protocol: Value, name = "to", of = topic) {
  const one = declared("aws:sns/topicSubscription:TopicSubscription", name, {
    protocol,
    topic: UNKNOWN,
  });
  return { ...one, propertyDependencies: { topic: [of.urn] } };
}

const told = (messages: number) => ({ usage: { "alerts.notifications": messages } });

describe("the price of notifications", () => {
  it("is what is published and what each subscription delivers", () => {
    const resources = [topic, subscription("email", "mail"), subscription("https", "page")];
    expect(lines(billed(resources, { ...told(2_000_000), share: 0 }))).toEqual([
      "sns-publish 2 1", // 2 × $0.50
      "sns-email 20 40", // 20 × $2.00
      "sns-https 2 1.2", // 2 × $0.60
    ]);
  });

  it.each([
    ["a topic", [topic], 1_000_000, "0"],
    ["a topic", [topic], 1_010_000, "0.005"], // 0.01 × $0.50
    ["mail", [subscription("email")], 1_000, "0"],
    ["mail", [subscription("email")], 2_000, "0.02"], // 0.01 × $2.00
    ["a webhook", [subscription("https")], 100_000, "0"],
    ["a webhook", [subscription("https")], 110_000, "0.006"], // 0.01 × $0.60
  ])("asks nothing for an account's first ones: %s", (_, resources, messages, expected) => {
    expect(total(billed(resources, told(messages)))).toBe(expected);
  });

  it("delivers the part of its own topic", () => {
    const other = declared("aws:sns/topic:Topic", "info");
    const resources = [topic, other, subscription("email", "mail", other)];
    const bill = billed(resources, {
      ...told(300_000),
      resources: { info: { "alerts.notifications": 100_000 } },
      share: 0,
    });
    // info has 100,000 of its own, critical all of the stack's 300,000.
    expect(lines(bill)).toEqual(["sns-publish 0.3 0.15", "sns-publish 0.1 0.05", "sns-email 1 2"]);
  });

  it("is nothing for deliveries within AWS", () => {
    const resources = [subscription("lambda", "a"), subscription("sqs", "b")];
    expect(free(billed(resources))).toEqual([
      "deliveries to lambda cost nothing",
      "deliveries to sqs cost nothing",
    ]);
  });

  it("is not told of text messages, unknown protocols and ordered topics", () => {
    const fifo = declared("aws:sns/topic:Topic", "orders", { fifoTopic: true });
    const resources = [subscription("sms", "a"), subscription(UNKNOWN, "b"), fifo];
    expect(unpriced(billed(resources))).toEqual([
      "no price of deliveries by sms is known here",
      "protocol is not known before the update",
      "no price of first-in-first-out topics is known here",
    ]);
  });
});
