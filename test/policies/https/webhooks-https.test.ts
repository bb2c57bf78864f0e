import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { webhooksHttps as rule } from "../../../policies/rules/https/webhooks-https";
import { brief, judge, resource } from "../support/stack";

const webhook = (inputs: PropertyMap) =>
  brief(judge(rule, [resource(providerTypes.vercelWebhook, "hook", inputs)]));
const subscription = (inputs: PropertyMap) =>
  brief(judge(rule, [resource(providerTypes.awsTopicSubscription, "topic-hook", inputs)]));

describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts HTTPS", () => {
    expect(webhook({ endpoint: "https://hooks.example.com" })).toEqual([
      `pass hook: ${rule.title}`,
    ]);
    expect(subscription({ protocol: "https", endpoint: "https://hooks.example.com" })).toEqual([
      `pass topic-hook: ${rule.title}`,
    ]);
  });

  it("reports a plain address", () => {
    expect(webhook({ endpoint: "http://hooks.example.com" })).toEqual([
      "fail hook: endpoint: found http://, wanted https://",
    ]);
    expect(subscription({ protocol: "https", endpoint: "http://hooks.example.com" })).toEqual([
      "fail topic-hook: endpoint: found http://, wanted https://",
    ]);
  });

  it("reports a subscription by plain HTTP, whatever its address", () => {
    expect(subscription({ protocol: "http", endpoint: "https://hooks.example.com" })).toEqual([
      "fail topic-hook: protocol: found http, wanted https",
    ]);
  });

  it.each(["email", "sqs", "lambda", undefined])(
    "leaves a subscription by %s alone",
    (protocol) => {
      expect(subscription({ protocol, endpoint: "http://hooks.example.com" })).toEqual([
        "not-applicable topic-hook: the subscription calls no address",
      ]);
    },
  );

  it("accepts an address that PagerDuty gives out, though nobody knows it before the update", () => {
    const giver = resource(providerTypes.pagerdutyIntegration, "giver");
    const hook = resource(providerTypes.awsTopicSubscription, "topic-hook", {
      ...{ protocol: "https", endpoint: UNKNOWN },
    });
    const told = { ...hook, propertyDependencies: { endpoint: [giver.urn] } };
    expect(brief(judge(rule, [giver, told]))).toEqual([`pass topic-hook: ${rule.title}`]);
    const other = { ...hook, propertyDependencies: { endpoint: [told.urn] } };
    expect(brief(judge(rule, [other]))[0]).toMatch(/^unknown topic-hook: endpoint: not known/);
  });

  it("cannot tell when the protocol or the address is unknown", () => {
    expect(subscription({ protocol: UNKNOWN })[0]).toMatch(
      /^unknown topic-hook: protocol: not known/,
    );
    expect(webhook({ endpoint: UNKNOWN })[0]).toMatch(/^unknown hook: endpoint: not known/);
  });
});
