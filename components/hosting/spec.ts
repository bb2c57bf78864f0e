import type { Problem } from "../../core/errors";
import { defaults, type HostingArgs } from "./args";
import { type DomainSpec, domainProblems, domainSpecs } from "./domains";
import { headerProblems, type ResponseHeaders, responseHeaders } from "./headers";
import { type VariableSpec, variableProblems, variableSpecs, visibleVariables } from "./variables";

/** A hosting project with every default filled in, ready to be declared. */
export interface HostingSpec {
  project: ReturnType<typeof projectSpec>;
  domains: DomainSpec[];
  variables: VariableSpec[];
  headers: ResponseHeaders;
}

/** Fills in the defaults. Check the args with `hostingProblems` first. */
export function hostingSpec(args: HostingArgs): HostingSpec {
  return {
    project: projectSpec(args),
    domains: domainSpecs(args.domains),
    variables: variableSpecs(args),
    headers: responseHeaders(args.headers),
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
  ];
}

/** The args as policies, state and auditors may see them: no value of a secret, no function. */
export function visibleArgs(args: HostingArgs): Record<string, unknown> {
  const { name, domains, variables, headers, gitRepository, resourceConfig } = args;
  const { framework, buildCommand, installCommand, devCommand } = args;
  const { outputDirectory, rootDirectory, nodeVersion } = args;
  return {
    ...{ name, framework, buildCommand, installCommand, devCommand },
    ...{ outputDirectory, rootDirectory, nodeVersion, gitRepository, resourceConfig },
    ...{ domains, headers, variables: variables && visibleVariables(variables) },
  };
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
  };
}
