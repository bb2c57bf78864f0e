import { z } from "zod";
import { tlsOutside } from "../../lib/references";
import { allDomains, type SiteDomain } from "../../lib/sites";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: HDR-09
export const domainRedirectsServed = defineRule({
  id: "domain-redirects-served",
  title: "A host that redirects leads to a host that the stack serves over HTTPS",
  why: "The host keeps a certificate and sends plain requests on to HTTPS only for hosts of the site, so that any other target may answer in clear, be gone, or belong to somebody else.",
  fix: "Name a host under hosting.domains that does not itself redirect.",
  severity: "medium",
  topics: ["https", "domains"],
  references: [
    tlsOutside,
    {
      standard: "Vercel",
      clause: "Domain redirects",
      url: "https://vercel.com/docs/domains/working-with-domains/deploying-and-redirecting",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const domains = allDomains(stack);
    const served = servedHosts(domains);
    return domains.map((domain) => judgeDomain(domain, served));
  },
});

interface ServedHosts {
  hosts: ReadonlySet<string>;
  /** True when some host, or whether it redirects, is not known yet. */
  undecided: boolean;
}

function servedHosts(domains: readonly SiteDomain[]): ServedHosts {
  const hosts = new Set<string>();
  let undecided = false;
  for (const { host, redirect } of domains) {
    const name = textOf(host);
    if (name === undefined || redirect.state === "unknown") undecided = true;
    else if (redirect.state === "absent") hosts.add(name.toLowerCase());
  }
  return { hosts, undecided };
}

function judgeDomain(domain: SiteDomain, served: ServedHosts): Answer {
  const { urn, redirect, redirectProperty: property } = domain;
  const host = textOf(domain.host);
  const input = host === undefined ? undefined : `domains["${host}"].redirect`;
  const evidence = { urn, property, ...(input && { input }) };
  if (redirect.state === "absent") return notApplicable("the host does not redirect", urn);
  if (redirect.state === "unknown") return unknown({ ...evidence, wanted });
  const found = textOf(redirect) ?? "";
  if (served.hosts.has(found.toLowerCase())) return pass({ ...evidence, found, wanted });
  if (served.undecided) return unknown({ ...evidence, wanted });
  return fail({ ...evidence, found, wanted });
}

const wanted = "a host of the stack that serves the app";
