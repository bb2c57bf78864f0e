import { type CloudResource } from "../resource";
import { branchDefault, branchProtection } from "./branch";
import { deploymentPolicy, environmentVariable, repositoryEnvironment } from "./environment";
import { repositoryFile } from "./file";
import { repository } from "./repository";
import { actionsEnvironmentSecret, actionsSecret } from "./secret";
import { repositorySettings } from "./settings";
import { team, teamMembers, teamRepository } from "./team";

export { githubFunctions } from "./functions";

export const githubResources: readonly CloudResource[] = [
  repository,
  branchDefault,
  branchProtection,
  repositoryEnvironment,
  deploymentPolicy,
  environmentVariable,
  repositoryFile,
  ...repositorySettings,
  team,
  teamMembers,
  teamRepository,
  actionsSecret,
  actionsEnvironmentSecret,
];
