import type { Problem } from "../../core/errors";
import { defaults, type HostingArgs } from "./args";
import { type DomainSpec, domainProblems, domainSpecs } from "./domains";
import { headerProblems, policyOfApp, type ResponseHeaders, responseHeaders } from "./headers";
import { type RoutingSpec, routingProblems, routingSpec, visibleRouting } from "./routes";
import {
  type PlatformSpec,
  platformProblems,
  platformSpec,
  projectSettings,
  visiblePlatform,
} from "./platform";
import { type VariableSpec, variableProblems, variableSpecs, visibleVariables } from "./variables";

/** A hosting project with every default filled in, ready to be declared. */
export interface HostingSpec {
  project: ReturnType<typeof projectSpec>;
  domains: DomainSpec[];
  variables: VariableSpec[];
  headers: ResponseHeaders;
  platform: PlatformSpec;
  routing: RoutingSpec;
}

/** Fills in the defaults. Check the args with `hostingProblems` first. */
export function hostingSpec(args: HostingArgs): HostingSpec {
  return {
    project: projectSpec(args),
    domains: domainSpecs(args.domains),
    variables: variableSpecs(args),
    headers: responseHeaders(args.headers, args.thirdParties, args.awsRegion),
    routing: routingSpec(args),
    platform: platformSpec(args),
  };
}

/** Everything that is wrong with the args. */
export function hostingProblems(args: HostingArgs): Problem[] {
  return [
    ...domainProblems(args.domains),
    ...headerProblems(args.headers).map(({ where, ...rest }) => ({
      ...rest,
      where: { path: `headers.${where.path}` },
    })),
    ...variableProblems(args),
    ...platformProblems(args),
    ...routingProblems(args),
  ];
}

/** The args as policies, state and auditors may see them: no value of a secret, no function. */
export function visibleArgs(args: HostingArgs): Record<string, unknown> {
  const { vendor, name, domains, variables, gitRepository, resourceConfig } = args;
  const { framework, buildCommand, installCommand, devCommand } = args;
  const { outputDirectory, rootDirectory, nodeVersion } = args;
  return {
    // Left out where it is the default, so that naming it changes nothing.
    ...(vendor !== undefined && vendor !== defaults.vendor && { vendor }),
    ...{ name, framework, buildCommand, installCommand, devCommand },
    ...{ outputDirectory, rootDirectory, nodeVersion, gitRepository, resourceConfig },
    ...{ domains, variables: variables && visibleVariables(variables) },
    headers: visibleHeaders(args),
    ...visibleRouting(args),
    ...visiblePlatform(args),
  };
}

/** A policy that the app sends stands in no route, so that rules find its text here. */
function visibleHeaders({ headers, thirdParties, awsRegion }: HostingArgs): object | undefined {
  const policy = policyOfApp(headers, thirdParties, awsRegion);
  if (policy === undefined) return headers;
  return { ...headers, contentSecurityPolicy: { ...headers?.contentSecurityPolicy, policy } };
}

function projectSpec(args: HostingArgs) {
  const { name, framework, buildCommand, installCommand, devCommand } = args;
  const { outputDirectory, rootDirectory, nodeVersion, gitRepository, resourceConfig } = args;
  return {
    ...defaults.project,
    ...{ name, framework, buildCommand, installCommand, devCommand },
    ...{ outputDirectory, rootDirectory, nodeVersion },
    gitRepository: gitRepository && {
      type: gitRepository.type ?? defaults.gitRepository.type,
      repo: gitRepository.repo,
      productionBranch: gitRepository.productionBranch ?? defaults.gitRepository.productionBranch,
    },
    resourceConfig: resourceConfig && { ...resourceConfig },
    ...projectSettings(args),
  };
}
