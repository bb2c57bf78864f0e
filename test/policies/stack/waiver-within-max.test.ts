import { describe, expect, it } from "vitest";
import { providerTypes } from "../../../policies/lib/provider-types";
import { urlsHttps } from "../../../policies/rules/https/urls-https";
import { waiverWithinMax as rule } from "../../../policies/rules/stack/waiver-within-max";
import { judge, profile, resource } from "../support/stack";
import { goodWaiver, judgeWaivers } from "../support/waivers";

const waiver = { ...goodWaiver, rule: "urls-https", target: "web-*" };
const variables = (count: number) =>
  [...Array(count).keys()].map((at) =>
    resource(providerTypes.vercelVariable, `web-${at}`, {
      key: "API",
      value: "http://a.example.com",
    }),
  );
const withVariables = (count: number, max?: number) => {
  const waivers = [max === undefined ? waiver : { ...waiver, max }];
  return judge(rule, [profile({ waivers }), ...variables(count)], { beside: [urlsHttps] });
};

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for one finding, and for as many as the waiver says", () => {
    expect(withVariables(1)[0]?.state).toBe("pass");
    expect(withVariables(2, 2)[0]?.state).toBe("pass");
  });

  it("reports a waiver that is about one more, in full", () => {
    expect(withVariables(2)).toEqual([
      {
        rule: "waiver-within-max",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::groundwork:stack:StackProfile::profile",
        level: "mandatory",
        severity: "high",
        message:
          "waiver 1 (urls-https on web-*) covers nothing: it is about 2 findings: web-0 (value), web-1 (value); at most 1 may be covered",
        property: "waivers[0]",
        input: "waivers[0]",
        found: "2 findings: web-0 (value), web-1 (value)",
        wanted: "at most 1",
      },
    ]);
    expect(withVariables(3, 2)[0]?.wanted).toBe("at most 2");
  });

  it("names eight, and counts the others", () => {
    const names = (count: number) => withVariables(count)[0]?.found;
    expect(names(8)).toMatch(/^8 findings: web-0 .*, web-7 \(value\)$/);
    expect(names(9)).toMatch(/^9 findings: web-0 .*, web-7 \(value\) and 1 more$/);
  });

  it("has nothing to judge without waivers", () => {
    expect(judgeWaivers(rule, [])[0]?.state).toBe("not-applicable");
  });
});
