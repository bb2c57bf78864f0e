import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { resolveConfig } from "@netlify/config";
import { parseAllHeaders } from "@netlify/headers-parser";
import { parseAllRedirects } from "@netlify/redirect-parser";
import fc from "fast-check";
import { parse } from "smol-toml";
import { afterAll, describe, expect, it } from "vitest";
import { renderNetlify } from "../../../hosts/netlify/toml";
import type { SiteSpec } from "../../../render/hosts/site";
import { anySite, exampleSite, hidden, shop, siteAt } from "./sites";

const fixtures = path.join(__dirname, "../../fixtures/hosts");
const folder = mkdtempSync(path.join(os.tmpdir(), "netlify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What we ask of what the parsers answer, which their types leave open. */
interface Read {
  config: { build: Record<string, unknown> };
  headers: { for: string; values: Record<string, string> }[];
  redirects: { from: string; to: string; status: number; force: boolean }[];
}

/** What Netlify's own parsers make of a site's file. */
async function asNetlifyReads(site: SiteSpec): Promise<Read> {
  const { text } = renderNetlify(site, "prod");
  const file = path.join(folder, "netlify.toml");
  writeFileSync(file, text);
  mkdirSync(path.join(folder, site.rootDirectory ?? ""), { recursive: true });
  const { config } = (await resolveConfig({
    config: file,
    cwd: folder,
    repositoryRoot: folder,
    context: "production",
    branch: "main",
    offline: true,
    mode: "require",
    buffer: true,
  })) as unknown as Pick<Read, "config">;
  const parsed = { netlifyConfigPath: file, minimal: true };
  const headers = await parseAllHeaders({ ...parsed, headersFiles: [], configHeaders: [] });
  const redirects = await parseAllRedirects({ ...parsed, redirectsFiles: [], configRedirects: [] });
  expect([headers.errors, redirects.errors]).toEqual([[], []]);
  return {
    config,
    ...(headers as unknown as Pick<Read, "headers">),
    ...(redirects as unknown as Pick<Read, "redirects">),
  };
}

/** Requirement: HOST-14 */
describe("netlify.toml", () => {
  it.each([
    ["a site of files", siteAt("netlify", shop), "prod", "netlify.toml"],
    ["the example product in dev", exampleSite("netlify", "dev"), "dev", "netlify.dev.toml"],
  ])("of %s, letter by letter", (_, site, stack, file) => {
    const rendered = renderNetlify(site, stack);
    expect(rendered.file).toBe(file);
    expect(rendered.text).toBe(readFileSync(path.join(fixtures, file), "utf8"));
  });

  it("is what Netlify's parsers read: build, variables of production, headers and redirects", async () => {
    const { config, headers, redirects } = await asNetlifyReads(siteAt("netlify", shop));
    expect(config).toMatchObject({
      build: {
        command: "npm run build",
        environment: { NODE_VERSION: "22", LOG_LEVEL: "info", MAIL_MODE: "send" },
      },
    });
    expect(headers.find((it) => it.for === "/assets/*")).toEqual({
      for: "/assets/*",
      values: { "Cache-Control": "public, max-age=31536000, immutable" },
    });
    expect(headers[0]?.for).toBe("/*");
    expect(headers[0]?.values).toHaveProperty("Strict-Transport-Security");
    expect(redirects.map(({ from, to, status, force }) => [from, to, status, force])).toEqual([
      ["https://shop.example/*", "https://www.shop.example/:splat", 301, true],
      ["/blog/:slug", "/news/:slug", 301, true],
      ["/help/*", "https://help.example/:splat", 301, true],
    ]);
  });

  it("names secrets in comments alone, and never a value", () => {
    const { text } = renderNetlify(siteAt("netlify", shop), "prod");
    expect(text).not.toContain(hidden);
    expect(text).toContain(
      "# Variables, set with netlify env:set NAME: API_KEY, VITE_SUPABASE_URL",
    );
    expect(text.replaceAll(/^#.*$/gm, "")).not.toContain("API_KEY");
  });

  it("leaves out what would act otherwise: conditions, patterns of Vercel's, a header set twice", () => {
    const site = siteAt("netlify", {
      name: "shop",
      routes: {
        embed: { source: "/embed/(.*)", headers: { "X-Frame-Options": "SAMEORIGIN" } },
        mobile: {
          source: "/m/(.*)",
          has: [{ type: "header", key: "x-phone" }],
          headers: { "X-Mobile": "1" },
        },
        odd: { source: "/(a|b)/(.*)", headers: { "X-Odd": "1" } },
      },
    });
    const { headers } = parse(renderNetlify(site, "prod").text) as { headers: { for: string }[] };
    expect(headers.map((it) => it.for)).toEqual(["/*"]);
  });

  it("parses to what was declared, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(anySite("netlify"), async (site) => {
        const { config, headers, redirects } = await asNetlifyReads(site);
        const variables = Object.entries(site.variables).map(([name, { value }]) => [name, value]);
        expect(config.build).toMatchObject({
          command: site.buildCommand,
          environment: Object.fromEntries(variables) as Record<string, string>,
        });
        expect(headers).toEqual(
          site.headers.map(({ source, set }) => ({
            for: source.replace("(.*)", "*"),
            values: set,
          })),
        );
        expect(redirects.filter(({ from }) => from.startsWith("/"))).toMatchObject(
          site.redirects.map(({ source, destination, statusCode }) => ({
            from: source,
            to: destination,
            status: statusCode,
          })),
        );
        expect(redirects.filter(({ from }) => !from.startsWith("/"))).toMatchObject(
          Object.entries(site.domains).flatMap(([host, { redirect, redirectStatusCode }]) =>
            redirect === undefined
              ? []
              : [{ from: `https://${host}/*`, status: redirectStatusCode, force: true }],
          ),
        );
      }),
      { numRuns: 25 },
    );
  });
});
