import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { healthChecksHttps as rule } from "../../../policies/rules/https/health-checks-https";
import { brief, judge, resource } from "../support/stack";

const check = (type: Value) =>
  resource(providerTypes.awsHealthCheck, "uptime-app", { type, fqdn: "app.example.com" });
const stateOf = (type: Value) => judge(rule, [check(type)])[0]?.state;

describe(`${rule.id}: ${rule.title}`, () => {
  it.each(["HTTPS", "HTTPS_STR_MATCH"])("accepts %s", (type) => {
    expect(stateOf(type)).toBe("pass");
  });

  it.each(["HTTP", "HTTP_STR_MATCH", "TCP", "https", 7])("reports %s", (type) => {
    expect(stateOf(type)).toBe("fail");
  });

  it("says what was found and what would do", () => {
    expect(brief(judge(rule, [check("HTTP")]))).toEqual([
      "fail uptime-app: type: found HTTP, wanted HTTPS or HTTPS_STR_MATCH",
    ]);
  });

  it.each(["CALCULATED", "CLOUDWATCH_METRIC", "RECOVERY_CONTROL"])(
    "leaves %s alone, which asks nothing itself",
    (type) => {
      expect(brief(judge(rule, [check(type)]))).toEqual([
        "not-applicable uptime-app: the health check sends no request of its own",
      ]);
    },
  );

  it("cannot tell when the type is unknown", () => {
    expect(stateOf(UNKNOWN)).toBe("unknown");
  });

  it("ignores other types", () => {
    const other = resource("aws:sns/topic:Topic", "topic", { type: "HTTP" });
    expect(brief(judge(rule, [other]))).toEqual([
      "not-applicable groundwork-prod: nothing in the stack that this rule judges",
    ]);
  });

  it("asks the same of the request of a check at Checkly, and that it looks at the certificate", () => {
    const checkly = (request?: PropertyMap) =>
      brief(
        judge(rule, [
          resource(providerTypes.checklyCheck, "check", request === undefined ? {} : { request }),
        ]),
      );
    const url = "https://app.example.com/api/health";
    expect(checkly({ url })).toEqual([`pass check: ${rule.title}`, `pass check: ${rule.title}`]);
    expect(checkly({ url: "http://app.example.com", skipSsl: true })).toEqual([
      "fail check: request.skipSsl: found true, wanted certificates looked at",
      "fail check: request.url: found http://, wanted https://",
    ]);
    expect(checkly({ url, skipSsl: UNKNOWN })[0]).toMatch(/^unknown/);
    expect(checkly()).toEqual(["not-applicable check: the check sends no request of its own"]);
  });
});
