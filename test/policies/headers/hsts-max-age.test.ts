import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { hstsMaxAge as rule } from "../../../policies/rules/headers/hsts-max-age";
import {
  brief,
  headersRoute,
  headersWith,
  judge,
  places,
  profile,
  vercelProject,
} from "../support/stack";

const header = "Strict-Transport-Security";
const withValue = (value?: string) => [
  vercelProject,
  headersRoute({ headers: headersWith(header, value) }),
];

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for the compliant route", () => {
    expect(places(judge(rule, [vercelProject, headersRoute()]))).toEqual([
      `pass web-headers route.headers.${header}`,
    ]);
  });

  it("holds at exactly the floor and not one second below it", () => {
    expect(judge(rule, withValue("max-age=31536000"))[0]?.state).toBe("pass");
    expect(judge(rule, withValue("max-age=31535999"))[0]?.state).toBe("fail");
  });

  it("reports a max-age below the floor, in full", () => {
    expect(judge(rule, withValue("max-age=300; includeSubDomains"))).toEqual([
      {
        rule: "hsts-max-age",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::vercel:index/projectRoute:ProjectRoute::web-headers",
        level: "mandatory",
        severity: "medium",
        message:
          "route.headers.Strict-Transport-Security: found max-age=300; includeSubDomains, wanted max-age=31536000 or more",
        property: "route.headers.Strict-Transport-Security",
        input: "headers.strictTransportSecurity.maxAge",
        found: "max-age=300; includeSubDomains",
        wanted: "max-age=31536000 or more",
      },
    ]);
  });

  it.each([
    "includeSubDomains",
    "max-age=",
    "max-age=forever",
    "max-age=-1",
    "max-age=1e9",
    "maxage=63072000",
  ])("reports a value that gives no age: %s", (value) => {
    expect(judge(rule, withValue(value))[0]?.state).toBe("fail");
  });

  it.each(['MAX-AGE="63072000"', " preload ; max-age = 63072000 "])(
    "reads the value as browsers do: %s",
    (value) => {
      expect(judge(rule, withValue(value))[0]?.state).toBe("pass");
    },
  );

  it("asks less of dev, and says so by the tier's floor", () => {
    const inDev = (value: string) =>
      judge(rule, [profile({ tier: "dev" }), ...withValue(value)], { stack: "sketch" });
    expect(inDev("max-age=86400")[0]?.state).toBe("pass");
    expect(brief(inDev("max-age=86399"))).toEqual([
      "fail web-headers: route.headers.Strict-Transport-Security: found max-age=86399, wanted max-age=86400 or more",
    ]);
  });

  it("asks what the stack asks when that is more", () => {
    const stricter = profile({ rules: { "hsts-max-age": { minSeconds: 63_072_001 } } });
    expect(judge(rule, [stricter, ...withValue("max-age=63072000")])[0]?.state).toBe("fail");
    expect(judge(rule, [stricter, ...withValue("max-age=63072001")])[0]?.state).toBe("pass");
  });

  it("asks the tier's floor when the stack asks less", () => {
    const looser = profile({ rules: { "hsts-max-age": { minSeconds: 300 } } });
    expect(judge(rule, [looser, ...withValue("max-age=300")])[0]?.state).toBe("fail");
  });

  it("judges every route that sends the header, whichever project it belongs to", () => {
    const stray = headersRoute({ name: "stray", headers: { [header]: "max-age=0" } });
    const results = judge(rule, [vercelProject, headersRoute(), stray]);
    expect(places(results)).toEqual([
      `fail stray route.headers.${header}`,
      `pass web-headers route.headers.${header}`,
    ]);
  });

  it("cannot tell when the value is unknown", () => {
    const route = headersRoute({ headers: { [header]: UNKNOWN } });
    expect(places(judge(rule, [vercelProject, route]))).toEqual([
      `unknown web-headers route.headers.${header}`,
    ]);
  });

  it("leaves an absent header to hsts-present", () => {
    expect(judge(rule, withValue()).map(({ state }) => state)).toEqual(["not-applicable"]);
  });
});
