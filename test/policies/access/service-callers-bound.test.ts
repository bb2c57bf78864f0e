import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { serviceCallersBound as rule } from "../../../policies/rules/access/service-callers-bound";
import { admit, documentOf, told } from "../support/access";

const ask = (changes: object) =>
  told(rule, providerTypes.awsTopicPolicy, { policy: documentOf(admit(changes)) });
const kept = [`pass it: ${rule.title}`];
const Principal = { Service: ["events.amazonaws.com", "budgets.amazonaws.com"] };

describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts services bound to an account or an ARN", () => {
    const account = { StringEquals: { "aws:SourceAccount": "123456789012" } };
    expect(ask({ Principal, Condition: account })).toEqual(kept);
    const arn = { ArnLike: { "AWS:SourceArn": "arn:aws:events:*:123456789012:rule/shop-*" } };
    expect(ask({ Principal, Condition: arn })).toEqual(kept);
  });

  it("reports services that are not", () => {
    expect(ask({ Principal })).toEqual([
      "fail it: policy: found events.amazonaws.com, budgets.amazonaws.com, wanted a source account or ARN",
    ]);
  });

  it("leaves accounts, everybody and denials alone", () => {
    expect(ask({})).toEqual(kept);
    expect(ask({ Principal: "*" })).toEqual(kept);
    expect(ask({ Principal, Effect: "Deny" })).toEqual(kept);
  });

  it("cannot tell what is unknown", () => {
    expect(told(rule, providerTypes.awsKey, { policy: UNKNOWN })[0]).toMatch(/^unknown/);
  });
});
