import type { DeclaredResource } from "../../../core/resource";
import type { StackView } from "../../stack-view";
import { providerTypes } from "../provider-types";
import { allDomains } from "../sites";
import { readText, textOf } from "../text";

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

/** Hosts of sites that send nobody elsewhere. */
function visitedHosts(stack: StackView): Set<string> {
  const domains = allDomains(stack).filter(({ redirect }) => redirect.state === "absent");
  return new Set(domains.flatMap(({ host }) => bareHost(textOf(host)) ?? []));
}

function roleOf({ inputs }: DeclaredResource): string | undefined {
  return readText(inputs, ["failoverRoutingPolicies", 0, "type"]);
}

function hostOf({ inputs }: DeclaredResource, property: string): string | undefined {
  return bareHost(readText(inputs, [property]));
}

/** DNS takes no difference between upper and lower case, nor a dot at the end. */
function bareHost(host: string | undefined): string | undefined {
  return host?.toLowerCase().replace(/\.$/, "");
}
