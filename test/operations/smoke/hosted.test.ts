import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import type { PropertyMap } from "../../../core/value";
import { drillTarget } from "../../../operations/drill/target";
import { servedOf } from "../../../operations/smoke/served";
import { declare } from "../../report/small-stack";

const site = (vendor: string) =>
  declare(tokens.hostedSite, "web-site", {
    ...{ vendor, framework: "astro" },
    domains: {
      "app.example.com": {},
      "www.example.com": { redirect: "app.example.com", redirectStatusCode: 308 },
    },
    redirects: [
      { source: "/old", destination: "/new", statusCode: 307, has: [], missing: [] },
      {
        source: "/cn",
        destination: "/zh",
        statusCode: 308,
        has: [{ type: "header" }],
        missing: [],
      },
    ],
  });
const route = (headers: PropertyMap) =>
  declare(tokens.hostedRoute, "web-headers", {
    srcSyntax: "regex",
    route: { src: "/(.*)", headers },
  });

// Requirement: HOST-15, HOST-16
it("a worker serves nothing, whichever vendor runs it", () => {
  const services = declare(tokens.containerService, "services", {
    services: {
      api: { vendor: "render", kind: "web", app: "shop-api" },
      jobs: { vendor: "render", kind: "worker", app: "shop-jobs" },
    },
  });
  expect(servedOf([services]).services).toEqual([{ name: "api", host: "shop-api.onrender.com" }]);
});

// Requirement: HOST-14, HOST-15, HOST-16
describe("what a site on another host serves", () => {
  it("are its hosts, headers and redirects, as on Vercel", () => {
    expect(servedOf([site("netlify"), route({ "X-Frame-Options": "DENY" })])).toMatchObject({
      framework: "astro",
      domains: [
        { host: "app.example.com" },
        { host: "www.example.com", redirect: "app.example.com" },
      ],
      headers: [
        { source: "/(.*)", syntax: "regex", headers: { set: { "X-Frame-Options": "DENY" } } },
      ],
      redirects: [{ source: "/old", to: "/new" }],
    });
  });

  it("answers redirects by what its host knows", () => {
    const statuses = (vendor: string) => {
      const { domains, redirects } = servedOf([site(vendor)]);
      return [domains[1]?.status, redirects[0]?.status];
    };
    expect(statuses("digitalocean")).toEqual([308, 307]);
    expect(statuses("netlify")).toEqual([301, 302]);
    expect(statuses("render")).toEqual([301, undefined]);
    expect(statuses("elsewhere")).toEqual([308, 307]);
  });

  it("can be drilled by its host", () => {
    const check = declare("aws:route53/healthCheck:HealthCheck", "app", {
      fqdn: "app.example.com",
    });
    expect(drillTarget("prod", "frontend-down", [site("render"), check])).toMatchObject({
      host: "app.example.com",
    });
  });
});
