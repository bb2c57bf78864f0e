import { describe, expect, it } from "vitest";
import { patternMatches } from "../../catalogue/vercel-patterns";
import { parseSettings } from "../../config/parse";
import { sectionsOf, stacks } from "./support";

const prod = sectionsOf("Pulumi.prod.yaml");
const fallback = "a page that says so";

function problems(dependencies: object) {
  const parsed = parseSettings({ ...prod, dependencies });
  return "problems" in parsed ? parsed.problems.map(({ path, found }) => `${path}: ${found}`) : [];
}

// Requirement: HOST-12
describe("the map of what needs what", () => {
  it("may name parts that are somebody else's, and say one thing of each", () => {
    expect(problems({ web: { "payment-service": { fallback } }, hub: {} })).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    [
      "a part that needs itself",
      { web: { web: { fallback } } },
      ["groundwork:dependencies.web.web: web needs web"],
    ],
    [
      "a circle, entered from a part outside it",
      { a: { b: { fallback } }, b: { c: { fallback } }, c: { b: { fallback } } },
      ["groundwork:dependencies.b.c: b needs c needs b"],
    ],
    ["no fallback", { web: { hub: {} } }, ["groundwork:dependencies.web.hub.fallback: missing"]],
    [
      "another name",
      { web: { "The Hub": { fallback } } },
      ['groundwork:dependencies.web["The Hub"]: the key "The Hub"'],
    ],
  ])("is refused with %s", (_, dependencies, wanted) => {
    expect(problems(dependencies)).toEqual(wanted);
  });

  it("may have two ways to one part, which is no circle", () => {
    const needs = { fallback };
    expect(problems({ a: { b: needs, c: needs }, b: { d: needs }, c: { d: needs } })).toEqual([]);
  });

  it.each(stacks)("says of %s what the frontend, the orchestrator and previews need", (stack) => {
    const { dependencies } = sectionsOf(`Pulumi.${stack}.yaml`) as {
      dependencies: Record<string, object>;
    };
    expect(
      Object.fromEntries(Object.entries(dependencies).map(([k, v]) => [k, Object.keys(v).sort()])),
    ).toEqual({
      web: ["database", "orchestrator"],
      orchestrator: ["container-registry", "database", "fly-machines-api"],
      previews: ["database", "orchestrator"],
      database: ["aws"],
    });
  });
});

// Requirement: HDR-15
describe("visitors from China", () => {
  const { redirects } = prod.hosting as {
    redirects: { china: { source: string; destination: string; has: object[] } };
  };

  it.each(["/", "/pricing", "/cnn", "/docs/cn", "/apiary"])("are sent on from %s", (path) => {
    expect(patternMatches(redirects.china, path)).toBe(true);
  });

  it.each([
    "/cn",
    "/cn/",
    "/cn/pricing",
    "/api/health",
    "/_next/static/a.js",
    "/_next/image",
    "/favicon.ico",
  ])("are left alone on %s", (path) => {
    expect(patternMatches(redirects.china, path)).toBe(false);
  });

  it("are known by the country that Vercel says, and sent on for this visit only", () => {
    expect(redirects.china).toMatchObject({
      destination: "/cn",
      statusCode: 307,
      has: [{ type: "header", key: "x-vercel-ip-country", value: "CN" }],
    });
  });
});
