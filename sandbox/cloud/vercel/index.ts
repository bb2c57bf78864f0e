import { type CloudFunction, type CloudResource } from "../resource";
import { customEnvironment } from "./custom-environment";
import { dnsRecord } from "./dns-record";
import { edgeConfig, edgeConfigItem, edgeConfigToken } from "./edge-config";
import { environmentVariable, environmentVariables } from "./environment-variable";
import { featureFlagConfig, featureFlagDefinition } from "./feature-flag";
import { getEndpointVerification, getProject } from "./functions";
import { project } from "./project";
import { projectDomain } from "./project-domain";
import { projectRoute } from "./project-route";
import { projectSettings } from "./project-settings";
import { logDrain, webhook } from "./reports";

export const vercelResources: readonly CloudResource[] = [
  project,
  projectDomain,
  projectRoute,
  dnsRecord,
  edgeConfig,
  edgeConfigItem,
  edgeConfigToken,
  environmentVariable,
  environmentVariables,
  customEnvironment,
  ...projectSettings,
  logDrain,
  webhook,
  featureFlagDefinition,
  featureFlagConfig,
];

export const vercelFunctions: readonly CloudFunction[] = [getEndpointVerification, getProject];
