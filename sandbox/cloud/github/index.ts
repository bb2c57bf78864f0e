import { type CloudFunction, type CloudResource } from "../resource";
import { repository } from "./repository";

export const githubResources: readonly CloudResource[] = [repository];

export const githubFunctions: readonly CloudFunction[] = [];
