import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../../core/resource";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { functionUrlsAuthorised as rule } from "../../../policies/rules/access/function-urls-authorised";
import { given } from "../support/access";
import { brief, judge, resource } from "../support/stack";

const { awsFunction, awsFunctionUrl, awsSecret, awsTopic } = providerTypes;
const handler = (...environment: DeclaredResource[]) =>
  given(awsFunction, "handler", {}, { environment });
const url = (inputs: PropertyMap, ...functionName: DeclaredResource[]) =>
  given(awsFunctionUrl, "url", inputs, { functionName });
const secret = resource(awsSecret, "secret");
const open = { authorizationType: "NONE" };
const ask = (...resources: DeclaredResource[]) => brief(judge(rule, resources));
const report = [
  "fail url: authorizationType: found NONE, wanted AWS_IAM, or a secret that the function checks",
];

describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts credentials of AWS, and a function that is handed a secret", () => {
    const kept = [`pass url: ${rule.title}`];
    expect(ask(url({ authorizationType: "AWS_IAM" }))).toEqual(kept);
    expect(ask(handler(secret), url(open, handler()))).toEqual(kept);
  });

  it("reports an address that asks for nothing", () => {
    expect(ask(handler(), url(open, handler()))).toEqual(report);
    expect(ask(handler(resource(awsTopic, "topic")), url(open, handler()))).toEqual(report);
    expect(ask(handler(secret), url(open))).toEqual(report);
    expect(ask(url(open, handler()))).toEqual(report);
    expect(ask(resource(awsFunction, "handler"), url(open, handler()))).toEqual(report);
    expect(ask(resource(awsFunctionUrl, "url"))[0]).toMatch(/found nothing/);
  });

  it("has nothing to judge without an address, and cannot tell what is unknown", () => {
    expect(ask(handler())).toEqual([
      "not-applicable groundwork-prod: no function has an address of its own",
    ]);
    expect(ask(url({ authorizationType: UNKNOWN }))[0]).toMatch(/^unknown url: authorizationType/);
  });
});
