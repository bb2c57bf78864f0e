import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import {
  allDomains,
  allRoutes,
  domainsOf,
  isKeptByApp,
  ownerOf,
  routesOf,
  sitesOf,
} from "../../../policies/lib/sites";
import { stackView } from "../../../policies/stack-view";
import { hostedRoute, hostedSite } from "../support/hosted";
import { headersRoute, resource, vercelProject } from "../support/stack";

const web = resource(tokens.hostingProject, "web");
const site = hostedSite(
  { domains: { "app.example.com": {}, "www.example.com": { redirect: "app.example.com" } } },
  web,
);
const own = hostedRoute(site);
const stray = hostedRoute(site, { name: "stray", inputs: { site: web.urn } });
const domain = resource(
  providerTypes.vercelDomain,
  "web-host",
  { domain: "shop.example.com" },
  { propertyDependencies: { projectId: [vercelProject.urn] } },
);
const stack = stackView([web, site, own, stray, vercelProject, headersRoute(), domain], "prod");
const namesOf = (resources: readonly { name: string }[]) => resources.map(({ name }) => name);
const hostsOf = (domains: ReturnType<typeof allDomains>) =>
  domains.map(({ property, host }) => [property, host.state === "known" ? host.value : host.state]);

// Requirement: HOST-14, HOST-15, HOST-16
describe("sites", () => {
  it("are projects of Vercel and what stands on other hosts", () => {
    expect(namesOf(sitesOf(stack))).toEqual(["web", "web-site"]);
  });

  it("have the routes that name them", () => {
    expect(namesOf(routesOf(stack, vercelProject))).toEqual(["web-headers"]);
    expect(routesOf(stack, site)).toEqual([own]);
    expect(namesOf(allRoutes(stack))).toEqual(["web-headers", "stray", "web-headers"]);
  });

  it("have the routes of their component while no URN is known", () => {
    const named = (parent?: string) => ({
      ...hostedRoute(site, { inputs: { site: UNKNOWN } }),
      ...(parent !== undefined && { parent }),
    });
    const [below, beside] = [named(web.urn), named(vercelProject.urn)];
    expect(routesOf(stackView([web, site, below], "prod"), site)).toEqual([below]);
    expect(routesOf(stackView([web, site, beside], "prod"), site)).toEqual([]);
    const alone = hostedSite();
    expect(routesOf(stackView([alone, named()], "prod"), alone)).toEqual([]);
  });

  it("have their domains, with the place where each stands", () => {
    expect(hostsOf(domainsOf(stack, vercelProject))).toEqual([["domain", "shop.example.com"]]);
    expect(hostsOf(domainsOf(stack, site))).toEqual([
      ['domains["app.example.com"]', "app.example.com"],
      ['domains["www.example.com"]', "www.example.com"],
    ]);
    expect(domainsOf(stack, site)[1]).toMatchObject({
      redirect: { state: "known", value: "app.example.com" },
      redirectProperty: 'domains["www.example.com"].redirect',
    });
    expect(allDomains(stack)).toHaveLength(3);
  });

  it("have one host that is not known where none of them is, and none where none is named", () => {
    const hidden = hostedSite({ domains: UNKNOWN });
    expect(hostsOf(domainsOf(stackView([hidden], "prod"), hidden))).toEqual([
      ["domains", "unknown"],
    ]);
    const bare = hostedSite({ domains: null });
    expect(domainsOf(stackView([bare], "prod"), bare)).toEqual([]);
  });

  it("belong to the hosting component around them", () => {
    expect(ownerOf(stack, site)).toBe(web);
    expect(ownerOf(stack, vercelProject)).toBeUndefined();
    expect(ownerOf(stack, { ...site, parent: vercelProject.urn })).toBeUndefined();
  });

  it("tell which rules their app is to keep", () => {
    const byApp = hostedRoute(site, { inputs: { sender: "app" } });
    expect([own, byApp, headersRoute()].map(isKeptByApp)).toEqual([false, true, false]);
  });
});
