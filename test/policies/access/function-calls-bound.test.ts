import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { functionCallsBound as rule } from "../../../policies/rules/access/function-calls-bound";
import { told } from "../support/access";

const ask = (inputs: PropertyMap) =>
  told(rule, providerTypes.awsFunctionPermission, {
    action: "lambda:InvokeFunction",
    principal: "apigateway.amazonaws.com",
    ...inputs,
  });
const kept = [`pass it: ${rule.title}`];

describe(`${rule.id}: ${rule.title}`, () => {
  it.each<[string, PropertyMap]>([
    ["an ARN", { sourceArn: "arn:aws:execute-api:ca-central-1:123456789012:a/*" }],
    ["an ARN that is not known yet", { sourceArn: UNKNOWN }],
    ["an account", { sourceAccount: "123456789012" }],
    ["an organization", { principal: "*", principalOrgId: "o-1" }],
    ["an account as the caller", { principal: "123456789012" }],
    ["a role as the caller", { principal: "arn:aws:iam::123456789012:role/caller" }],
  ])("accepts %s", (_, inputs) => {
    expect(ask(inputs)).toEqual(kept);
  });

  it.each(["apigateway.amazonaws.com", "s3.amazonaws.com", "*", "1234567890123"])(
    "reports %s alone",
    (principal) => {
      expect(ask({ principal })).toEqual([
        `fail it: sourceArn: found any caller by ${principal}, wanted one of principalOrgId, sourceAccount, sourceArn`,
      ]);
    },
  );

  it("leaves calls by an address to the rule about addresses", () => {
    const nothing = ["not-applicable it: calls by the function's own address are another rule's"];
    expect(ask({ principal: "*", functionUrlAuthType: "NONE" })).toEqual(nothing);
    expect(ask({ principal: "*", invokedViaFunctionUrl: true })).toEqual(nothing);
    expect(ask({ principal: "*", invokedViaFunctionUrl: false })[0]).toMatch(/^fail/);
    expect(ask({ principal: "*", functionUrlAuthType: UNKNOWN })[0]).toMatch(/^fail/);
  });

  it("cannot tell who an unknown caller is", () => {
    expect(ask({ principal: UNKNOWN })[0]).toMatch(/^unknown it: principal: not known/);
  });
});
