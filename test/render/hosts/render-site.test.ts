import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { renderSiteKeys } from "../../../hosts/render/site";
import { renderBlueprint } from "../../../hosts/render/blueprint";
import type { SiteSpec } from "../../../render/hosts/site";
import { anySite, exampleSite, hidden, shop, siteAt } from "./sites";

const fixtures = path.join(__dirname, "../../fixtures/hosts");

interface Service extends Record<string, unknown> {
  headers?: { path: string; name: string; value: string }[];
  routes?: { source: string; destination: string }[];
  envVars: { key: string; value?: string; sync?: boolean }[];
}

/** The site's entry, as a reader of YAML 1.1 has it, who takes a bare `off` for false. */
function entryOf(site: SiteSpec): Service {
  const { services } = parse(renderBlueprint({ stack: "prod", site }).text, { version: "1.1" }) as {
    services: Service[];
  };
  const [entry] = services;
  if (!entry || services.length !== 1) throw new Error(`${services.length} services`);
  return entry;
}

/** `headers[].path`, `previews.generation` */
function keysOf(value: unknown, prefix = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((it) => keysOf(it, `${prefix}[]`));
  if (typeof value !== "object" || value === null) return [prefix];
  return Object.entries(value).flatMap(([key, it]) =>
    keysOf(it, prefix ? `${prefix}.${key}` : key),
  );
}

/** Requirement: HOST-15 */
describe("render.yaml of a site", () => {
  it.each([
    ["a site of files", siteAt("render", shop), "prod", "render.yaml"],
    ["the example product in dev", exampleSite("render", "dev"), "dev", "render.dev.yaml"],
  ])("of %s, letter by letter", (_, site, stack, file) => {
    const rendered = renderBlueprint({ stack, site });
    expect(rendered.file).toBe(file);
    expect(rendered.text).toBe(readFileSync(path.join(fixtures, file), "utf8"));
  });

  it("names secrets with sync: false, and never a value", () => {
    const { text } = renderBlueprint({ stack: "prod", site: siteAt("render", shop) });
    expect(text).not.toContain(hidden);
    expect(entryOf(siteAt("render", shop)).envVars).toContainEqual({ key: "API_KEY", sync: false });
  });

  it("is a server in one region where a server makes the pages, without headers that Render refuses", () => {
    const entry = entryOf(exampleSite("render", "prod"));
    expect(entry).toMatchObject({ runtime: "node", region: "ohio", startCommand: "npm run start" });
    expect(entry.headers).toBeUndefined();
    expect(entry).toMatchObject({ autoDeployTrigger: "off" });
  });

  it("holds services of the same stack beside the site, and their databases", () => {
    const site = siteAt("render", shop);
    const services = [{ type: "web", name: "api" }];
    const { text } = renderBlueprint({
      stack: "prod",
      site,
      services: { services, databases: [{ name: "orders" }], notes: ["Release api: …"] },
    });
    expect(parse(text)).toMatchObject({
      services: [{ name: "shop" }, { name: "api" }],
      databases: [{ name: "orders" }],
    });
    expect(text).toContain("\n# Release api: …\n");
  });

  it("parses to what was declared, whatever it is, with keys of Render's schema only", () => {
    fc.assert(
      fc.property(anySite("render"), (site) => {
        const entry = entryOf(site);
        const known = new Set(renderSiteKeys[site.kind]);
        expect(keysOf(entry).filter((key) => !known.has(key))).toEqual([]);
        expect(entry).toMatchObject({
          name: site.name,
          runtime: "static",
          buildCommand: site.buildCommand,
          staticPublishPath: site.outputDirectory,
          domains: Object.keys(site.domains),
        });
        const variables = entry.envVars.map(({ key, value }) => [key, { value }]);
        expect(Object.fromEntries(variables)).toEqual(
          Object.fromEntries(
            Object.entries(site.variables).map(([name, { value }]) => [name, { value }]),
          ),
        );
        expect(entry.headers ?? []).toEqual(
          site.headers.flatMap(({ source, set }) =>
            Object.entries(set).map(([name, value]) => ({
              path: source.replace("(.*)", "*"),
              name,
              value,
            })),
          ),
        );
        expect(entry.routes ?? []).toEqual(
          site.redirects.map(({ source, destination }) => ({
            type: "redirect",
            source,
            destination,
          })),
        );
      }),
    );
  });
});
