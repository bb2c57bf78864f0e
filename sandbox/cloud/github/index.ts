import { type CloudFunction, type CloudResource } from "../resource";
import { repository } from "./repository";
import { actionsEnvironmentSecret, actionsSecret } from "./secret";

export const githubResources: readonly CloudResource[] = [
  repository,
  actionsSecret,
  actionsEnvironmentSecret,
];

export const githubFunctions: readonly CloudFunction[] = [];
