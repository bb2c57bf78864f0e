import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap, type Value } from "../../../core/value";
import { crossOriginOpenerPolicy as rule } from "../../../policies/rules/headers/cross-origin-opener-policy";
import { brief, compliantHeaders, headersRoute, judge, vercelProject } from "../support/stack";

const name = "Cross-Origin-Opener-Policy";
const ask = (value?: Value) => {
  const headers: PropertyMap = { ...compliantHeaders, [name]: value };
  return brief(judge(rule, [vercelProject, headersRoute({ headers })]));
};

describe(`${rule.id}: ${rule.title}`, () => {
  it.each(["same-origin", "same-origin-allow-popups", " Noopener-Allow-Popups "])(
    "accepts %s",
    (value) => {
      expect(ask(value)).toEqual([`pass web-headers: ${rule.title}`]);
    },
  );

  it.each(["unsafe-none", "same-site", ""])("reports %j", (value) => {
    expect(ask(value)).toEqual([
      `fail web-headers: route.headers.${name}: found ${value}, wanted same-origin, same-origin-allow-popups, noopener-allow-popups`,
    ]);
  });

  it("reports that it is missing", () => {
    expect(ask()[0]).toMatch(
      /^fail web-headers: route\.headers\.Cross-Origin-Opener-Policy: found nothing/,
    );
  });

  it("cannot tell when it is unknown", () => {
    expect(ask(UNKNOWN)[0]).toMatch(/^unknown web-headers/);
  });
});
