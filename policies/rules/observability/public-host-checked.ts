import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { type Reading, readProperty } from "../../../core/value";
import { checkedHost, isActive } from "../../lib/observability/checkly";
import { providerTypes } from "../../lib/provider-types";
import { iso, soc2 } from "../../lib/references";
import { allDomains, type SiteDomain } from "../../lib/sites";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

export const publicHostChecked = defineRule({
  id: "public-host-checked",
  title: "Every public host has a health check over HTTPS",
  why: "A host that nobody asks is down until a user says so.",
  fix: "Add an entry with the host as fqdn to groundwork:uptime.checks.",
  severity: "medium",
  topics: ["uptime", "https"],
  references: [soc2("A1.1"), iso("A.8.16")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const hosts = [
      ...stack
        .ofType(providerTypes.awsHealthCheck)
        .filter(isHttps)
        .map(({ inputs }) => readProperty(inputs, ["fqdn"])),
      ...stack
        .ofType(providerTypes.checklyCheck)
        .filter((check) => isActive(check) !== false)
        .map(checkedHost),
    ];
    const checked = new Set(hosts.flatMap(hostOf));
    const undecided = hosts.some(({ state }) => state === "unknown");
    return allDomains(stack).map((domain) => judgeDomain(domain, { checked, undecided }));
  },
});

interface Checked {
  /** Lower-case host names with an HTTPS check. */
  checked: ReadonlySet<string>;
  /** True when some check's host is not known yet. */
  undecided: boolean;
}

function judgeDomain(domain: SiteDomain, { checked, undecided }: Checked): Answer {
  const { urn, property, redirect } = domain;
  const evidence = { urn, property, wanted: "an HTTPS health check of this host" };
  if (redirect.state === "known") return notApplicable("the host redirects to another", urn);
  const [host] = hostOf(domain.host);
  if (host?.startsWith("*.")) return notApplicable("a wildcard is not one host", urn);
  if (host && checked.has(host)) return pass({ ...evidence, found: host });
  if (!host || undecided || redirect.state === "unknown") return unknown(evidence);
  const message = `${property}: found no HTTPS health check of ${host}, wanted one`;
  return fail({ ...evidence, found: null, message });
}

function isHttps({ inputs }: DeclaredResource): boolean {
  const type = readProperty(inputs, ["type"]);
  return type.state === "unknown" || /^HTTPS/.test(textOf(type) ?? "");
}

function hostOf(reading: Reading): string[] {
  const host = textOf(reading);
  return host === undefined ? [] : [host.toLowerCase()];
}
