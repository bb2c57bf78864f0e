import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap, type Value } from "../../../core/value";
import { crossOriginResourcePolicy as rule } from "../../../policies/rules/headers/cross-origin-resource-policy";
import { brief, compliantHeaders, headersRoute, judge, vercelProject } from "../support/stack";

const name = "Cross-Origin-Resource-Policy";
const ask = (value?: Value) => {
  const headers: PropertyMap = { ...compliantHeaders, [name]: value };
  return brief(judge(rule, [vercelProject, headersRoute({ headers })]));
};

// Requirement: HDR-10
describe(`${rule.id}: ${rule.title}`, () => {
  it.each(["same-origin", " same-site "])("accepts %s", (value) => {
    expect(ask(value)).toEqual([`pass web-headers: ${rule.title}`]);
  });

  it.each(["cross-origin", "same-origin-allow-popups", "Same-Origin", ""])(
    "reports %j",
    (value) => {
      expect(ask(value)).toEqual([
        `fail web-headers: route.headers.${name}: found ${value}, wanted same-origin, same-site`,
      ]);
    },
  );

  it("reports that it is missing", () => {
    expect(ask()).toEqual([
      `fail web-headers: route.headers.${name}: found nothing, wanted same-origin, same-site on every path`,
    ]);
  });

  it("cannot tell when it is unknown", () => {
    expect(ask(UNKNOWN)[0]).toMatch(/^unknown web-headers/);
  });
});
