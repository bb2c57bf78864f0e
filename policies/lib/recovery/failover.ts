import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import type { StackView } from "../../stack-view";
import { providerTypes } from "../provider-types";
import { readText } from "../text";

/** The records of one host, by what DNS does with them. */
export interface FailoverPair {
  host: string;
  records: readonly DeclaredResource[];
  primary: DeclaredResource | undefined;
  secondary: DeclaredResource | undefined;
}

/** Hosts that fail over, and those that visitors use and that the stack has records of. */
export function failoverPairs(stack: StackView): FailoverPair[] {
  const hosts = new Map<string, DeclaredResource[]>();
  for (const record of stack.ofType(providerTypes.awsRecord)) {
    const host = hostOf(record, "name");
    if (host !== undefined) hosts.set(host, [...(hosts.get(host) ?? []), record]);
  }
  const used = visitedHosts(stack);
  return [...hosts].flatMap(([host, records]) => {
    const primary = records.find((record) => roleOf(record) === "PRIMARY");
    const secondary = records.find((record) => roleOf(record) === "SECONDARY");
    if (!primary && !secondary && !used.has(host)) return [];
    return [{ host, records, primary, secondary }];
  });
}

/** Hosts of Vercel projects that send nobody elsewhere. */
function visitedHosts(stack: StackView): Set<string> {
  const domains = stack
    .ofType(providerTypes.vercelDomain)
    .filter(({ inputs }) => readProperty(inputs, ["redirect"]).state === "absent");
  return new Set(domains.flatMap((domain) => hostOf(domain, "domain") ?? []));
}

function roleOf({ inputs }: DeclaredResource): string | undefined {
  return readText(inputs, ["failoverRoutingPolicies", 0, "type"]);
}

/** DNS takes no difference between upper and lower case, nor a dot at the end. */
function hostOf({ inputs }: DeclaredResource, property: string): string | undefined {
  return readText(inputs, [property])?.toLowerCase().replace(/\.$/, "");
}
