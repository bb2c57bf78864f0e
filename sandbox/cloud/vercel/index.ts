import { type CloudFunction, type CloudResource } from "../resource";
import { environmentVariable, environmentVariables } from "./environment-variable";
import { getProject } from "./functions";
import { project } from "./project";
import { projectDomain } from "./project-domain";
import { projectRoute } from "./project-route";

export const vercelResources: readonly CloudResource[] = [
  project,
  projectDomain,
  projectRoute,
  environmentVariable,
  environmentVariables,
];

export const vercelFunctions: readonly CloudFunction[] = [getProject];
