import { describe, expect, it } from "vitest";
import { HostingProject, type HostingProjectArgs } from "../../components/hosting";
import { cacheControl } from "../../components/hosting/routes/cache-control";
import { find, listOf, onMocks } from "../support/mocks";

const declare = (args: Partial<HostingProjectArgs> = {}) =>
  onMocks(() => new HostingProject("web", { name: "shop", ...args }));
const refusal = (args: Partial<HostingProjectArgs>) =>
  declare(args).then(
    () => "",
    (error: Error) => error.message,
  );

const Route = "vercel:index/projectRoute:ProjectRoute";
const Item = "vercel:index/edgeConfigItem:EdgeConfigItem";
const Variable = "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable";
const assets = { source: "/_next/static/(.*)", cache: { maxAge: 60 } };

describe("routes and redirects of a HostingProject", () => {
  it("are one rule each, placed one after another behind the baseline, in the order of their keys", async () => {
    const { resources } = await declare({
      redirects: { old: { source: "/old", destination: "/new", statusCode: 308 } },
      routes: { b: assets, a: assets },
    });
    const rules = resources.filter(({ type }) => type === Route);
    expect(rules.map(({ name, inputs }) => [name, inputs.position])).toEqual([
      ["web-headers", { placement: "start" }],
      ["web-route-a", { placement: "after", referenceRouteId: "web-headers-id" }],
      ["web-route-b", { placement: "after", referenceRouteId: "web-route-a-id" }],
      ["web-redirect-old", { placement: "after", referenceRouteId: "web-route-b-id" }],
    ]);
    for (const { name, options, inputs } of rules) {
      expect(options.deleteBeforeReplace, name).toBe(true);
      expect(inputs.name).toBe(name);
    }
  });

  it("begin at the start where the project has no baseline", async () => {
    const off = { strictTransportSecurity: false, contentSecurityPolicy: false } as const;
    const more = { contentTypeOptions: false, frameOptions: false, referrerPolicy: false } as const;
    const last = { permissionsPolicy: false, crossOriginOpenerPolicy: false } as const;
    const headers = {
      ...off,
      ...more,
      ...last,
      crossOriginResourcePolicy: false as const,
      remove: [],
    };
    const { resources } = await declare({ headers, routes: { assets } });
    expect(find(resources, Route).inputs.position).toEqual({ placement: "start" });
  });

  it("set headers and Cache-Control on the paths of their pattern", async () => {
    const { resources } = await declare({
      routes: {
        assets: {
          source: "/_next/static/(.*)",
          headers: { "X-Robots-Tag": "noindex" },
          cache: { maxAge: 31_536_000, immutable: true },
          missing: [{ type: "cookie", key: "session" }],
        },
      },
    });
    expect(find(resources, Route, "web-route-assets").inputs).toEqual({
      projectId: "web-id",
      name: "web-route-assets",
      description: "Response headers of /_next/static/(.*)",
      srcSyntax: "path-to-regexp",
      position: { placement: "after", referenceRouteId: "web-headers-id" },
      route: {
        src: "/_next/static/(.*)",
        headers: {
          "X-Robots-Tag": "noindex",
          "Cache-Control": "public, max-age=31536000, immutable",
        },
        missings: [{ type: "cookie", key: "session" }],
      },
    });
  });

  it("send visitors of one country to pages of their own", async () => {
    const source = "/((?!cn(?:/|$)|api/|_next/static|_next/image|favicon\\.ico).*)";
    const has = [{ type: "header" as const, key: "x-vercel-ip-country", value: "CN" }];
    const { resources } = await declare({
      redirects: { china: { source, has, destination: "/cn", statusCode: 307 } },
    });
    expect(find(resources, Route, "web-redirect-china").inputs.route).toEqual({
      src: source,
      has,
      dest: "/cn",
      status: 307,
    });
  });

  it("go through transform.route, by name", async () => {
    const names: string[] = [];
    await declare({
      routes: { assets },
      transform: { route: (_, __, name) => void names.push(name) },
    });
    expect(names).toEqual(["web-headers", "web-route-assets"]);
  });

  it.each<[string, Partial<HostingProjectArgs>, string]>([
    [
      "a pattern that misses /",
      { routes: { all: { source: "/:path*", cache: "no-store" } } },
      "web.routes.all.source: /:path*, which matches every path but /; " +
        "expected a pattern that matches the home page too; write /(.*)",
    ],
    [
      "a pattern that is none",
      { redirects: { old: { source: "/(", destination: "/new", statusCode: 308 } } },
      "web.redirects.old.source: /(, which Vercel cannot read as path-to-regexp; expected a pattern such as " +
        "/docs/:slug; write /(.*) for every path, and \\ before a character that stands for itself",
    ],
    [
      "a redirect in a circle",
      { redirects: { cn: { source: "/(.*)", destination: "/cn", statusCode: 307 } } },
      "web.redirects.cn.destination: /cn, which /(.*) matches again: visitors would be redirected for ever; " +
        "expected a destination that the source leaves out; exclude it, such as /((?!cn(?:/|$)).*)",
    ],
    [
      "a rule that does nothing",
      { routes: { idle: { source: "/a" } } },
      "web.routes.idle: no headers and no cache; expected one of them",
    ],
    [
      "a key that is no name",
      { routes: { "A b": assets } },
      'web.routes.A b: the key "A b"; expected 1 to 40 small letters, digits and hyphens',
    ],
    [
      "Cache-Control said twice",
      { routes: { a: { ...assets, headers: { "cache-control": "no-store" } } } },
      "web.routes.a.headers.cache-control: cache-control, which is set twice; set it with cache or with headers",
    ],
    [
      "a value with a variable of Vercel's",
      { routes: { a: { source: "/a", headers: { "X-A": "$HOST" } } } },
      'web.routes.a.headers.X-A: "$HOST"; expected printable ASCII without $, which Vercel reads as a variable',
    ],
    [
      "a condition that names nothing",
      { routes: { a: { ...assets, has: [{ type: "header" }] } } },
      "web.routes.a.has[0]: a header without key",
    ],
    [
      "more conditions than Vercel takes",
      { routes: { a: { ...assets, has: Array(17).fill({ type: "query", key: "q" }) as never } } },
      "web.routes.a.has: 17 conditions; expected at most 16 in has and missing together",
    ],
  ])("refuse %s", async (_, args, message) => {
    expect(await refusal(args)).toBe(message);
  });
});

describe("Cache-Control", () => {
  it.each([
    ["no-store" as const, "no-store"],
    [{ maxAge: 0 }, "public, max-age=0"],
    [{ maxAge: 60, private: true }, "private, max-age=60"],
    [
      { maxAge: 0, sMaxage: 3600, staleWhileRevalidate: 60 },
      "public, max-age=0, s-maxage=3600, stale-while-revalidate=60",
    ],
  ])("of %o is written %s", (cache, text) => {
    expect(cacheControl(cache)).toBe(text);
  });
});

// Requirement: UPT-07
describe("the maintenance banner of a HostingProject", () => {
  const maintenance = { enabled: true, message: "Back at noon." };

  it("is an item of a store of the project, which the app finds by a sensitive variable", async () => {
    const { resources } = await onMocks(
      () => new HostingProject("web", { name: "shop", maintenance }),
      {
        outputs: {
          "vercel:index/edgeConfigToken:EdgeConfigToken": { connectionString: "https://x?token=t" },
        },
      },
    );
    expect(listOf(resources)).toEqual(
      expect.arrayContaining([
        "vercel:index/edgeConfig:EdgeConfig web-edge-config",
        `${Item} web-edge-config-maintenance`,
        "vercel:index/edgeConfigToken:EdgeConfigToken web-edge-config-token",
        `${Variable} web-EDGE_CONFIG`,
      ]),
    );
    expect(find(resources, Item)).toMatchObject({
      inputs: { edgeConfigId: "web-edge-config-id", key: "maintenance", valueJson: maintenance },
      options: { deleteBeforeReplace: true },
    });
    expect(find(resources, Variable).inputs).toMatchObject({
      key: "EDGE_CONFIG",
      value: "https://x?token=t",
      sensitive: true,
      targets: ["production", "preview"],
    });
  });

  it("is not there unless it is declared", async () => {
    const { resources } = await declare();
    expect(listOf(resources).filter((it) => it.includes("edgeConfig"))).toEqual([]);
  });

  it.each<[string, Partial<HostingProjectArgs>, string]>([
    [
      "a project name that is too long for a store",
      { name: "s".repeat(33), maintenance },
      `web.maintenance.edgeConfigName: ${"s".repeat(33)}, the project's name; ` +
        "expected 1 to 32 small letters, digits, _ and -; give the store a name of its own",
    ],
    [
      "an empty message",
      { maintenance: { enabled: true, message: " " } },
      "web.maintenance.message: a message of 1 characters; expected 1 to 500 characters",
    ],
    [
      "a variable that it sets itself",
      { maintenance, variables: { EDGE_CONFIG: "x" } },
      "web.variables.EDGE_CONFIG: a variable that maintenance sets; leave it out, or take maintenance out",
    ],
  ])("refuses %s", async (_, args, message) => {
    expect(await refusal(args)).toBe(message);
  });
});

// Requirement: HOST-06
describe("DNS of a HostingProject's hosts", () => {
  it("leads a zone's own name by address and others by CNAME, at Route 53 and at Vercel", async () => {
    const zoneId = "Z0123456789ABCDEFGHIJ";
    const { resources } = await declare({
      domains: {
        "example.com": { dns: { vendor: "route53", zone: "example.com", zoneId } },
        "app.example.org": { dns: { vendor: "vercel", zone: "example.org", ttl: 300 } },
        "example.org": { dns: { vendor: "vercel", zone: "example.org" } },
        "other.example.net": {},
      },
    });
    const record = (name: string) => resources.find((it) => it.name === name)?.inputs;
    expect(listOf(resources).filter((it) => it.includes("-dns-"))).toHaveLength(3);
    expect(record("web-dns-example.com")).toEqual({
      zoneId,
      name: "example.com",
      type: "A",
      ttl: 60,
      records: ["76.76.21.21"],
    });
    expect(record("web-dns-app.example.org")).toMatchObject({
      domain: "example.org",
      name: "app",
      type: "CNAME",
      ttl: 300,
      value: "cname.vercel-dns-0.com.",
    });
    expect(record("web-dns-example.org")).toMatchObject({
      name: "",
      type: "A",
      value: "76.76.21.21",
    });
  });

  it.each<[string, HostingProjectArgs["domains"], string]>([
    [
      "a host outside its zone",
      { "a.com": { dns: { vendor: "vercel", zone: "b.com" } } },
      'web.domains["a.com"].dns.zone: b.com, in which a.com is not; expected a.com or what stands behind one of its dots',
    ],
    [
      "a zone that only ends the same",
      { "xb.com": { dns: { vendor: "vercel", zone: "b.com" } } },
      'web.domains["xb.com"].dns.zone: b.com, in which xb.com is not; expected xb.com or what stands behind one of its dots',
    ],
    [
      "Route 53 without a hosted zone",
      { "a.com": { dns: { vendor: "route53", zone: "a.com" } } },
      'web.domains["a.com"].dns.zoneId: no hosted zone; expected the id of the zone in Route 53, such as Z0123456789ABCDEFGHIJ',
    ],
    [
      "a hosted zone at Vercel",
      { "a.com": { dns: { vendor: "vercel", zone: "a.com", zoneId: "Z1" } } },
      'web.domains["a.com"].dns.zoneId: Z1, which Vercel has no use for; leave it out, or give vendor: route53',
    ],
  ])("refuses %s", async (_, domains, message) => {
    expect(await refusal({ domains })).toBe(message);
  });
});
