import type { Problem } from "../../../core/errors";
import type { HostingArgs } from "../args";
import { type DnsSpec, dnsProblems, dnsSpecs } from "./dns";
import { type EdgeConfigSpec, edgeConfigSpec, maintenanceProblems } from "./maintenance";
import { partyProblems, ruleProblems } from "./problems";
import { type RuleSpec, ruleSpecs } from "./spec";

/** What happens to requests before the app sees them, ready to be declared. */
export interface RoutingSpec {
  rules: RuleSpec[];
  records: DnsSpec[];
  edgeConfig: EdgeConfigSpec | undefined;
}

/** Fills in the defaults. Check the args with `routingProblems` first. */
export function routingSpec(args: HostingArgs): RoutingSpec {
  return {
    rules: ruleSpecs(args),
    records: dnsSpecs(args),
    edgeConfig: edgeConfigSpec(args),
  };
}

/** What is wrong with routes, redirects, DNS and the maintenance banner; paths count from the args. */
export function routingProblems(args: HostingArgs): Problem[] {
  return [
    ...ruleProblems(args),
    ...dnsProblems(args.domains),
    ...maintenanceProblems(args),
    ...partyProblems(args),
  ];
}

/** The part of the args that others may see; it holds no secret. */
export function visibleRouting(args: HostingArgs) {
  const { thirdParties, awsRegion, routes, redirects, maintenance } = args;
  // Left out where nothing follows from it.
  return { thirdParties, ...(awsRegion && { awsRegion }), routes, redirects, maintenance };
}
