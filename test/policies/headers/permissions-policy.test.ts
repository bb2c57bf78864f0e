import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { permissionsPolicy as rule } from "../../../policies/rules/headers/permissions-policy";
import { brief, headersRoute, headersWith, judge, profile, vercelProject } from "../support/stack";

const header = "Permissions-Policy";
const withValue = (value?: string) => [
  vercelProject,
  headersRoute({ headers: headersWith(header, value) }),
];
const four = "camera=(), geolocation=(), microphone=(), payment=()";

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for the compliant route", () => {
    expect(judge(rule, [vercelProject, headersRoute()])[0]?.state).toBe("pass");
  });

  it.each([
    `${four}, usb=(self)`,
    `${four}, usb=self`,
    `${four}, usb=(self "https://pay.example.com")`,
    `${four}, USB=()`,
    `usb=(),${four.replaceAll(" ", "")}`,
  ])("accepts %s", (value) => {
    expect(judge(rule, withValue(value))[0]?.state).toBe("pass");
  });

  it.each([
    four,
    `${four}, usb=*`,
    `${four}, usb=(*)`,
    `${four}, usb=(self *)`,
    `${four}, usb=(), usb=*`,
    "",
  ])("reports %s", (value) => {
    expect(judge(rule, withValue(value))[0]?.state).toBe("fail");
  });

  it("says what was found and what would do", () => {
    expect(brief(judge(rule, withValue("camera=()")))).toEqual([
      "fail web-headers: route.headers.Permissions-Policy: found camera=(), wanted camera, geolocation, microphone, payment, usb named and not open to all",
    ]);
  });

  it("asks for more features when the stack does, and never for fewer", () => {
    const more = ["camera", "geolocation", "microphone", "payment", "usb", "midi"];
    const stricter = profile({ rules: { "permissions-policy": { restricted: more } } });
    expect(judge(rule, [stricter, ...withValue(`${four}, usb=()`)])[0]?.state).toBe("fail");
    const looser = profile({ rules: { "permissions-policy": { restricted: ["camera"] } } });
    expect(judge(rule, [looser, ...withValue("camera=()")])[0]?.state).toBe("fail");
  });

  it("reports a missing header, and points at the setting that decides it", () => {
    const [result] = judge(rule, withValue());
    expect([result?.state, result?.input]).toEqual(["fail", "headers.permissionsPolicy"]);
  });

  it("cannot tell when the value is unknown", () => {
    const route = headersRoute({ headers: { [header]: UNKNOWN } });
    expect(judge(rule, [vercelProject, route])[0]?.state).toBe("unknown");
  });

  it("has nothing to judge in a stack without a Vercel project", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});
