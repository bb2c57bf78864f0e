import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { headerDefinedOnce as rule } from "../../../policies/rules/headers/header-defined-once";
import { brief, headersRoute, judge, removal, vercelProject } from "../support/stack";

const other = (route: PropertyMap) =>
  headersRoute({ name: "web-x", route: { transforms: [], headers: {}, ...route } });
const ask = (...routes: ReturnType<typeof other>[]) =>
  brief(judge(rule, [vercelProject, ...routes]));
const good = [`pass groundwork-prod: ${rule.title}`];
const frames = (src: string, value: PropertyMap["x"]) =>
  other({ src, headers: { "x-frame-options": value } });

describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts one definition, the same one again, and other headers", () => {
    expect(ask(headersRoute())).toEqual(good);
    expect(ask(headersRoute(), frames("/docs", "DENY"))).toEqual(good);
    expect(
      ask(headersRoute(), other({ src: "/docs", headers: { "Cache-Control": "no-store" } })),
    ).toEqual(good);
  });

  it("reports another value where the first covers every path", () => {
    expect(ask(headersRoute(), frames("/docs", "SAMEORIGIN"))).toEqual([
      "fail web-x: route.headers.x-frame-options: found x-frame-options again, which web-headers sets to DENY, wanted one definition for the same paths",
    ]);
  });

  it("reports a header that one route sets and another takes away", () => {
    const remover = other({ src: "/docs", transforms: [removal("X-Frame-Options")] });
    expect(ask(headersRoute(), remover)).toEqual([
      "fail web-x: route.transforms[0]: found x-frame-options again, which web-headers sets to DENY, wanted one definition for the same paths",
    ]);
  });

  it("compares routes for some paths where their sources are the same text", () => {
    const first = (src: string) => ({
      ...frames(src, "DENY"),
      name: "web-a",
      urn: `${headersRoute().urn}-a`,
    });
    expect(ask(first("/docs"), frames("/docs", "SAMEORIGIN"))).toHaveLength(1);
    expect(ask(first("/docs"), frames("/docs", "SAMEORIGIN"))[0]).toMatch(
      /which web-a sets to DENY/,
    );
    expect(ask(first("/docs"), frames("/other", "SAMEORIGIN"))).toEqual(good);
  });

  it("reports two definitions in one route", () => {
    const twice = headersRoute({ route: { transforms: [removal("X-Frame-Options")] } });
    expect(ask(twice)[0]).toMatch(/^fail web-headers: route\.transforms\[0\]/);
  });

  it.each(["has", "missings"])("leaves a route with conditions (%s) alone", (name) => {
    const route = { src: "/docs", headers: { "X-Frame-Options": "SAMEORIGIN" } };
    expect(ask(headersRoute(), other({ ...route, [name]: [{ type: "host" }] }))).toEqual(good);
    expect(ask(headersRoute(), other({ ...route, [name]: [] }))).toHaveLength(1);
    expect(ask(headersRoute(), other({ ...route, [name]: [] }))).not.toEqual(good);
    expect(ask(headersRoute(), other({ ...route, [name]: UNKNOWN }))).toEqual(good);
  });

  it("leaves what is unknown to the rules about that header, and other projects alone", () => {
    expect(ask(headersRoute(), frames("/docs", UNKNOWN))).toEqual(good);
    expect(
      ask(headersRoute(), other({ headers: UNKNOWN, transforms: [{ target: "no JSON" }] })),
    ).toEqual(good);
    const elsewhere = headersRoute({
      name: "web-x",
      headers: { "X-Frame-Options": "SAMEORIGIN" },
      project: { ...vercelProject, urn: "urn:other" },
    });
    expect(ask(headersRoute(), elsewhere)).toEqual(good);
  });
});
